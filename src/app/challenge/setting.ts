import type { ChallengeSetting } from '../../domain/challenge/decide.js';
import { type Deps, timeZoneOf } from '../deps.js';

/** The world as a decision on a challenge sees it. */
export const challengeSetting = (deps: Pick<Deps, 'settings' | 'now'>): ChallengeSetting => ({
  now: deps.now(),
  timeZone: timeZoneOf(deps),
  calendar: deps.settings().calendar,
});
