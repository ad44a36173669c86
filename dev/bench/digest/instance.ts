/**
 * One instance's deliveries in a process of its own, as the bot has them. Says each second how much memory it holds, and
 * at its end when it dispatched each message (milliseconds since the epoch).
 */

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createDeliveries } from '../../../src/delivery/deliveries';
import { parseOrganisation } from '../../../src/domain/organisation-file';
import { instantOf } from '../../../src/domain/time';
import { foundation } from '../../../src/foundation';
import { openStorage } from '../../../src/store/storage';

export interface InstanceReport {
  dispatched: number[];
  /** Resident memory in megabytes each second, at that many milliseconds since the epoch. */
  memory: { at: number; rss: number }[];
  /** Processor time in seconds, and how often tables were asked. */
  cpu: number;
  asked: number;
}

function main(): void {
  const [storageAddress = '', organisationFile = '', rate = ''] = process.argv.slice(2);
  const parsed = parseOrganisation(JSON.parse(readFileSync(organisationFile, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const report: InstanceReport = { dispatched: [], memory: [], cpu: 0, asked: 0 };
  const observer = { started: () => void report.asked++, finished() {} };
  const storage = openStorage({ connectionString: storageAddress, observer });
  const note = (what: object, message: string) => console.error(message, what);
  const { app, kitFor, teams } = foundation({
    identity: { kind: 'none' },
    organisation: parsed.organisation,
    storage,
    now: () => instantOf(Date.now()),
    random: (size) => randomBytes(size),
    log: { info() {}, warn: note, error: note },
  });
  const deliveries = createDeliveries({
    ...{ app, storage, kit: kitFor, rate: Number(rate), log: { info() {}, warn: note, error: note } },
    teams: {
      ...teams,
      send: (reach, message) => {
        report.dispatched.push(performance.timeOrigin + performance.now());
        return teams.send(reach, message);
      },
    },
  });
  setInterval(() => {
    report.memory.push({ at: Date.now(), rss: Math.round(process.memoryUsage.rss() / 1e5) / 10 });
  }, 1000);
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
