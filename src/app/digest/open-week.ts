import type { Digest } from '../../domain/digest/digest.js';
import type { Person } from '../../domain/person/person.js';
import type { Post } from '../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { latestWeek, type Week } from '../../domain/time.js';
import type { Deps } from '../deps.js';
import { lastWeek, readWeek, scopesOf, thisWeek, weekFor } from './week.js';

/** A week by its number; without a year the latest of that number, for nothing is told of weeks to come. */
export interface WeekNumber {
  number: number;
  year?: string | undefined;
}

export interface WeekOpened {
  digest: Digest;
  posts: Post[];
}

/** A person's digest of a week: the one that is going on where none is named. Refused where there is no such week. Four round trips. */
export async function openWeek(
  deps: Deps,
  person: Person,
  named?: WeekNumber,
): Promise<Result<WeekOpened, { code: 'unknownWeek'; example: Week }>> {
  const week = named ? weekNamed(named, thisWeek(deps)) : thisWeek(deps);
  const log = week && (await readWeek(deps, week));
  if (!log) return refuse({ code: 'unknownWeek', example: lastWeek(deps) });
  const digest = await weekFor(deps, person, log);
  return accept({ digest, posts: scopesOf(deps, person).posts });
}

const weekNamed = ({ number, year }: WeekNumber, present: Week): Week | undefined =>
  year ? `${year}-W${String(number).padStart(2, '0')}` : latestWeek(number, present);
