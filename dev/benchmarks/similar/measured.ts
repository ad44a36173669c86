import type { SearchText } from '../../../src/app/search-index/search-index';
import type { IdeaPair } from './pairs';
import type { Method, Ranker } from './rankers';

/** What one method found of one pair. */
export interface JudgedPair {
  pair: IdeaPair;
  /** How alike the two are held to be; 0 where the second is not found at all. */
  score: number;
  /** The second one's place among all that is found for the first, from 1. */
  place: number;
}

/** What a method is worth on some pairs. */
export interface Worth {
  precision: number;
  recall: number;
  recallAtThree: number;
  /** Of what would be shown (at most three, above the threshold), how much is the same. */
  shownRightly: number;
}

/** All second texts and the others are what there is to be found. */
export function judge(method: Method, pairs: readonly IdeaPair[], others: readonly SearchText[]) {
  const rank = method.over([...pairs.map(({ second }) => second), ...others]);
  return pairs.map((pair, own) => judgedBy(rank, pair, own));
}

export interface RankedPair extends JudgedPair {
  /** The scores of the three that come first, and whether each is the pair's own second text. */
  firstThree: { score: number; own: boolean }[];
}

function judgedBy(rank: Ranker, pair: IdeaPair, own: number): RankedPair {
  const found = rank(pair.first).filter(({ score }) => score > 0);
  const place = found.findIndex(({ at }) => at === own);
  return {
    pair,
    score: found[place]?.score ?? 0,
    place: place < 0 ? Number.POSITIVE_INFINITY : place + 1,
    firstThree: found.slice(0, 3).map(({ at, score }) => ({ score, own: at === own })),
  };
}

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);

export function worthAt(threshold: number, judged: readonly RankedPair[]): Worth {
  const same = judged.filter(({ pair }) => pair.same);
  const taken = judged.filter(({ score }) => score >= threshold);
  const right = taken.filter(({ pair }) => pair.same).length;
  const shown = judged.flatMap(({ pair, firstThree }) =>
    firstThree.filter(({ score }) => score >= threshold).map(({ own }) => own && pair.same),
  );
  return {
    precision: share(right, taken.length),
    recall: share(right, same.length),
    recallAtThree: share(same.filter(({ place }) => place <= 3).length, same.length),
    shownRightly: share(shown.filter(Boolean).length, shown.length),
  };
}

/**
 * The threshold at which precision and recall are best together, precision counting twice (F½): a wrong row costs the reader more
 * than a missed one. The same rule for every method.
 */
export function bestThreshold(judged: readonly RankedPair[]): number {
  const together = (threshold: number): number => {
    const { precision, recall } = worthAt(threshold, judged);
    return precision + recall === 0 ? 0 : (1.25 * precision * recall) / (0.25 * precision + recall);
  };
  return judged
    .map(({ score }) => score)
    .filter((score) => score > 0)
    .reduce((best, score) => (together(score) > together(best) ? score : best), Number.POSITIVE_INFINITY);
}

/** The precision that is left when the threshold is lowered until so much is found; the best there is, where several are. */
export function precisionAtRecall(recall: number, judged: readonly RankedPair[]): number {
  const worths = judged.map(({ score }) => worthAt(score, judged)).filter((worth) => worth.recall >= recall);
  return Math.max(0, ...worths.map(({ precision }) => precision));
}
