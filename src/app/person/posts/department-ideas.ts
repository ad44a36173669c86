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

const waitsForDecision = (row: { for?: string }): boolean => row.for === 'deciders' || row.for === 'funder';

/** The same with those that are still on their way there with its units. One request more, and one for each code that they have left. */
export async function ideasToMerge(deps: UnitDeps, department: string): Promise<DepartmentIdeas> {
  const units =
    deps
      .directory()
      .department(department)
      ?.units.map(({ code }) => code) ?? [];
  const [there, left] = await Promise.all([ideasOfDepartment(deps, department), codesLeft(deps, department, units)]);
  const coming = left.length > 0 ? await ofUnits(deps, left, units) : { open: 0, deciding: 0, cut: false };
  return {
    ...there,
    open: there.open + coming.open,
    deciding: there.deciding + coming.deciding,
    cut: there.cut || coming.cut,
  };
}

/** Of the ideas that wait for anybody, those of units, and how many of them wait for a decision. */
export type UnitIdeas = Pick<DepartmentIdeas, 'open' | 'deciding' | 'cut'>;

type UnitDeps = Pick<Deps, 'ideas' | 'directory' | 'unitMoves'>;

/**
 * Counts those of units of a department that would go along with them, also while they are still on their way there: of somebody whose name is kept
 * none. One request, and one for each code that it has had or that they have left.
 */
export async function ideasOfUnits(deps: UnitDeps, department: string, units: readonly string[]): Promise<UnitIdeas> {
  const left = await codesLeft(deps, department, units);
  return ofUnits(deps, [...deps.directory().everyCode([department]), ...left], units);
}

/** Under which codes of other departments ideas of these units may still stand, for they have just come from there. */
async function codesLeft(
  { unitMoves, directory }: UnitDeps,
  department: string,
  units: readonly string[],
): Promise<string[]> {
  const own = directory().everyCode([department]);
  const ways = (await unitMoves.list()).flatMap(({ moved }) => moved);
  const left = ways.filter((way) => way.units.some((unit) => units.includes(unit))).flatMap(({ codes }) => codes);
  return [...new Set(left)].filter((code) => !own.includes(code));
}

async function ofUnits({ ideas }: UnitDeps, codes: readonly string[], units: readonly string[]): Promise<UnitIdeas> {
  const all = await ideas.newestOpen(codes, MOST_READ * codes.length);
  const theirs = all.filter(({ unit }) => unit !== undefined && units.includes(unit));
  return {
    open: theirs.length,
    deciding: theirs.filter(waitsForDecision).length,
    cut: all.length >= MOST_READ * codes.length,
  };
}
