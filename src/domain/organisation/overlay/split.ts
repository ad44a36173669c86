import { plain } from '../../language/spelling.js';
import { accept, type Result, refuse } from '../../result.js';
import type { Department, Organisation, Unit } from '../organisation-schema.js';
import { mostInFile } from '../schema-fields.js';
import type { SplitChange } from './change.js';

/** Why units cannot go to another department. */
export type SplitRefusal =
  /** There is no such department, none of the units is a part of it, or they are to go where they are. */
  | { code: 'noPlace' }
  /** The other one would have too many units, or there would be too many departments. */
  | { code: 'tooLarge' };

/**
 * The organisation in which units of a department are another one's, or make a new one, which begins with the rules of the one that they leave and
 * with no delegation: that names whose it is. What sources call them leads to where they are. Nothing that is stored is said by this: their ideas follow.
 */
export function split(organisation: Organisation, change: SplitChange): Result<Organisation, SplitRefusal> {
  const [from, there] = [called(organisation, change.department), called(organisation, change.into)];
  const leaving = from ? leavingOf(from, change) : [];
  if (!from || leaving.length === 0 || from === there || (!there && !change.created))
    return refuse({ code: 'noPlace' });
  const into = there ?? begun(from, change);
  const headcount = leaving.reduce((sum, unit) => sum + unit.headcount, 0);
  const joined: Department = {
    ...into,
    headcount: Math.min(into.headcount + headcount, MOST_PEOPLE),
    units: [...into.units, ...leaving],
  };
  const left: Department = {
    ...from,
    headcount: Math.max(from.headcount - headcount, 0),
    units: from.units.filter((unit) => !leaving.includes(unit)),
    aliases: there ? from.aliases : from.aliases.filter((word) => !isName(joined, word)),
  };
  const departments = organisation.departments.flatMap((one) => {
    if (one === from) return there ? [left] : [left, joined];
    return [one === there ? joined : one];
  });
  const isTooLarge = joined.units.length > mostInFile.unitsInDepartment || departments.length > mostInFile.departments;
  return isTooLarge
    ? refuse({ code: 'tooLarge' })
    : accept(withSources({ ...organisation, departments }, from, joined, leaving));
}

/** What the file has made of it: it may say the same, or leave no place for it. */
export function standingSplit(organisation: Organisation, change: SplitChange): 'stands' | 'folded' | 'gone' {
  const [from, into] = [called(organisation, change.department), called(organisation, change.into)];
  if (from && from !== into && leavingOf(from, change).length > 0) return into || change.created ? 'stands' : 'gone';
  return into?.units.some(({ code }) => change.units.includes(code)) ? 'folded' : 'gone';
}

/** It may have another code by now. */
const called = ({ departments }: Organisation, code: string): Department | undefined =>
  departments.find((one) => one.code === code) ??
  departments.find(({ earlier }) => earlier.some((before) => before.code === code));

/** Those of the units that it still has. */
export const leavingOf = ({ units }: Pick<Department, 'units'>, change: Pick<SplitChange, 'units'>): Unit[] =>
  units.filter(({ code }) => change.units.includes(code));

function begun(from: Department, { into: code, created }: SplitChange): Department {
  const { kind, board, readFirst, costLimit } = from;
  const { name, leaders, managers } = created ?? { name: from.name, leaders: [], managers: [] };
  const nothing = { aliases: [], deputies: [], units: [], earlier: [], headcount: 0 };
  return { ...nothing, code, name, kind, ...(board && { board }), readFirst, costLimit, leaders, managers };
}

const isName = ({ name }: Department, word: string): boolean =>
  Object.values(name).some((one) => plain(one) === plain(word));

/** Rules of sources that name a unit by its department name it where it is now. */
function withSources(
  organisation: Organisation,
  from: Department,
  into: Department,
  leaving: readonly Unit[],
): Organisation {
  const { sources } = organisation;
  if (!sources) return organisation;
  const codes = new Set([from.code, ...from.earlier.map(({ code }) => code)]);
  const isLeaving = (department = '', unit = '') => codes.has(department) && leaving.some(({ code }) => code === unit);
  const places = Object.fromEntries(
    Object.entries(sources.places).map(([name, place]) => {
      const [department, unit] = place?.split('.') ?? [];
      return [name, isLeaving(department, unit) ? `${into.code}.${unit}` : place];
    }),
  );
  const posts = sources.graph?.posts?.map((rule) =>
    isLeaving(rule.department, rule.unit) ? { ...rule, department: into.code } : rule,
  );
  const graph = sources.graph && posts && { graph: { ...sources.graph, posts } };
  return { ...organisation, sources: { ...sources, places, ...graph } };
}

/** No file may say more. */
const MOST_PEOPLE = 1_000_000;
