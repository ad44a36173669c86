import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '../../../src/domain/time';
import { openStorage } from '../../../src/store/storage';
import { Children } from '../../../testing/processes/children';
import { startAzurite } from '../../../testing/storage/azurite';
import { digestCity, settle } from './city';
import { startCountingConnector } from './connector';
import type { InstanceReport } from './instance';

export interface DigestWanted {
  instances: number;
  recipients: number;
  /** Messages a second of all instances together. */
  rate: number;
}

export interface Found extends DigestWanted {
  /** Recipients who got none, and who got more than one. */
  without: number;
  twice: number;
  /**
   * From the first dispatch to the last, in seconds; and messages a second over that, as a part of the rate: 1 when they
   * leave evenly, each in its own part of the second.
   */
  seconds: number;
  ofRate: number;
  /** Most dispatches in any window of a second. */
  busiest: number;
  /** Mean memory held in the second quarter of the sending and in the last, in megabytes, of the instance that grew most. */
  memory: { before: number; after: number };
  /** Requests to tables for each message, and processor time in milliseconds. */
  asked: number;
  cpu: number;
  /** How busy all processors of this machine were meanwhile, 0 to 1: close to 1 it is the machine that is measured. */
  machine: number;
}

/** What a run is held to: its share of the set rate, and late memory as a part of early memory. */
export const LEAST_OF_RATE = 0.98;
export const MOST_GROWTH = 1.15;

/** Whether a run kept its rate, no second above it, reached everybody once and held its memory. */
export const isKept = ({ ofRate, busiest, rate, without, twice, memory }: Found): boolean =>
  ofRate >= LEAST_OF_RATE && busiest <= rate && without + twice === 0 && memory.after <= MOST_GROWTH * memory.before;

/** No message for so many milliseconds: the run is over, or stands. Before the first one the whole run is planned. */
const SILENCE_MS = 180_000;

/** One run of a week's digest on a fresh Azurite: planned by the clock, sent by so many instances. */
export async function runDigest(wanted: DigestWanted, folder: string): Promise<Found> {
  const children = new Children();
  const azurite = await startAzurite(children, { ports: { blob: 0, queue: 0, table: 0 } });
  const connector = await startCountingConnector();
  const processors: Processors[] = [];
  const looking = setInterval(() => processors.push(lookAtProcessors()), 1000);
  try {
    const storage = openStorage({ connectionString: azurite.connectionString });
    await storage.prepare();
    const city = digestCity(wanted.recipients, instantOf(Date.now()));
    await settle(city, storage, connector.url);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'digest-organisation.json');
    writeFileSync(file, JSON.stringify(city.file));
    const args = [azurite.connectionString, file, String(wanted.rate)];
    const instances = Array.from({ length: wanted.instances }, (_, n) => {
      const group = new Children();
      children.addStop(() => group.stop());
      const child = group.start({
        name: `Instance ${n + 1}`,
        script: join(__dirname, 'instance.ts'),
        args,
        cwd: folder,
        logFile: join(folder, `digest-instance-${n + 1}.log`),
      });
      const report = child.firstLine((line) => (line.startsWith('report ') ? line.slice(7) : undefined));
      return { group, report };
    });
    await connector.until(wanted.recipients, SILENCE_MS);
    const reports = await Promise.all(
      instances.map(async ({ group, report }) => {
        await Promise.all([group.stop(), report]);
        return JSON.parse(await report) as InstanceReport;
      }),
    );
    return measured(wanted, city.conversations, connector.arrived, reports, processors);
  } finally {
    clearInterval(looking);
    await connector.stop();
    await children.stop();
  }
}

function measured(
  wanted: DigestWanted,
  conversations: readonly string[],
  arrived: ReadonlyMap<string, number>,
  reports: readonly InstanceReport[],
  processors: readonly Processors[],
): Found {
  const times = reports.flatMap(({ dispatched }) => dispatched).sort((a, b) => a - b);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  const counts = conversations.map((one) => arrived.get(one) ?? 0);
  const sum = (of: (report: InstanceReport) => number) => reports.reduce((all, one) => all + of(one), 0);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const meanBetween = ({ memory }: InstanceReport, from: number, to: number): number => {
    const part = memory.filter(({ at }) => at >= first + from * (last - first) && at <= first + to * (last - first));
    return part.reduce((sum, { held }) => sum + held, 0) / Math.max(1, part.length);
  };
  const growth = reports
    .map((report) => ({ before: meanBetween(report, 0.25, 0.5), after: meanBetween(report, 0.75, 1) }))
    .sort((a, b) => b.after - b.before - (a.after - a.before));
  return {
    ...wanted,
    without: counts.filter((count) => count === 0).length,
    twice: counts.filter((count) => count > 1).length,
    seconds,
    ofRate: times.length / (seconds * wanted.rate + 1),
    busiest: busiestSecond(times),
    memory: growth[0] ?? { before: 0, after: 0 },
    asked: sum(({ asked }) => asked) / times.length,
    cpu: (1000 * sum(({ cpu }) => cpu)) / times.length,
    machine: busyBetween(processors, first, last),
  };
}

/** What all processors together have done since the machine started, in milliseconds. */
interface Processors {
  at: number;
  idle: number;
  all: number;
}

function lookAtProcessors(): Processors {
  const times = cpus().map((one) => one.times);
  const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
  return { at: Date.now(), idle: times.reduce((sum, { idle }) => sum + idle, 0), all };
}

function busyBetween(processors: readonly Processors[], from: number, to: number): number {
  const within = processors.filter(({ at }) => at >= from && at <= to);
  const [start, end] = [within[0], within.at(-1)];
  return start && end && end.all > start.all ? 1 - (end.idle - start.idle) / (end.all - start.all) : 0;
}

/** Sorted times in milliseconds. */
function busiestSecond(times: readonly number[]): number {
  let first = 0;
  return times.reduce((most, time, last) => {
    while (time - (times[first] ?? time) >= 1000) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}
