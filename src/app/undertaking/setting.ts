import type { UndertakingSetting } from '../../domain/undertaking/decide.js';
import { type Deps, timeZoneOf } from '../deps.js';

/** The world as a decision on an undertaking sees it. */
export const undertakingSetting = (deps: Pick<Deps, 'settings' | 'now'>): UndertakingSetting => ({
  now: deps.now(),
  timeZone: timeZoneOf(deps),
  calendar: deps.settings().calendar,
});
