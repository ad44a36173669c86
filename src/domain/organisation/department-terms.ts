import { plain } from '../language/spelling.js';
import type { Department, Organisation, Unit } from './organisation-schema.js';

/** One thing that a department can be found by: a code, a name in one language or an alias, its own or a unit's. */
export interface DepartmentTerm {
  department: Department;
  unit?: Unit;
  words: readonly string[];
  /** The words in one piece, so that "hem tjänst" is "hemtjänst". */
  joined: string;
}

// Words that bind names together and that people leave out or write as "&".
const BINDING = new Set(['och', 'and', 'i', 'for', 'of', 'the']);

/** The words of a name or a search, in plain spelling and without those that only bind, unless there are no others. */
export function tellingWords(text: string): { words: string[]; joined: string } {
  const all = plain(text).split(' ').filter(Boolean);
  const some = all.filter((word) => !BINDING.has(word));
  const words = some.length > 0 ? some : all;
  return { words, joined: words.join('') };
}

export function departmentTerms(organisation: Organisation): DepartmentTerm[] {
  return organisation.departments.flatMap((department) => [
    ...[...namesOf(department), ...namesBefore(department)].map((name) => ({ department, ...tellingWords(name) })),
    ...department.units.flatMap((unit) => namesOf(unit).map((name) => ({ department, unit, ...tellingWords(name) }))),
  ]);
}

/** By what a department was known before, and those that are a part of it now. */
const namesBefore = ({ earlier }: Pick<Department, 'earlier'>): string[] => [
  ...new Set(earlier.flatMap(({ code, name }) => [code, ...Object.values(name ?? {})])),
];

/** All that places are called, in every language: names, aliases and codes. */
export const placeNames = ({ departments }: Pick<Organisation, 'departments'>): string[] =>
  departments.flatMap((department) => [...namesOf(department), ...department.units.flatMap(namesOf)]);

/** The departments that are called so, or have a unit that is, by name or code now or before: each by its code. */
export const calledSo = ({ departments }: Pick<Organisation, 'departments'>, word: string): string[] =>
  codesCalledBy(departments).get(tellingWords(word).joined) ?? [];

/** Words of departments that are what another one is called, or a unit of it. In time linear in the organisation. */
export function takenAliases({ departments }: Pick<Organisation, 'departments'>): TakenAlias[] {
  const called = codesCalledBy(departments);
  return departments.flatMap(({ code, aliases }, department) =>
    aliases.flatMap((word, alias) => {
      const by = (called.get(tellingWords(word).joined) ?? []).find((one) => one !== code);
      return by === undefined ? [] : [{ department, alias, word, by }];
    }),
  );
}

export interface TakenAlias {
  /** Their places in the file. */
  department: number;
  alias: number;
  word: string;
  /** The code of the department that is called so. */
  by: string;
}

function codesCalledBy(departments: readonly Department[]): Map<string, string[]> {
  const called = new Map<string, string[]>();
  for (const department of departments) {
    const own = [department, ...department.units].map(({ code, name }) => ({ code, name, aliases: [] }));
    for (const name of [...own.flatMap(namesOf), ...namesBefore(department)]) {
      const key = tellingWords(name).joined;
      called.set(key, [...(called.get(key) ?? []), department.code]);
    }
  }
  return called;
}

const namesOf = ({ code, name, aliases }: Pick<Unit, 'code' | 'name' | 'aliases'>): string[] => [
  ...new Set([code, ...Object.values(name), ...aliases]),
];
