import { openingOf } from '../../../src/domain/figures/figures';
import { NOW } from '../../../src/domain/figures/mark';
import { marksOf } from '../../../src/domain/figures/marks';
import { type Periods, periodsOn } from '../../../src/domain/figures/months';
import { reportOf } from '../../../src/domain/figures/report';
import { besideYearBefore } from '../../../src/domain/figures/report-periods';
import { type Sums, sumsWith } from '../../../src/domain/figures/sums';
import type { Who } from '../../../src/domain/idea/idea';
import { departmentCode, manyRecords, unitsOf } from '../../../testing/properties/many-records';
import { type Facts, factsIn, factsOf, fiveOf, linesByHand, noFacts, together, told } from './indicators';

// Figures of a whole municipality's log are, to the last digit, what somebody comes to who counts everything by hand.

const IDEAS = 20_000;
const DEPARTMENTS = 40;
/** So many ideas have lives of their own; the others live the same in other departments, one after another. */
const LIVES = 2000;
const TODAY = '2026-11-28';
const MERGED = departmentCode(DEPARTMENTS - 1);
const INTO = departmentCode(0);

const nameOf = (who: Who) => (who === 'clock' ? undefined : who);
const sums = new Map<string, Map<string, Sums>>();
const facts = new Map<string, Facts>();
const everything = noFacts();
let count = 0;

/** The same life in departments so many places on. */
const moved = <T>(life: T, by: number): T =>
  by === 0
    ? life
    : JSON.parse(
        JSON.stringify(life).replace(/\bD(\d\d)(?=["\-U])/g, (_, at) =>
          departmentCode((Number(at) + by) % DEPARTMENTS),
        ),
      );

beforeAll(() => {
  const lives = manyRecords({
    ...{ ideas: LIVES, departments: DEPARTMENTS, seed: 20_261_128 },
    ...{ from: '2024-06-01', to: TODAY, mergedOn: '2026-03-01' },
  });
  for (const life of lives) {
    for (let round = 0; round < IDEAS / LIVES; round++) {
      const { idea, record } = moved(life, round * 7);
      count += 1;
      for (const mark of marksOf(idea, record, { nameOf, timeZone: 'Europe/Stockholm' })) {
        const months = sums.get(mark.department) ?? new Map<string, Sums>();
        sums.set(mark.department, months.set(mark.month, sumsWith(months.get(mark.month) ?? {}, mark, 1)));
      }
      const more = factsOf(`${idea.id}.${round}`, record);
      together(everything, more);
      for (const name of Object.keys(more) as (keyof Facts)[]) {
        for (const fact of more[name]) {
          const own = facts.get(fact.department) ?? noFacts();
          own[name].push(fact);
          facts.set(fact.department, own);
        }
      }
    }
  }
}, 240_000);

/** Somebody on whom nothing rests; and of one department one of those who decide there. */
const readersOf = ([code]: readonly string[]) => [
  { name: 'nobody', answers: false },
  ...(code === 'D03' ? [{ name: 'D03-leader-1', answers: true }] : []),
];
const periods: [name: string, Periods][] = [
  ['twelve months', periodsOn(TODAY)],
  ['T1', besideYearBefore({ year: 2026, part: 'T1' })],
  ['the year', besideYearBefore({ year: 2025, part: 'year' })],
];

/** A department with its codes of before, or all of them. */
const places = [
  ...Array.from({ length: DEPARTMENTS - 1 }, (_, at) => [departmentCode(at)]).map(([code = '']) => ({
    codes: code === INTO ? [INTO, MERGED] : [code],
    headcount: code === 'D07' ? 49 : 420,
  })),
  { codes: Array.from({ length: DEPARTMENTS }, (_, at) => departmentCode(at)), headcount: 16_800 },
].map((place) => ({ ...place, units: place.codes.flatMap(unitsOf) }));

const sourceOf = (codes: readonly string[]) => {
  const byMonth = new Map<string, Sums[]>();
  for (const code of codes) {
    for (const [month, one] of sums.get(code) ?? []) byMonth.set(month, [...(byMonth.get(month) ?? []), one]);
  }
  return { byMonth, now: byMonth.get(NOW) ?? [] };
};
const factsOfPlace = (codes: readonly string[]): Facts => {
  if (codes.length === DEPARTMENTS) return everything;
  const all = noFacts();
  for (const code of codes) together(all, facts.get(code) ?? noFacts());
  return all;
};

it('is a log of twenty thousand ideas in forty departments, with all that can happen to them', () => {
  expect(count).toBe(IDEAS);
  expect(facts.size).toBe(DEPARTMENTS);
  for (const [name, all] of Object.entries(everything)) expect([name, all.length > 100]).toEqual([name, true]);
});

describe.each(periods)('over %s', (_, { current, before }) => {
  it('comes to the same as counted by hand, of each department and of the whole, for whoever reads', () => {
    for (const { codes, headcount, units } of places) {
      const source = sourceOf(codes);
      const own = factsOfPlace(codes);
      const [now, then] = [current, before].map((months) => {
        const there = new Set(months);
        return factsIn(own, ({ month }) => there.has(month));
      });
      for (const reader of readersOf(codes)) {
        const lines = reportOf({ ...source, place: { headcount, units }, reader }, { current, before });
        const expected = linesByHand(own, { current, before }, { headcount, units }, reader);
        const spread = told(own.inUse, reader);
        expect([codes, ...lines.filter(({ name }) => name !== 'spread')]).toEqual([codes, ...expected]);
        expect(lines.find(({ name }) => name === 'spread')?.current).toEqual(spread);

        const five = Object.fromEntries(
          openingOf(source.byMonth, { current, before }, reader).map((one) => [one.name, [one.current, one.before]]),
        );
        const [first = {}, second = {}] = [now, then].map(
          (one = noFacts()) => fiveOf(one, reader) as Record<string, unknown>,
        );
        expect([codes, five]).toEqual([
          codes,
          Object.fromEntries(Object.keys(first).map((name) => [name, [first[name], second[name]]])),
        ]);
      }
    }
  });
});
