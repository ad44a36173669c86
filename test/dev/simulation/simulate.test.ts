import { simulate } from '../../../dev/simulation/simulate';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

/** The short form of `npm run simulate -- --employees 5000 --year`. */
test('nine days of a town with a bot that is killed now and then: all holds, and what is counted is what people have seen', async () => {
  const report = await simulate({
    storage: { connectionString: testConnectionString(), prefix: uniquePrefix() },
    ...{ employees: 4000, days: 9, seed: 3, killsAWeek: 12 },
  });
  expect(report.faults).toEqual([]);
  expect(report.deaths).toBeGreaterThan(0);
  expect(report.ideas).toBeGreaterThan(5);
  expect(Object.keys(report.stages).length).toBeGreaterThan(1);
});
