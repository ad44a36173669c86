import { LocalIndex } from '../../../src/app/search-index/local-index';
import type { SearchText } from '../../../src/app/search-index/search-index';

/** The texts of a collection by their number, with how much each is like the one that is asked for; most alike first. */
export type Ranker = (text: SearchText) => { at: number; score: number }[];

/** A way to compare texts, given those among which is looked. */
export interface Method {
  name: string;
  over: (collection: readonly SearchText[]) => Ranker;
}

/** Names of the organisation of the example: what a municipality's file would teach. */
const names = ['Hemtjänst', 'Skola', 'Förskola', 'Bibliotek', 'Miljö och bygg', 'Gata och park', 'Kultur och fritid'];

const ours: Method = {
  name: 'Idélotsen',
  over: (collection) => {
    const index = new LocalIndex(names);
    index.put(
      collection.map((text, at) => ({ ...text, id: String(at), version: 1, departments: [], goals: [], stage: '' })),
    );
    return (text) => index.compared(text).map(({ id, score }) => ({ at: Number(id), score }));
  },
};

/** Words as they stand, in lower case. */
const words = ({ title, problem }: SearchText): string[] =>
  `${title} ${problem}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

type Counts = ReadonlyMap<string, number>;
const countsOf = (list: readonly string[]): Counts => {
  const counts = new Map<string, number>();
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

function rarity(documents: readonly Counts[]): (word: string) => number {
  const among = countsOf(documents.flatMap((counts) => [...counts.keys()]));
  return (word) => among.get(word) ?? 0;
}

const ranked = (scores: readonly number[]): { at: number; score: number }[] =>
  scores.map((score, at) => ({ at, score })).sort((one, other) => other.score - one.score);

/** Cosine of tf · idf. */
const tfIdf: Method = {
  name: 'TF-IDF',
  over: (collection) => {
    const documents = collection.map((text) => countsOf(words(text)));
    const among = rarity(documents);
    const weigh = (counts: Counts): Counts =>
      new Map([...counts].map(([word, n]) => [word, n * Math.log((documents.length + 1) / (among(word) + 1))]));
    const length = (weights: Counts): number => Math.hypot(...weights.values());
    const all = documents.map(weigh).map((weights) => ({ weights, length: length(weights) }));
    return (text) => {
      const own = weigh(countsOf(words(text)));
      const ownLength = length(own);
      return ranked(
        all.map(({ weights, length: otherLength }) => {
          let sum = 0;
          for (const [word, weight] of own) sum += weight * (weights.get(word) ?? 0);
          return sum === 0 ? 0 : sum / (ownLength * otherLength);
        }),
      );
    };
  },
};

/** Okapi BM25 (k1 1.2, b 0.75), as a share of what the text would get against itself, so that one threshold can hold for all. */
const bm25: Method = {
  name: 'BM25',
  over: (collection) => {
    const documents = collection.map((text) => countsOf(words(text)));
    const among = rarity(documents);
    const sizes = collection.map((text) => words(text).length);
    const usual = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    const idf = (word: string): number => Math.log(1 + (documents.length - among(word) + 0.5) / (among(word) + 0.5));
    const score = (own: Counts, other: Counts, size: number): number => {
      let sum = 0;
      for (const word of own.keys()) {
        const n = other.get(word) ?? 0;
        sum += (idf(word) * n * 2.2) / (n + 1.2 * (0.25 + (0.75 * size) / usual));
      }
      return sum;
    };
    return (text) => {
      const own = countsOf(words(text));
      const itself = score(own, own, words(text).length);
      return ranked(documents.map((other, at) => score(own, other, sizes[at] ?? 0) / itself));
    };
  },
};

export const methods: readonly Method[] = [ours, tfIdf, bm25];
