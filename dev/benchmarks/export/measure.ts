/** One file with all ideas, in a process of its own; prints what it took as JSON. Started by main.ts. */
import { randomBytes } from 'node:crypto';
import { createWriteStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDeps } from '../../../src/app/deps';
import { fillTables } from '../../../src/delivery/export/fill-tables';
import { createWorkbook } from '../../../src/delivery/export/workbook';
import { instantOf } from '../../../src/domain/time';
import { openStorage } from '../../../src/store/storage';
import { contextFor } from '../../../testing/samples/card-context';
import { madeCity } from './made-city';

export interface ExportFigures {
  ideas: number;
  seconds: number;
  /** MB of the file. */
  bytes: number;
  /** MB that it held at most after what nobody needs was collected, early and late, beside what a process holds anyway. */
  early: number;
  late: number;
}

const { values } = parseArgs({ options: { storage: { type: 'string', default: '' }, to: { type: 'string' } } });
const megabytes = (bytes: number): number => bytes / 1024 / 1024;

function heldNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}

async function main(): Promise<ExportFigures> {
  const { storage: connectionString, to = '' } = values;
  const storage = openStorage({ connectionString, prefix: 'bench' });
  const organisation = madeCity();
  const now = () => instantOf(Date.now());
  const deps = openDeps(storage, { organisation: () => organisation, now, random: (size) => randomBytes(size) });
  // The first requests load what a process loads once.
  await deps.ideas.page(undefined, 1);
  const context = contextFor('sv', organisation);
  const before = heldNow();
  const held: number[] = [];
  let measuring = 0;
  const started = performance.now();
  const ideas = await fillTables(
    deps,
    context,
    { names: false },
    (tables) => createWorkbook(createWriteStream(to), tables),
    {
      written: async () => {
        const began = performance.now();
        held.push(heldNow() - before);
        measuring += performance.now() - began;
      },
    },
  );
  const seconds = (performance.now() - started - measuring) / 1000;
  const half = Math.ceil(held.length / 2);
  const [early, late] = [held.slice(0, half), held.slice(half)].map((some) => megabytes(Math.max(0, ...some)));
  return { ideas, seconds, bytes: megabytes(statSync(to).size), early: early ?? 0, late: late ?? 0 };
}

void main().then((figures) => console.log(JSON.stringify(figures)));
