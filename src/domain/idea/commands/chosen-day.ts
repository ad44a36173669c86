import { type Day, isDay } from '../../time.js';
import type { Refusal } from '../refusal.js';

/**
 * Why a day that somebody has chosen cannot be: none at all, too early (it has to come after `after`), or later than
 * `last`. Undefined for one that can.
 */
export function dayRefused(
  field: 'until' | 'tryAgainOn',
  day: Day,
  { after, last }: { after: Day; last: Day },
): Refusal | undefined {
  if (!isDay(day)) return { code: 'badDate', field };
  if (day <= after) return { code: 'dateNotAhead', field };
  return day > last ? { code: 'dateFarOff', field } : undefined;
}
