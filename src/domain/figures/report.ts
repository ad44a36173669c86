import { type ByMonth, type FigureReader, type FigureTold, tallyOver, toldOf } from './figures.js';
import type { Measure } from './measures.js';
import type { Month, Periods } from './months.js';
import type { Sums } from './sums.js';
import { type FigureTally, NO_CASES, percentile, summed } from './tally.js';

/** Under so many employees ideas are not counted by the hundred: one idea more or less would be much. */
const FEWEST_FOR_RATE = 50;

/** What the figures are about: how many work there, and in which units. */
export interface ReportPlace {
  headcount: number;
  /** Codes of its units as they are now. */
  units: readonly string[];
}

/** What one line says of a period; `few`: it rests on so few people that it is not said. */
type LineValue =
  | FigureTold
  | { few: false; days: number; longest: number }
  | { few: false; sums: { asked: number; granted: number; used: number }; days?: number | undefined };

/** The indicators that are counted, in their order, each a line with what it means. */
export const reportLines = [
  ...(['answersInTime', 'timeToDecision', 'ideasPerHundred', 'breadth', 'tried'] as const),
  ...(['tests', 'stillInUse', 'spread', 'fromOthers', 'endedWithLesson', 'money'] as const),
] as const;
export type ReportLineName = (typeof reportLines)[number];

export interface ReportLine {
  name: ReportLineName;
  current: LineValue;
  /** Absent of what is known only as it stands now. */
  before?: LineValue | undefined;
}

interface ReadPeriod {
  tally: (measure: Measure) => FigureTally;
  told: (measure: Measure) => FigureTold;
  place: ReportPlace;
}

/** How each line is made of what was counted; undefined where there is nothing to say, and the line is left out. */
const values: { readonly [N in Exclude<ReportLineName, 'spread'>]: (said: ReadPeriod) => LineValue | undefined } = {
  answersInTime: ({ told }) => told('promises'),
  timeToDecision: ({ tally, told }) => {
    if (told('decisions').few) return { few: true };
    const { days } = tally('decisions');
    const [middle, longest] = [percentile(days, 0.5), percentile(days, 0.9)];
    return middle === undefined || longest === undefined ? undefined : { few: false, days: middle, longest };
  },
  ideasPerHundred: ({ told, place: { headcount } }) =>
    headcount < FEWEST_FOR_RATE ? undefined : withHits(told('ideas'), headcount),
  breadth: ({ tally, told, place: { units } }) => {
    if (units.length === 0) return undefined;
    if (told('ideas').few) return { few: true };
    // One that has moved or is no more is none of them.
    const sent = units.filter((unit) => tally('ideas').units[unit] !== undefined);
    return { few: false, cases: units.length, hits: sent.length };
  },
  tried: ({ told }) => told('decisions'),
  tests: ({ told }) => told('tests'),
  stillInUse: ({ told }) => told('followUps'),
  fromOthers: ({ told }) => told('adoptions'),
  endedWithLesson: ({ told }) => told('endings'),
  money: ({ tally, told }) => {
    const parts = ['moneyAsked', 'moneyGranted', 'moneyUsed', 'moneyDecided'] as const;
    if (parts.some((part) => told(part).few)) return { few: true };
    const [asked, granted, used] = parts.map((part) => tally(part).sum);
    if (!asked && !granted && !used) return undefined;
    const days = percentile(tally('moneyDecided').days, 0.5);
    return { few: false, sums: { asked: asked ?? 0, granted: granted ?? 0, used: used ?? 0 }, days };
  },
};

/** What a line says of a period of which there is nothing to say, beside one of which there is. */
const NOTHING: LineValue = { few: false, cases: 0, hits: 0 };

const withHits = (told: FigureTold, cases: number): FigureTold =>
  told.few ? told : { few: false, cases, hits: told.cases };

/** What was counted of a place, by month and as it stands, and by whom it is read. */
export interface ReportSource {
  byMonth: ByMonth;
  now: readonly Sums[];
  place: ReportPlace;
  reader: FigureReader;
}

/** The lines of a report: pure, from what was counted. */
export function reportOf({ byMonth, now, place, reader }: ReportSource, periods: Periods): ReportLine[] {
  const saidIn = (months: readonly Month[]): ReadPeriod => {
    const tally = (measure: Measure) => tallyOver(byMonth, measure, months);
    return { tally, told: (measure) => toldOf(measure, tally(measure), reader), place };
  };
  const [current, before] = [saidIn(periods.current), saidIn(periods.before)];
  const inUse = summed(now.map(({ inUse: standing = NO_CASES }) => standing));
  return reportLines.flatMap((name): ReportLine[] => {
    if (name === 'spread') {
      const { cases, hits } = inUse;
      return cases > 0 ? [{ name, current: { few: false, cases, hits } }] : [];
    }
    const [now, then] = [values[name](current), values[name](before)];
    return now || then ? [{ name, current: now ?? NOTHING, before: then ?? NOTHING }] : [];
  });
}
