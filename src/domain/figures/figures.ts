import { type Measure, measureRow } from './measures.js';
import type { Month, Periods } from './months.js';
import type { Sums } from './sums.js';
import { type FigureTally, summed } from './tally.js';

/** What a figure says: a part of its cases, how many there are, how many days they took, or whole SEK. */
interface FigureRow {
  measure: Measure;
  as: 'share' | 'number';
}

/**
 * The five figures with which the overview opens, in its order. Of ideas in the last twelve whole months, beside the twelve
 * before; never beside another department.
 */
export const openingFigures = {
  answersInTime: { measure: 'promises', as: 'share' },
  newIdeas: { measure: 'ideas', as: 'number' },
  tests: { measure: 'tests', as: 'number' },
  cameIntoUse: { measure: 'cameIntoUse', as: 'number' },
  fromOthers: { measure: 'adoptions', as: 'number' },
} as const satisfies Record<string, FigureRow>;

export type OpeningFigure = keyof typeof openingFigures;
export const openingFigureNames = Object.keys(openingFigures) as readonly OpeningFigure[];

/** Under so many cases a share is told as "3 av 7": a per cent of a few would say more than is known. */
export const FEWEST_FOR_PER_CENT = 20;

/** On so many people a figure rests at least before others see it: what one leader does is no figure. */
const FEWEST_PEOPLE = { deciders: 3, submitters: 7 } as const;

/** Figures of a department with fewer employees are gathered with those of others as small. */
export const FEWEST_EMPLOYEES = 50;
/** The same of one with fewer ideas in both periods together. */
export const FEWEST_IDEAS = 5;

/** What a reader is told: too few people are behind it for others to see it, or this. */
export type FigureTold = { few: true } | { few: false; cases: number; hits: number };

/** Tallies by month. */
export type ByMonth = ReadonlyMap<Month, readonly Sums[]>;

/** A measure's tally over some months. */
export const tallyOver = (byMonth: ByMonth, name: string, months: readonly Month[]): FigureTally =>
  summed(months.flatMap((month) => (byMonth.get(month) ?? []).flatMap((sums) => sums[name] ?? [])));

/** Whether there is something, and so few people are behind it that it would say what one of them has done. */
export const restsOnFew = (measure: Measure, { cases, people }: FigureTally): boolean =>
  cases > 0 && Object.keys(people).length < FEWEST_PEOPLE[measureRow(measure).people];

/** Who reads: by which name they are known among those on whom figures rest, and whether they answer for the place. */
export interface FigureReader {
  name: string;
  answers: boolean;
}

/** What of a tally this reader is told: what rests on few, they alone; what nobody has done, those who answer for the place. */
export function toldOf(measure: Measure, tally: FigureTally, reader: FigureReader): FigureTold {
  const { cases, hits, people } = tally;
  const rests = Object.keys(people);
  const isTheirs = rests.includes(reader.name) || (rests.length === 0 && reader.answers);
  return restsOnFew(measure, tally) && !isTheirs ? { few: true } : { few: false, cases, hits };
}

/** A figure of both periods. */
export interface FigureOf<Name extends string = string> {
  name: Name;
  as: FigureRow['as'];
  current: FigureTold;
  before: FigureTold;
}

/** The five, of some departments' months. */
export const openingOf = (byMonth: ByMonth, periods: Periods, reader: FigureReader): FigureOf<OpeningFigure>[] =>
  openingFigureNames.map((name) => {
    const { measure, as } = openingFigures[name];
    const told = (months: readonly Month[]) => toldOf(measure, tallyOver(byMonth, measure, months), reader);
    return { name, as, current: told(periods.current), before: told(periods.before) };
  });

/** How many ideas some months tell of. */
export const ideasIn = (byMonth: ByMonth, months: readonly Month[]): number =>
  tallyOver(byMonth, 'ideas', months).cases;
