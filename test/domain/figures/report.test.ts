import { type ReportSource, reportOf } from '../../../src/domain/figures/report';
import { besideYearBefore, monthsIn, periodsOver } from '../../../src/domain/figures/report-periods';
import type { Sums } from '../../../src/domain/figures/sums';
import { NO_CASES } from '../../../src/domain/figures/tally';

const T1 = besideYearBefore({ year: 2026, part: 'T1' });
const people = { a: 3, b: 2, c: 2, d: 1, e: 1, f: 1, g: 1 };
const place = { headcount: 400, units: ['HTN', 'HTS', 'HTV', 'HTO', 'HTC'] };

const source = (sums: Sums): ReportSource => ({
  byMonth: new Map([['2026-02', [sums]]]),
  ...{ now: [], place, reader: { name: 'x', answers: false } },
});

it('can be written about the year’s parts that are over, the newest first', () => {
  expect(periodsOver('2026-09-01')[0]).toEqual({ year: 2026, part: 'T2' });
  expect(periodsOver('2026-08-31')[0]).toEqual({ year: 2026, part: 'T1' });
  expect(periodsOver('2026-04-30')[0]).toEqual({ year: 2025, part: 'year' });
  expect(monthsIn({ year: 2026, part: 'T1' })).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
});

it('counts ideas by the hundred of those who work there, and units that have sent any', () => {
  const ideas = { ...NO_CASES, cases: 11, people, units: { HTN: 4, HTS: 7, GONE: 1 } };
  const lines = reportOf(source({ ideas }), T1);
  expect(lines.find(({ name }) => name === 'ideasPerHundred')?.current).toEqual({ few: false, cases: 400, hits: 11 });
  expect(lines.find(({ name }) => name === 'breadth')?.current).toEqual({ few: false, cases: 5, hits: 2 });
});

it('says nothing by the hundred where fewer than fifty work', () => {
  const ideas = { ...NO_CASES, cases: 11, people };
  const lines = reportOf({ ...source({ ideas }), place: { headcount: 49, units: [] } }, T1);
  expect(lines.map(({ name }) => name)).not.toContain('ideasPerHundred');
  expect(lines.map(({ name }) => name)).not.toContain('breadth');
});

it('says of money what was asked, granted and used, and only where any was asked for', () => {
  const money = {
    moneyAsked: { ...NO_CASES, cases: 3, sum: 90_000, people },
    moneyGranted: { ...NO_CASES, cases: 2, sum: 60_000, people },
    moneyUsed: { ...NO_CASES, cases: 1, sum: 25_000, people },
    moneyDecided: { ...NO_CASES, cases: 3, days: { 4: 1, 10: 1, 30: 1 }, people },
  };
  const [line] = reportOf(source(money), T1).filter(({ name }) => name === 'money');
  expect(line?.current).toEqual({ few: false, sums: { asked: 90_000, granted: 60_000, used: 25_000 }, days: 10 });
  expect(reportOf(source({}), T1).map(({ name }) => name)).not.toContain('money');
});

it('keeps what rests on one or two who decide from everybody but them', () => {
  const promises = { ...NO_CASES, cases: 40, hits: 31, people: { a: 39, b: 1 } };
  const said = (reader: string) =>
    reportOf({ ...source({ promises }), reader: { name: reader, answers: false } }, T1).find(
      ({ name }) => name === 'answersInTime',
    )?.current;
  expect(said('x')).toEqual({ few: true });
  expect(said('b')).toEqual({ few: false, cases: 40, hits: 31 });
});

it('says how far solutions have spread only where three or more have taken them on, and to those who did', () => {
  const spreadOf = (some: Readonly<Record<string, number>>, reader = 'x') =>
    reportOf(
      {
        ...source({}),
        now: [{ inUse: { ...NO_CASES, cases: 9, hits: 2, people: some } }],
        reader: { name: reader, answers: false },
      },
      T1,
    ).find(({ name }) => name === 'spread')?.current;
  expect(spreadOf({ a: 8, b: 1 })).toEqual({ few: true });
  expect(spreadOf({ a: 8, b: 1 }, 'b')).toEqual({ few: false, cases: 9, hits: 2 });
  expect(spreadOf({ a: 4, b: 4, c: 1 })).toEqual({ few: false, cases: 9, hits: 2 });
});

it('counts a unit that has said that it has the same problem among those that take part, once', () => {
  const ideas = { ...NO_CASES, cases: 11, people, units: { HTN: 4, HTS: 7 } };
  const beside = { lessonsOpened: () => 0, hasSaid: (unit: string) => unit === 'HTS' || unit === 'HTO' };
  const lines = reportOf({ ...source({ ideas }), beside }, T1);
  expect(lines.find(({ name }) => name === 'breadth')?.current).toEqual({ few: false, cases: 5, hits: 3 });
  const alone = reportOf({ ...source({}), beside }, T1);
  expect(alone.find(({ name }) => name === 'breadth')?.current).toEqual({ few: true });
});

it('tells beside what ended with a lesson how often others opened one, and what stopped as planned', () => {
  const endings = { ...NO_CASES, cases: 4, hits: 3, people };
  const agreedEndings = { ...NO_CASES, cases: 2, people };
  const beside = {
    lessonsOpened: (months: readonly string[]) => (months === T1.current ? 12 : 0),
    hasSaid: () => false,
  };
  const line = reportOf({ ...source({ endings, agreedEndings }), beside }, T1).find(
    ({ name }) => name === 'endedWithLesson',
  );
  expect(line?.current).toEqual({ few: false, cases: 4, hits: 3, beside: { agreed: 2, opened: 12 } });
  expect(line?.before).toEqual({ few: false, cases: 0, hits: 0 });
});

it('counts ideas of a year by the hundred of those who worked there then', () => {
  const ideas = { ...NO_CASES, cases: 11, people };
  const byMonth = new Map([
    ['2026-02', [{ ideas }]],
    ['2025-02', [{ ideas }]],
  ]);
  const headcountIn = (year: string) => (year === '2025' ? 300 : 400);
  const [line] = reportOf({ ...source({}), byMonth, place: { ...place, headcountIn } }, T1).filter(
    ({ name }) => name === 'ideasPerHundred',
  );
  expect([line?.current, line?.before]).toEqual([
    { few: false, cases: 400, hits: 11 },
    { few: false, cases: 300, hits: 11 },
  ]);
});
