/**
 * One instance's deliveries in a process of its own, as the bot has them. Says at its end how much memory it held now and
 * then, and when it dispatched each message (milliseconds since the epoch).
 */

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createServices } from '../../../src/create-services';
import { createDeliveries } from '../../../src/delivery/deliveries';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file';
import { instantOf } from '../../../src/domain/time';
import { openStorage } from '../../../src/store/storage';

export interface InstanceReport {
  dispatched: number[];
  /** What is held when the garbage has been collected, in megabytes, at that many milliseconds since the epoch. */
  memory: { at: number; held: number }[];
  /** Processor time in seconds, and how often tables were asked. */
  cpu: number;
  asked: number;
}

/** Milliseconds between two looks at the memory: each stops the instance for a moment. */
const LOOK_MS = 10_000;

/** With room to spare the engine collects late, and how much memory a process has says little of what it needs. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function main(): void {
  const [storageAddress = '', organisationFile = '', rate = ''] = process.argv.slice(2);
  const parsed = parseOrganisation(JSON.parse(readFileSync(organisationFile, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const report: InstanceReport = { dispatched: [], memory: [], cpu: 0, asked: 0 };
  const observer = { started: () => void report.asked++, finished() {} };
  const storage = openStorage({ connectionString: storageAddress, observer });
  const note = (what: object, message: string) => console.error(message, what);
  const { app, contextFor, teams } = createServices({
    identity: { kind: 'none' },
    organisation: () => parsed.organisation,
    storage,
    now: () => instantOf(Date.now()),
    random: (size) => randomBytes(size),
    log: { info() {}, warn: note, error: note },
  });
  const deliveries = createDeliveries({
    ...{ app, storage, context: contextFor, rate: Number(rate), log: { info() {}, warn: note, error: note } },
    teams: {
      ...teams,
      send: (reach, message) => {
        report.dispatched.push(performance.timeOrigin + performance.now());
        return teams.send(reach, message);
      },
    },
  });
  const collect = collector();
  setInterval(() => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    report.memory.push({ at: Date.now(), held: (heapUsed + external) / 1e6 });
  }, LOOK_MS);
  deliveries.start();
  console.log('started');
  process.once('SIGTERM', async () => {
    await deliveries.stop();
    const { user, system } = process.cpuUsage();
    report.cpu = (user + system) / 1e6;
    // Waits until it is written: the pipe takes only a part at once.
    process.stdout.write(`report ${JSON.stringify(report)}\n`, () => process.exit(0));
  });
}

main();
