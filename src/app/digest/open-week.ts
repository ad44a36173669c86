import { type Period, weeksOf } from '../../domain/digest/period.js';
import { type Month, monthOf } from '../../domain/figures/months.js';
import type { Person } from '../../domain/person/person.js';
import type { Post } from '../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { addDays, latestWeek, mondayOf, type Week, weekOf } from '../../domain/time.js';
import { type Deps, todayIn } from '../deps.js';
import { lastWeek, type ReadWeek, type ShownOfWeek, scopesOf, thisWeek, weekFor } from './week.js';

/** A week by its number; without a year the latest of that number, for nothing is told of weeks to come. */
export interface WeekNumber {
  number: number;
  year?: string | undefined;
}

export interface WeekOpened extends ReadWeek {
  posts: Post[];
}

/** So many weeks can be read, two years: what is older stands in the record of each idea. */
const KEPT_WEEKS = 105;

/** The oldest week that can be read. */
export const oldestWeek = (deps: Pick<Deps, 'settings' | 'now'>): Week =>
  weekOf(addDays(mondayOf(thisWeek(deps)) ?? '', -7 * KEPT_WEEKS));

/** A person's week: the one that is going on where none is named. Refused where there is no such week, or not any more. Two round trips, one more for a deputy. */
export async function openWeek(
  deps: Deps,
  person: Person,
  shown: ShownOfWeek,
  named?: WeekNumber,
): Promise<Result<WeekOpened, { code: 'unknownWeek' | 'weekGone'; example: Week }>> {
  const week = named ? weekNamed(named, thisWeek(deps)) : thisWeek(deps);
  const example = lastWeek(deps);
  if (!week || !mondayOf(week)) return refuse({ code: 'unknownWeek', example });
  if (week < oldestWeek(deps)) return refuse({ code: 'weekGone', example });
  return accept({ ...(await weekFor(deps, person, week, shown)), posts: scopesOf(deps, person).posts });
}

/** The same of a month. Two round trips, one more for a deputy. */
export async function openMonth(
  deps: Deps,
  person: Person,
  shown: ShownOfWeek,
  month: Month,
): Promise<Result<WeekOpened, { code: 'unknownWeek' | 'weekGone'; example: Period }>> {
  const example = lastWeek(deps);
  const [first] = weeksOf(month);
  if (!first || month > monthOf(todayIn(deps))) return refuse({ code: 'unknownWeek', example });
  if (first < oldestWeek(deps)) return refuse({ code: 'weekGone', example });
  return accept({ ...(await weekFor(deps, person, month, shown)), posts: scopesOf(deps, person).posts });
}

const weekNamed = ({ number, year }: WeekNumber, present: Week): Week | undefined =>
  year ? `${year}-W${String(number).padStart(2, '0')}` : latestWeek(number, present);
