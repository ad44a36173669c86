import type { HappenedByWeek, ToTell } from '../../domain/digest/pace.js';
import { weeksOf } from '../../domain/digest/period.js';
import type { Deps } from '../deps.js';

/** How much has happened in a small municipality in the weeks that may be told. One round trip's time. */
export async function happenedIn({ ideas }: Pick<Deps, 'ideas'>, { week, month }: ToTell): Promise<HappenedByWeek> {
  const weeks = new Set([week, ...(month === undefined ? [] : weeksOf(month))]);
  return new Map(await Promise.all([...weeks].map(async (one) => [one, (await ideas.week(one)).length] as const)));
}
