import { invitedQueue } from '../../../store/keys.js';
import type { Deps } from '../../deps.js';

/** What goes on in a department, in numbers: each up to a thousand of each of its codes. */
export interface DepartmentIdeas {
  /** Ideas that it has and that wait for anybody. */
  open: number;
  /** Of those, how many wait for a decision here. */
  deciding: number;
  /** What others have asked it to take in. */
  invited: number;
  /** There are more than were counted. */
  cut: boolean;
}

/** No list is read farther. */
const MOST_READ = 1000;
/** Who decides on a department's ideas, and on their money. */
const tiers = ['leader', 'deputy', 'office', 'outside', 'managerMoney', 'officeMoney', 'outsideMoney'];

/** Counts it from its lists: no idea is opened. One round trip's time, nine requests for each code that it has had. */
export async function ideasOfDepartment(
  { ideas, directory }: Pick<Deps, 'ideas' | 'directory'>,
  department: string,
): Promise<DepartmentIdeas> {
  const codes = directory().everyCode([department]);
  const [open, invited, ...queues] = await Promise.all([
    ideas.newestOpen(codes, MOST_READ * codes.length),
    Promise.all(codes.map((code) => ideas.waiting(invitedQueue(code)))),
    ...codes.flatMap((code) => tiers.map((tier) => ideas.waiting(`${tier}.${code}`))),
  ]);
  // Money that a unit's own managers decide on waits in queues of its own, as many as there are units.
  const deciding = [...open.filter(waitsForDecision), ...queues.flat().filter(({ beside }) => !beside)];
  const lists = [...invited, ...queues];
  return {
    open: open.length,
    deciding: new Set(deciding.map(({ id }) => id)).size,
    invited: new Set(invited.flat().map(({ id }) => id)).size,
    cut: open.length >= MOST_READ * codes.length || lists.some(({ length }) => length >= MOST_READ),
  };
}

/**
 * Counts, of the ideas that are still on their way to a department with its units, those that wait: of these units, or of all. One request where
 * nothing is on its way, else one more for each code under which it stands.
 */
export async function ideasOnTheirWay(
  { ideas, directory, unitMoves }: Pick<Deps, 'ideas' | 'directory' | 'unitMoves'>,
  department: string,
  units: readonly string[] = directory()
    .department(department)
    ?.units.map(({ code }) => code) ?? [],
): Promise<Pick<DepartmentIdeas, 'open' | 'deciding'>> {
  const own = directory().everyCode([department]);
  const ways = (await unitMoves.list()).flatMap(({ moved }) => moved.filter((way) => way.units.some(isOf(units))));
  const codes = [...new Set(ways.flatMap((way) => way.codes))].filter((code) => !own.includes(code));
  if (codes.length === 0) return { open: 0, deciding: 0 };
  const coming = (await ideas.newestOpen(codes, MOST_READ * codes.length)).filter(
    ({ unit }) => unit !== undefined && units.includes(unit) && ways.some((way) => way.units.includes(unit)),
  );
  return { open: coming.length, deciding: coming.filter(waitsForDecision).length };
}

const isOf =
  (units: readonly string[]) =>
  (unit: string): boolean =>
    units.includes(unit);

/** The same counts with those that are on their way. */
export const withComing = <C extends Pick<DepartmentIdeas, 'open' | 'deciding'>>(
  counts: C,
  { open, deciding }: Pick<DepartmentIdeas, 'open' | 'deciding'>,
): C => ({ ...counts, open: counts.open + open, deciding: counts.deciding + deciding });

const waitsForDecision = (row: { for?: string }): boolean => row.for === 'deciders' || row.for === 'funder';

/** Of the ideas that wait for anybody, those of units, and how many of them wait for a decision. */
export type UnitIdeas = Pick<DepartmentIdeas, 'open' | 'deciding' | 'cut'>;

/** Counts those of units of a department that would go along with them: of somebody whose name is kept none. One request for each code that it has had. */
export async function ideasOfUnits(
  { ideas, directory }: Pick<Deps, 'ideas' | 'directory'>,
  department: string,
  units: readonly string[],
): Promise<UnitIdeas> {
  const codes = directory().everyCode([department]);
  const all = await ideas.newestOpen(codes, MOST_READ * codes.length);
  const theirs = all.filter(({ unit }) => unit !== undefined && units.includes(unit));
  return {
    open: theirs.length,
    deciding: theirs.filter(waitsForDecision).length,
    cut: all.length >= MOST_READ * codes.length,
  };
}
