import type { Department } from '../../domain/organisation/organisation.js';
import { followedPlaces } from '../../domain/person/followed-places.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { MOST_A_YEAR, type Undertaking } from '../../domain/undertaking/undertaking.js';
import { yearOf } from '../../domain/year-parts.js';
import { type Deps, todayIn } from '../deps.js';
import { mayUndertakeFor } from './roles.js';
import { readableTo } from './undertaking-view.js';

/** What a department, or every one of them, has undertaken for a year. */
export interface UndertakingsOfYear {
  year: string;
  /** The years that can be looked at. */
  years: readonly string[];
  /** Absent: the whole municipality. */
  department?: Department | undefined;
  undertakings: readonly Undertaking[];
  /** Whether the reader may add one, and whether there is room. */
  mayAdd: boolean;
  isFull: boolean;
  /** The page from which the reader follows it up: of that department where it is theirs, else of the whole; none for most. */
  followedFrom?: { department?: string } | undefined;
}

/**
 * What is undertaken for a year: of one department, or of all. Last year stands beside this one, which is summed up then, and the next, which is planned. What is hidden
 * only those read who keep it. One round trip's time.
 */
export async function listUndertakings(
  deps: Deps,
  person: Person,
  { department: code, year: named }: { department?: string | undefined; year?: string | undefined },
): Promise<Result<UndertakingsOfYear, { code: 'notFound' }>> {
  const department = code === undefined ? undefined : deps.directory().department(deps.directory().codeNow(code));
  if (code !== undefined && !department) return refuse({ code: 'notFound' });
  const present = Number(yearOf(todayIn(deps)));
  const years = [present - 1, present, present + 1].map(String);
  const year = years.find((one) => one === named) ?? String(present);
  const found = await undertakenIn(deps, year, department);
  const undertakings = found.filter((one) => readableTo(deps, person, one));
  return accept({
    ...{ year, years, department, undertakings },
    mayAdd: department !== undefined && year >= String(present) && mayUndertakeFor(deps, person, department.code),
    followedFrom: followedFrom(deps, person, department),
    isFull: found.filter(({ stage }) => stage !== 'dropped').length >= MOST_A_YEAR,
  });
}

function followedFrom(
  { directory }: Pick<Deps, 'directory'>,
  person: Person,
  department: Department | undefined,
): UndertakingsOfYear['followedFrom'] {
  const { led, managed, whole } = followedPlaces(person, directory());
  if (department && (led.has(department.code) || managed.has(department.code))) return { department: department.code };
  return whole ? {} : undefined;
}

/** All that was undertaken for a year, by department; hidden ones too. One round trip's time. */
export const undertakenIn = (
  { undertakings, directory }: Pick<Deps, 'undertakings' | 'directory'>,
  year: string,
  department: Department | undefined,
): Promise<Undertaking[]> =>
  undertakings.ofYear(year, department ? directory().everyCode([department.code]) : undefined);
