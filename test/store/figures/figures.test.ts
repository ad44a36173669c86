import { byMonthOf } from '../../../src/app/figures/overview';
import { marksOf } from '../../../src/domain/figures/marks';
import { periodsOn } from '../../../src/domain/figures/months';
import { reportOf } from '../../../src/domain/figures/report';
import { EVERYWHERE } from '../../../src/domain/figures/sums';
import { replay } from '../../../src/domain/idea/evolve';
import type { Who } from '../../../src/domain/idea/idea';
import { type FigureStore, openFigures } from '../../../src/store/figures/figures';
import { openStorage, type Storage } from '../../../src/store/storage';
import { manyRecords, unitsOf } from '../../../testing/properties/many-records';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';
import { factsIn, factsOf, linesByHand, noFacts, together, told } from '../../domain/figures/indicators';

// What is stored of a log is what somebody comes to who counts it by hand: counted at once, and as it happens.

const COUNTING = 'v0-counting';
const TODAY = '2026-11-28';
const periods = periodsOn(TODAY);
const [first = '', last = ''] = [periods.before[0], periods.current.at(-1)];
const by = { nameOf: (who: Who) => (who === 'clock' ? undefined : who), timeZone: 'Europe/Stockholm' };
const records = [
  ...manyRecords({
    ...{ ideas: 120, departments: 4, seed: 17, from: '2024-12-01', to: TODAY, mergedOn: '2026-03-01' },
  }),
];

let storage: Storage;
let figures: FigureStore;
beforeAll(async () => {
  storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  await storage.prepare();
  figures = openFigures(storage, 'town');
  const build = figures.build(COUNTING);
  // Half of them is counted from the beginning, the others twice, as they go on.
  for (const { idea, record } of records.slice(0, 60)) await build.add(idea.id, marksOf(idea, record, by));
  await build.finish();
  for (const { idea, record } of records.slice(60)) {
    const begun = record.slice(0, Math.ceil(record.length / 2));
    const before = replay(idea.id, begun);
    if (before) await figures.count(COUNTING, idea.id, marksOf(before, begun, by));
    await figures.count(COUNTING, idea.id, marksOf(idea, record, by));
  }
}, 60_000);

it.each([
  ['a department with the one that has become a part of it', ['D00', 'D03']],
  ['a department', ['D01']],
  ['the whole municipality', [EVERYWHERE]],
])('reads of %s what was counted by hand', async (_, codes) => {
  const facts = noFacts();
  for (const { idea, record } of records) together(facts, factsOf(idea.id, record));
  const own = factsIn(facts, ({ department }) => codes.includes(EVERYWHERE) || codes.includes(department));
  const place = { headcount: 900, units: ['D00', 'D01', 'D02', 'D03'].flatMap(unitsOf) };
  const reader = { name: 'D01-leader-2', answers: true };
  const byMonth = byMonthOf(await figures.sums(COUNTING, first, last, codes));
  const standing = (await figures.standing(COUNTING, codes)).map(({ sums }) => sums);
  const lines = reportOf({ byMonth, now: standing, place, reader }, periods);
  expect(lines.filter(({ name }) => name !== 'spread')).toEqual(linesByHand(own, periods, place, reader));
  const spread = lines.find(({ name }) => name === 'spread')?.current;
  expect(spread).toEqual(told(own.inUse, reader));
});
