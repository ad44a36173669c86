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
  const short = withoutKindOfPlace(wanted);
  const readings = [wanted, ...(['', wanted.joined].includes(short.joined) ? [] : [short])].map(comparing);

  const best = new Map<Department | Unit, { term: DepartmentTerm; rank: number }>();
  for (const term of directory.terms) {
    let rank = NOT_NEAR;
    for (const reading of readings) rank = Math.min(rank, rankOf(reading, term));
    if (rank === NOT_NEAR) continue;
    const known = best.get(found(term));
    if (!known || known.rank > rank) best.set(found(term), { term, rank });
  }

  const all = [...best.values()].sort((one, other) => one.rank - other.rank).flatMap(hitOf);
  const clear = CLEAR.map((near) => all.filter((hit) => hit.nearness === near)).find((group) => group.length > 0);
  return { wanted, hits: clear ?? all };
}

function hitOf({ term: { department, unit }, rank }: { term: DepartmentTerm; rank: number }): DepartmentHit[] {
  const near = nearness[rank];
  return near === undefined ? [] : [{ department, ...(unit && { unit }), nearness: near }];
}

type Wanted = ReturnType<typeof tellingWords>;

const KIND_OF_PLACE = /s?(?:forvaltning|kontor|avdelning|namnd|enhet|bolag|department|office|unit)(?:en|et)?$/;

/** "Socialförvaltningen" or "the culture department" as it may stand in the file: "social", "culture". */
function withoutKindOfPlace(wanted: Wanted): Wanted {
  const words = wanted.words.map((word) => word.replace(KIND_OF_PLACE, '')).filter(Boolean);
  return { words, joined: words.join('') };
}

/** In the place of a rank in `nearness`. */
const NOT_NEAR = Number.POSITIVE_INFINITY;
const [EXACT, TYPO] = [nearness.indexOf('exact'), nearness.indexOf('typo')];

interface ComparedQuery {
  joined: string;
  /** Of each wanted word, how near it is to a word of a term. */
  ranks: readonly ((other: string) => number)[];
}

const comparing = ({ joined, words }: Wanted): ComparedQuery => ({
  joined,
  ranks: words.map((word) => comparedOnce((other) => wordRank(word, other))),
});

/** Places are called by the same words again and again, and each is compared once in a search. */
function comparedOnce(compare: (other: string) => number): (other: string) => number {
  const known = new Map<string, number>();
  return (other) => {
    const before = known.get(other);
    if (before !== undefined) return before;
    const found = compare(other);
    known.set(other, found);
    return found;
  };
}

/** A term is as near as the least near of the wanted words, each compared with the term's word that is nearest to it. */
function rankOf(wanted: ComparedQuery, term: DepartmentTerm): number {
  if (wanted.joined === term.joined) return EXACT;
  // Of the largest organisation two thousand terms are looked at: no lists are made.
  let least = EXACT;
  for (const rankTo of wanted.ranks) {
    let nearest = NOT_NEAR;
    for (const word of term.words) nearest = Math.min(nearest, rankTo(word));
    if (nearest > least) least = nearest;
    if (least === NOT_NEAR) break;
  }
  if (least !== NOT_NEAR) return least;
  return nearlySame(wanted.joined, term.joined) ? TYPO : NOT_NEAR;
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
  return found < 0 ? NOT_NEAR : found;
}

/** Up to three departments with a word most like one of the wanted. */
function mostLike(wanted: Wanted, terms: readonly DepartmentTerm[]): Department[] {
  if (wanted.joined === '') return [];
  const difference = new Map<Department, number>();
  const asked = [...new Set([...wanted.words, wanted.joined])];
  const least = comparedOnce((other) => Math.min(...asked.map((one) => differ(one, other))));
  for (const { department, words, joined } of terms) {
    const nearest = Math.min(...words.map(least), least(joined));
    difference.set(department, Math.min(nearest, difference.get(department) ?? Number.POSITIVE_INFINITY));
  }
  return [...difference]
    .sort(([, one], [, other]) => one - other)
    .slice(0, 3)
    .map(([department]) => department);
}

/** From 0 for the same word to 1 for words with nothing in common. */
const differ = (one: string, other: string): number => distance(one, other) / Math.max(one.length, other.length);
