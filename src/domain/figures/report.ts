import { type ByMonth, FEWEST_FOR_PER_CENT, type FigureReader, type FigureTold, tallyOver, toldOf } from './figures.js';
import { type TestResult, testResults } from './marking/finished-tests.js';
import { type MoneySums, moneyIn } from './marking/money-sums.js';
import type { Measure } from './measures.js';
import type { Month, Periods } from './months.js';
import { countName, type Sums } from './sums.js';
import { type FigureTally, NO_CASES, percentile, summed } from './tally.js';

/** Under so many employees ideas are not counted by the hundred: one idea more or less would be much. */
const FEWEST_FOR_RATE = 50;

/** What the figures are about: how many work there, and in which units. */
export interface ReportPlace {
  headcount: number;
  /** The same in an earlier year; default: as many as now. */
  headcountIn?: (year: string) => number;
  /** Codes of its units as they are now. */
  units: readonly string[];
}

/** What one line says of a period; `few`: it rests on so few people that it is not said. `beside`: what is said with it. */
type CasesTold = FigureTold & { beside?: Readonly<Partial<Record<BesideName, number>>> };
type LineValue =
  | CasesTold
  | { few: false; results: Readonly<Record<TestResult, number>> }
  | { few: false; days: number; longest: number }
  | { few: false; sums: MoneySums; days?: number | undefined };

/** How many were not answered, ended as it had been agreed, or how often lessons were opened from other departments. */
export const besideNames = ['silent', 'agreed', 'opened'] as const;
type BesideName = (typeof besideNames)[number];

/** The indicators that are counted, in their order, each a line with what it means. */
export const reportLines = [
  ...(['answersInTime', 'timeToDecision', 'ideasPerHundred', 'breadth', 'tried'] as const),
  ...(['goalReached', 'stillInUse', 'spread', 'fromOthers', 'endedWithLesson', 'money'] as const),
] as const;
export type ReportLineName = (typeof reportLines)[number];

export interface ReportLine {
  name: ReportLineName;
  current: LineValue;
  /** Absent of what is known only as it stands now. */
  before?: LineValue | undefined;
}

interface ReadPeriod {
  tally: (measure: Measure, part?: string) => FigureTally;
  /** What was said last of each idea that was followed up. */
  lastSaid: () => FigureTold;
  tellsOf: (measure: Measure, tally: FigureTally) => FigureTold;
  told: (measure: Measure) => FigureTold;
  place: ReportPlace;
  /** How many worked there then. */
  headcount: number;
  /** How often its lessons were opened from other departments. */
  opened: number;
  /** Whether somebody of a unit has said "Samma problem". */
  hasSaid: (unit: string) => boolean;
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
  ideasPerHundred: ({ told, headcount }) =>
    headcount < FEWEST_FOR_RATE ? undefined : withHits(told('ideas'), headcount),
  breadth: ({ tally, tellsOf, hasSaid, place: { units } }) => {
    if (units.length === 0) return undefined;
    const ideas = tally('ideas');
    const said = units.filter((unit) => hasSaid(unit));
    // Of who has said it no more is known than from where: each unit is one person at least.
    const people = { ...ideas.people, ...Object.fromEntries(said.map((unit) => [`unit ${unit}`, 1])) };
    if (tellsOf('ideas', { ...ideas, cases: ideas.cases + said.length, people }).few) return { few: true };
    // One that has moved or is no more is none of them.
    const sent = units.filter((unit) => ideas.units[unit] !== undefined || said.includes(unit));
    return { few: false, cases: units.length, hits: sent.length };
  },
  tried: ({ told }) => told('decisions'),
  goalReached: ({ tally, tellsOf }) => {
    const tallies = testResults.map((result) => [result, tally('finishedTests', result)] as const);
    const all = summed(tallies.map(([, one]) => one));
    if (tellsOf('finishedTests', all).few) return { few: true };
    if (all.cases === 0) return undefined;
    return {
      few: false,
      results: Object.fromEntries(tallies.map(([result, { cases }]) => [result, cases])) as Record<TestResult, number>,
    };
  },
  stillInUse: ({ lastSaid, told }) => withBeside(lastSaid(), 'silent', told('silentFollowUps')),
  fromOthers: ({ told }) => told('adoptions'),
  endedWithLesson: ({ told, opened }) =>
    withBeside(withBeside(told('endings'), 'agreed', told('agreedEndings')), 'opened', {
      ...{ few: false, cases: opened, hits: 0 },
    }),
  money: ({ tally, told }) => {
    const sums = moneyIn(tally, told);
    if (sums === undefined || sums === 'few') return sums && { few: true };
    const { granted, used } = sums;
    // Of more than was granted in the same months some was granted before them.
    const isShare = tally('moneyGranted').cases >= FEWEST_FOR_PER_CENT && used <= granted;
    return {
      ...{ few: false, sums: { ...sums, ...(isShare && { share: used / granted }) } },
      days: percentile(tally('moneyDecided').days, 0.5),
    };
  },
};

