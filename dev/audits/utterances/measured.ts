import { takenFor } from './taken-for';
import type { Utterances } from './utterances';

/** How a kind is told from the others: of what is of the kind, how much was found; of what was taken for it, how much is. */
export interface ReadingFigure {
  kind: string;
  of: number;
  found: number;
  taken: number;
}

export interface Misread {
  text: string;
  is: string;
  taken: string;
}

export interface Measured {
  figures: ReadingFigure[];
  total: ReadingFigure;
  misread: Misread[];
}

/** Reads every utterance and counts what it was taken for. */
export function measure(utterances: Utterances): Measured {
  const read = Object.entries(utterances).flatMap(([is, texts]) =>
    texts.map((text) => ({ text, is, taken: takenFor(text) })),
  );
  const figures = Object.keys(utterances).map((kind) => ({
    kind,
    of: read.filter(({ is }) => is === kind).length,
    found: read.filter(({ is, taken }) => is === kind && taken === kind).length,
    taken: read.filter(({ taken }) => taken === kind).length,
  }));
  const right = read.filter(({ is, taken }) => is === taken).length;
  return {
    figures,
    total: { kind: 'all', of: read.length, found: right, taken: read.length },
    misread: read.filter(({ is, taken }) => is !== taken),
  };
}

/** Several kinds as one: those that are answered, say, against those that are offered as ideas. */
export function together(utterances: Utterances, kind: string, isOne: (kind: string) => boolean): ReadingFigure {
  const read = Object.entries(utterances).flatMap(([is, texts]) =>
    texts.map((text) => ({ is: isOne(is), taken: isOne(takenFor(text)) })),
  );
  return {
    kind,
    of: read.filter(({ is }) => is).length,
    found: read.filter(({ is, taken }) => is && taken).length,
    taken: read.filter(({ taken }) => taken).length,
  };
}

/** Of what is of the kind, the share that was found. */
export const recall = ({ of, found }: ReadingFigure): number => (of === 0 ? 1 : found / of);
/** Of what was taken for it, the share that is. */
export const precision = ({ taken, found }: ReadingFigure): number => (taken === 0 ? 1 : found / taken);
