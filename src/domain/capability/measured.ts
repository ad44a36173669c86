import { type ByMonth, type FigureReader, tallyOver, toldOf } from '../figures/figures.js';
import { testResults } from '../figures/marking/finished-tests.js';
import { moneyIn } from '../figures/marking/money-sums.js';
import type { Measure } from '../figures/measures.js';
import type { Month } from '../figures/months.js';
import { countName, type Sums } from '../figures/sums.js';
import { type FigureTally, percentile, summed } from '../figures/tally.js';

/** Under so many employees nothing is counted by the hundred. */
const FEWEST_FOR_RATE = 50;
/** On so many who have sent in something a figure of them rests at least. */
const FEWEST_SUBMITTERS = 7;

/** What the bot has measured beside what people say; `few`: it rests on so few that it is not said. */
export type Measured =
  | { few: true }
  | { few: false; hits: number; of: number }
  | { few: false; count: number }
  | { few: false; perHundred: number }
  | { few: false; days: number };

export interface MeasuredSource {
  byMonth: ByMonth;
  /** How things stand now. */
  now: readonly Sums[];
  headcount: number;
  reader: FigureReader;
}

interface MeasuredReading {
  tally: (measure: Measure, part?: string) => FigureTally;
  told: (measure: Measure, tally?: FigureTally) => { few: true } | { few: false; cases: number; hits: number };
  inUse: FigureTally;
  headcount: number;
}

type Reads = (reading: MeasuredReading) => Measured | undefined;

const share =
  (measure: Measure): Reads =>
  ({ told }) => {
    const one = told(measure);
    if (one.few) return one;
    return one.cases > 0 ? { few: false, hits: one.hits, of: one.cases } : undefined;
  };

const count =
  (measure: Measure): Reads =>
  ({ told }) => {
    const one = told(measure);
    return one.few ? one : { few: false, count: one.cases };
  };

/** Of each statement what is measured of the same, by its id; of those that are not here nothing is. */
const measuredOf: Readonly<Record<string, Reads>> = {
  learn: share('endings'),
  where: ({ tally, headcount }) => {
    const people = Object.keys(tally('ideas').people).length;
    if (headcount < FEWEST_FOR_RATE) return undefined;
    if (people > 0 && people < FEWEST_SUBMITTERS) return { few: true };
    return { few: false, perHundred: Math.round((1000 * people) / headcount) / 10 };
  },
  told: share('promises'),
  try: ({ tally, told }) => {
    const parts = testResults.map((result) => [result, tally('finishedTests', result)] as const);
    const all = summed(parts.map(([, one]) => one));
    if (told('finishedTests', all).few) return { few: true };
    const judged = parts.reduce((sum, [result, { cases }]) => (result === 'noGoal' ? sum : sum + cases), 0);
    return all.cases > 0 ? { few: false, hits: judged, of: all.cases } : undefined;
  },
  asks: share('decisions'),
  stops: ({ told }) => {
    const [ended, followed] = [told('endings'), told('followUps')];
    return ended.few || followed.few
      ? { few: true }
      : { few: false, count: ended.cases + followed.cases - followed.hits };
  },
  time: count('tests'),
  money: ({ tally, told }) => {
    if (moneyIn(tally, told) === 'few') return { few: true };
    const days = percentile(tally('moneyDecided').days, 0.5);
    return days === undefined ? undefined : { few: false, days: Math.round(days) };
  },
  borrow: count('adoptions'),
  share: ({ inUse: { cases, hits } }) => (cases > 0 ? { few: false, hits, of: cases } : undefined),
};

/** What was measured in some months, by the statement beside which it stands: pure, from what was counted. */
export function measuredBeside(
  { byMonth, now, headcount, reader }: MeasuredSource,
  months: readonly Month[],
): ReadonlyMap<string, Measured> {
  const tally = (measure: Measure, part?: string) =>
    tallyOver(byMonth, countName({ measure, ...(part !== undefined && { part }) }), months);
  const reading: MeasuredReading = {
    ...{ tally, headcount, inUse: summed(now.flatMap(({ inUse }) => inUse ?? [])) },
    told: (measure, of = tally(measure)) => toldOf(measure, of, reader),
  };
  return new Map(
    Object.entries(measuredOf).flatMap(([id, reads]) => {
      const value = reads(reading);
      return value ? [[id, value] as const] : [];
    }),
  );
}
