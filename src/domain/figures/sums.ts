import { type FigureMark, markName, NOW } from './mark.js';
import { type FigureTally, NO_CASES, withMark } from './tally.js';

/** What a department's month comes to, by measure and part. */
export type Sums = Readonly<Record<string, FigureTally>>;

/** The whole municipality, beside its departments. No department's code holds a full stop. */
export const EVERYWHERE = '.';

/** By which a measure is counted: `waiting.exploring.driver`. */
export const countName = ({ measure, part }: Pick<FigureMark, 'measure' | 'part'>): string =>
  part === undefined ? measure : `${measure}.${part}`;

/** What marks change when an idea counts for these and no more for those. */
export interface MarksChanged {
  fresh: readonly FigureMark[];
  gone: readonly FigureMark[];
}

/** What differs between what an idea counted for and what it counts for now. */
export function marksChanged(before: readonly FigureMark[], after: readonly FigureMark[]): MarksChanged {
  const known = new Map(before.map((mark) => [nameAndValue(mark), mark]));
  const wanted = new Map(after.map((mark) => [nameAndValue(mark), mark]));
  return {
    fresh: [...wanted].flatMap(([name, mark]) => (known.has(name) ? [] : [mark])),
    gone: [...known].flatMap(([name, mark]) => (wanted.has(name) ? [] : [mark])),
  };
}

/** A mark that says something else than it did is gone and fresh. */
const nameAndValue = (mark: FigureMark): string => {
  const { hit = false, days = '', sum = '', unit = '', by = '' } = mark;
  return [markName(mark), hit, days, sum, unit, by].join('|');
};

/** Sums with a mark more, or less. What comes to nothing is left out. */
export function sumsWith(sums: Sums, mark: FigureMark, count: 1 | -1): Sums {
  const name = countName(mark);
  const { [name]: had = NO_CASES, ...others } = sums as Record<string, FigureTally | undefined>;
  const has = withMark(had, mark, count);
  return (has.cases === 0 ? others : { ...others, [name]: has }) as Sums;
}

/** Whether the ideas behind it are listed: what waits is by what waits now. */
export const isListed = ({ measure, month }: FigureMark): boolean => measure !== 'waiting' || month === NOW;
