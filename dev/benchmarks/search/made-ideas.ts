import type { SearchDocument } from '../../../src/app/search-index/search-index';
import { ideaPairs, otherIdeas } from '../similar/pairs';

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const stages = ['submitted', 'exploring', 'planning', 'piloting', 'scaling', 'inUse', 'closed'];
const departments = Array.from({ length: 20 }, (_, at) => `D${at}`);
const goals = Array.from({ length: 8 }, (_, at) => `g${at}`);
const small = 'vi och att det är som för på med en inte kan man så ska har till av om när'.split(' ');
const endings = ['', '', '', 'en', 'et', 'ar', 'arna', 'er', 'erna', 'ens', 'a', 'or'];
const onsets = 'b br d dr f fl g gr h j k kl kr l m n p pl r s sk sl sn sp st str t tr v'.split(' ');
const vowels = 'a e i o u y å ä ö'.split(' ');
const codas = ['', 'l', 'n', 'r', 's', 'k', 't', 'm', 'ng', 'st', 'nd', 'rk', 'll'];
/** So many words that no dictionary has: names of places, brands, terms of trades. With endings, compounds and slips they become some hundred thousand. */
const INVENTED = 8000;
/** And so many compounds, half of them of words of the pairs. */
const COMPOUNDS = 40_000;

/** So many ideas, always the same. */
export const madeIdeas = (count: number): SearchDocument[] => {
  const next = ideaMaker();
  return Array.from({ length: count }, next);
};

/**
 * Makes one idea after the other, always the same for the same seed. Few words are usual and most are rare, as in any language (Zipf):
 * the usual ones are those of the labelled pairs.
 */
export function ideaMaker(seed = 1): () => SearchDocument {
  const next = chance(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const written = [...ideaPairs().flatMap(({ first, second }) => [first, second]), ...otherIdeas()]
    .flatMap(({ title, problem }) => `${title} ${problem}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
    .filter((word, at, all) => all.indexOf(word) === at);
  const invented = Array.from({ length: INVENTED }, () =>
    Array.from({ length: 2 }, () => pick(onsets) + pick(vowels) + pick(codas)).join(''),
  );
  const words = [...written, ...invented];
  const compounds = Array.from({ length: COMPOUNDS }, () => pick(next() < 0.5 ? written : words) + pick(written));
  /** Ranks as Zipf has them; what is more usual than the first of these says nothing and is among the small words. */
  const usual = (from: readonly string[]): string => {
    const rank = Math.floor(30 * ((from.length + 30) / 30) ** next()) - 30;
    return from[Math.min(from.length - 1, Math.max(0, rank))] ?? '';
  };
  const word = (): string => {
    const kind = next();
    if (kind < 0.1) return usual(compounds);
    const root = usual(words);
    if (kind < 0.11 && root.length > 5) return root.slice(0, 3) + root.slice(4);
    return kind < 0.6 ? root : root + pick(endings);
  };
  const sentence = (length: number): string =>
    Array.from({ length }, () => (next() < 0.4 ? pick(small) : word())).join(' ');
  let made = 0;
  return () => ({
    id: (made++).toString(32).padStart(6, '0').toUpperCase(),
    version: 1,
    title: sentence(3 + Math.floor(next() * 5)),
    problem: sentence(15 + Math.floor(next() * 50)),
    ...(next() < 0.4 && { solution: sentence(10 + Math.floor(next() * 30)) }),
    departments: [pick(departments)],
    goals: next() < 0.3 ? [pick(goals)] : [],
    stage: pick(stages),
    ...(next() < 0.1 && { lesson: sentence(12) }),
  });
}
