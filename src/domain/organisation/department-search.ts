import { distance } from 'fastest-levenshtein';
import { nearlySame } from '../language/spelling.js';
import { type DepartmentTerm, tellingWords } from './department-terms.js';
import type { Directory } from './directory.js';
import type { Department, Unit } from './organisation.js';

/** How near a search came, nearest first. */
const nearness = ['exact', 'word', 'start', 'stem', 'inside', 'typo'] as const;
export type Nearness = (typeof nearness)[number];

export interface DepartmentHit {
  department: Department;
  /** The unit whose name was found, when it was not the department's own. */
  unit?: Unit;
  nearness: Nearness;
}

/** One department, a choice of several (nearest first), or none and up to three that are most like what was written. */
export type DepartmentSearch =
  | { kind: 'one'; hit: DepartmentHit }
  | { kind: 'several'; hits: DepartmentHit[] }
  | { kind: 'none'; closest: Department[] };

/** Who writes a whole name or word means it: what merely resembles it is not shown beside. */
const CLEAR: readonly Nearness[] = ['exact', 'word'];

/** Nobody looks for a department with more than this; comparing costs the square of it. */
const LONGEST = 100;

/**
 * Finds departments by code, name in either language, alias, or a unit's: in any case, with or without the dots
 * over å, ä and ö, by a part of a word, and with small typing mistakes. Whole names, then whole words, hide the rest.
 */
export function searchDepartments(directory: Directory, query: string): DepartmentSearch {
  const { hits, wanted } = hitsFor(directory, query, ({ department }) => department);
  const [only, ...others] = hits;
  if (only === undefined) return { kind: 'none', closest: mostLike(wanted, directory.terms) };
  return others.length === 0 ? { kind: 'one', hit: only } : { kind: 'several', hits };
}

/** The same for each department and unit by itself: every place that may be meant, the nearest first; none where none is. */
export const searchPlaces = (directory: Directory, query: string): readonly DepartmentHit[] =>
  hitsFor(directory, query, ({ department, unit }) => unit ?? department).hits;

/** The nearest hit of each of what is looked for, the nearest first. */
function hitsFor(directory: Directory, query: string, found: (term: DepartmentTerm) => Department | Unit) {
  const wanted = tellingWords(query.slice(0, LONGEST));
  if (wanted.joined === '') return { wanted, hits: [] };
  const readings = [wanted, withoutKindOfPlace(wanted)].filter(({ joined }) => joined !== '').map(comparing);

  const best = new Map<Department | Unit, DepartmentHit>();
  for (const term of directory.terms) {
    const near = nearest(readings.map((reading) => nearnessOf(reading, term)));
    const known = best.get(found(term));
    if (near === undefined || (known && rank(known.nearness) <= rank(near))) continue;
    best.set(found(term), { department: term.department, ...(term.unit && { unit: term.unit }), nearness: near });
  }

  const all = [...best.values()].sort((one, other) => rank(one.nearness) - rank(other.nearness));
  const clear = CLEAR.map((near) => all.filter((hit) => hit.nearness === near)).find((group) => group.length > 0);
  return { wanted, hits: clear ?? all };
}

type Wanted = ReturnType<typeof tellingWords>;

const KIND_OF_PLACE = /s?(?:forvaltning|kontor|avdelning|namnd|enhet|bolag|department|office|unit)(?:en|et)?$/;

/** "Socialförvaltningen" or "the culture department" as it may stand in the file: "social", "culture". */
function withoutKindOfPlace(wanted: Wanted): Wanted {
  const words = wanted.words.map((word) => word.replace(KIND_OF_PLACE, '')).filter(Boolean);
  return { words, joined: words.join('') };
}

const rank = (near: Nearness): number => nearness.indexOf(near);

const nearest = (found: (Nearness | undefined)[]): Nearness | undefined =>
  nearness.find((near) => found.includes(near));

interface ComparedQuery {
  joined: string;
  /** Of each wanted word, how near it is to a word of a term. */
  ranks: readonly ((other: string) => number)[];
}

const comparing = ({ joined, words }: Wanted): ComparedQuery => ({ joined, ranks: words.map(comparedOnce) });

/** Places are called by the same words again and again, and each is compared once in a search. */
function comparedOnce(word: string): (other: string) => number {
  const known = new Map<string, number>();
  return (other) => {
    const found = known.get(other) ?? wordRank(word, other);
    known.set(other, found);
    return found;
  };
}

/** A term is as near as the least near of the wanted words, each compared with the term's word that is nearest to it. */
function nearnessOf(wanted: ComparedQuery, term: DepartmentTerm): Nearness | undefined {
  if (wanted.joined === term.joined) return 'exact';
  const words = wanted.ranks.map((rankOf) => Math.min(...term.words.map(rankOf)));
  const found = nearness[Math.max(...words)];
  if (found !== undefined) return found;
  return nearlySame(wanted.joined, term.joined) ? 'typo' : undefined;
}

/** Each kind of nearness between two words. The shortest lengths keep "a" from finding everything. */
const wordTests: Record<Exclude<Nearness, 'exact'>, (word: string, other: string) => boolean> = {
  word: (word, other) => word === other,
  start: (word, other) => word.length >= 2 && other.startsWith(word),
  // Swedish adds to the end: "hemtjänsten" and "miljökontoret" are looked for where "hemtjänst" and "miljö" stand.
  stem: (word, other) => other.length >= 4 && word.startsWith(other),
  inside: (word, other) => word.length >= 3 && other.includes(word),
  typo: nearlySame,
};

function wordRank(word: string, other: string): number {
  const found = nearness.findIndex((near) => near !== 'exact' && wordTests[near](word, other));
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

/** Up to three departments with a word most like one of the wanted. */
function mostLike(wanted: Wanted, terms: readonly DepartmentTerm[]): Department[] {
  if (wanted.joined === '') return [];
  const difference = new Map<Department, number>();
  for (const { department, words, joined } of terms) {
    const pairs = [...wanted.words, wanted.joined].flatMap((one) =>
      [...words, joined].map((other) => differ(one, other)),
    );
    difference.set(department, Math.min(...pairs, difference.get(department) ?? Number.POSITIVE_INFINITY));
  }
  return [...difference]
    .sort(([, one], [, other]) => one - other)
    .slice(0, 3)
    .map(([department]) => department);
}

/** From 0 for the same word to 1 for words with nothing in common. */
const differ = (one: string, other: string): number => distance(one, other) / Math.max(one.length, other.length);
