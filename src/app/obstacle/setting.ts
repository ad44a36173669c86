import type { ObstacleSetting } from '../../domain/obstacle/decide.js';
import { type Deps, timeZoneOf } from '../deps.js';

/** The world as a decision on an obstacle sees it. */
export const obstacleSetting = (deps: Pick<Deps, 'settings' | 'now'>): ObstacleSetting => ({
  now: deps.now(),
  timeZone: timeZoneOf(deps),
  calendar: deps.settings().calendar,
});