/** What a line says of a period of which there is nothing to say, beside one of which there is. */
const NOTHING: LineValue = { few: false, cases: 0, hits: 0 };

/** Follow-ups without those that another one of the same idea came after in these months. */
function lastOf(byMonth: ByMonth, months: readonly Month[]): FigureTally {
  const all = tallyOver(byMonth, 'followUps', months);
  const earlier = summed(
    months.flatMap((month, at) =>
      Array.from({ length: at + 1 }, (_, apart) =>
        tallyOver(byMonth, countName({ measure: 'earlierFollowUps', part: String(apart) }), [month]),
      ),
    ),
  );
  return { ...all, cases: all.cases - earlier.cases, hits: all.hits - earlier.hits };
}

const withBeside = (told: CasesTold, name: BesideName, beside: FigureTold): CasesTold =>
  told.few || beside.few || beside.cases === 0
    ? told
    : { ...told, beside: { ...('beside' in told ? told.beside : {}), [name]: beside.cases } };

const withHits = (told: FigureTold, cases: number): FigureTold =>
  told.few ? told : { few: false, cases, hits: told.cases };

/** What was counted of a place, by month and as it stands, and by whom it is read. */
export interface ReportSource {
  byMonth: ByMonth;
  now: readonly Sums[];
  place: ReportPlace;
  reader: FigureReader;
  /** What is counted beside the log. */
  beside?: {
    lessonsOpened: (months: readonly Month[]) => number;
    hasSaid: (unit: string, months: readonly Month[]) => boolean;
  };
}

/** The lines of a report: pure, from what was counted. */
export function reportOf({ byMonth, now, place, reader, beside }: ReportSource, periods: Periods): ReportLine[] {
  const saidIn = (months: readonly Month[]): ReadPeriod => {
    const tally = (measure: Measure, part?: string) =>
      tallyOver(byMonth, countName({ measure, ...(part !== undefined && { part }) }), months);
    const tellsOf = (measure: Measure, one: FigureTally) => toldOf(measure, one, reader);
    const lastSaid = () => tellsOf('followUps', lastOf(byMonth, months));
    const year = months.at(-1)?.slice(0, 4) ?? '';
    return {
      ...{ tally, tellsOf, lastSaid, told: (measure) => tellsOf(measure, tally(measure)) },
      ...{ place, headcount: place.headcountIn?.(year) ?? place.headcount },
      opened: beside?.lessonsOpened(months) ?? 0,
      hasSaid: (unit) => beside?.hasSaid(unit, months) ?? false,
    };
  };
  const [current, before] = [saidIn(periods.current), saidIn(periods.before)];
  const inUse = summed(now.map(({ inUse: standing = NO_CASES }) => standing));
  return reportLines.flatMap((name): ReportLine[] => {
    if (name === 'spread') {
      return inUse.cases > 0 ? [{ name, current: toldOf('inUse', inUse, reader) }] : [];
    }
    const [now, then] = [values[name](current), values[name](before)];
    return now || then ? [{ name, current: now ?? NOTHING, before: then ?? NOTHING }] : [];
  });
}
