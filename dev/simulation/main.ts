/**
 * `npm run simulate -- --employees 5000 --year`: a municipality's days with a clock that is moved, on an Azurite of its own, and
 * a bot that is killed now and then. `--days 30` instead of `--year`; `--seed 2` for another one; `--kills 0` a week for a bot that lives.
 * Prints a line a week, and at last what did not hold; exit code 1 where something did not.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Children } from '../../testing/processes/children';
import { startAzurite } from '../../testing/storage/azurite';
import { simulate } from './simulate';

const YEAR = 365;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      employees: { type: 'string', default: '500' },
      days: { type: 'string', default: '30' },
      year: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      kills: { type: 'string', default: '2' },
    },
  });
  const children = new Children();
  try {
    const { connectionString } = await startAzurite(children, { ports: { blob: 0, queue: 0, table: 0 } });
    const began = performance.now();
    const report = await simulate({
      storage: { connectionString, prefix: `s${randomBytes(6).toString('hex')}` },
      employees: Number(values.employees),
      days: values.year ? YEAR : Number(values.days),
      seed: Number(values.seed),
      killsAWeek: Number(values.kills),
      progress: (line) => console.log(line),
    });
    const { faults, ...counts } = report;
    console.log(JSON.stringify({ ...counts, minutes: Math.round((performance.now() - began) / 6000) / 10 }, null, 2));
    for (const fault of faults) console.log(fault);
    console.log(faults.length === 0 ? 'All holds.' : `${faults.length} things do not hold.`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await children.stop();
  }
}

main().then((exitCode) => {
  process.exitCode = exitCode;
});
