import { accept, type Result, refuse } from '../../result.js';
import type { Contact, Department, Organisation } from '../organisation-schema.js';
import { mostInFile } from '../schema-fields.js';
import type { MergeChange } from './change.js';

/** Why a department cannot become a part of another. */
export type MergeRefusal =
  /** There is no such department, or they are one. */
  | { code: 'noPlace' }
  /** Together they would have had too many codes, units or people in a post. */
  | { code: 'tooLarge' };

/**
 * The organisation in which a department is a part of another one: its units, its other words and, where they are to, those who lead and
 * stand in go along; who manages it does not, for they would decide on the other one's money. Its code and those that it has had are
 * the other one's, so that nothing that is stored has to be written anew. A file that has let the department go leaves the code alone.
 */
export function merged(organisation: Organisation, change: MergeChange): Result<Organisation, MergeRefusal> {
  const { departments } = organisation;
  const into = intoOf(organisation, change);
  if (!into || into.code === change.department) return refuse({ code: 'noPlace' });
  const from = departments.find(({ code }) => code === change.department);
  const owner = departments.find(({ earlier }) => earlier.some(({ code }) => code === change.department));
  if (!from && owner) return owner === into ? accept(organisation) : refuse({ code: 'noPlace' });
  const together = joined(into, from, change);
  const { earlier, units, leaders, deputies } = together;
  const isTooLarge =
    earlier.length > mostInFile.earlierCodes ||
    units.length > mostInFile.unitsInDepartment ||
    Math.max(leaders.length, deputies.length) > mostInFile.contacts;
  if (isTooLarge) return refuse({ code: 'tooLarge' });
  return accept({
    ...organisation,
    departments: departments.filter((one) => one !== from).map((one) => (one === into ? together : one)),
  });
}

/** What the file has made of it: it may say the same, or leave no place for it. */
export function standingMerge(organisation: Organisation, change: MergeChange): 'stands' | 'folded' | 'gone' {
  const { departments } = organisation;
  const into = intoOf(organisation, change);
  if (!into || into.code === change.department) return 'gone';
  if (departments.some(({ code }) => code === change.department)) return 'stands';
  const owner = departments.find(({ earlier }) => earlier.some(({ code }) => code === change.department));
  if (!owner) return 'stands';
  return owner === into ? 'folded' : 'gone';
}

/** The one that takes it over may have another code by now. */
const intoOf = ({ departments }: Organisation, { into }: MergeChange): Department | undefined =>
  departments.find(({ code }) => code === into) ??
  departments.find(({ earlier }) => earlier.some(({ code }) => code === into));

function joined(into: Department, from: Department | undefined, change: MergeChange): Department {
  const earlier = [...into.earlier, { code: change.department, name: change.name }, ...(from?.earlier ?? [])];
  if (!from) return { ...into, earlier };
  const comes = (there: readonly Contact[], others: readonly Contact[]): Contact[] => [
    ...there,
    ...(change.people ? others.filter(({ email }) => !there.some((one) => one.email === email)) : []),
  ];
  return {
    ...into,
    earlier,
    aliases: [...new Set([...into.aliases, ...from.aliases])].slice(0, mostInFile.aliases),
    headcount: Math.min(into.headcount + from.headcount, MOST_PEOPLE),
    ...headcountsOf(into, from),
    leaders: comes(into.leaders, from.leaders),
    deputies: comes(into.deputies, from.deputies),
    units: [...into.units, ...from.units],
  };
}

/** In each earlier year that either tells of, as many as both had: what each did then is told of them together. */
function headcountsOf(into: Department, from: Department): Pick<Department, 'headcounts'> {
  const years = Object.keys({ ...into.headcounts, ...from.headcounts });
  const inYear = ({ headcount, headcounts }: Department, year: string) => headcounts?.[year] ?? headcount;
  const together = years.map((year): [string, number] => [
    year,
    Math.min(inYear(into, year) + inYear(from, year), MOST_PEOPLE),
  ]);
  return together.length > 0 ? { headcounts: Object.fromEntries(together) } : {};
}

/** No file may say more. */
const MOST_PEOPLE = 1_000_000;
