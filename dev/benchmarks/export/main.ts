/**
 * `npm run bench:export`: how long a workbook of the largest city takes (20,000 ideas of two years in 40 departments, with all that
 * happened to them), and how much memory it holds. Storage is Azurite, on this machine, and storing them takes longer by far than
 * what is measured. Writes bench/EXPORT.md. `-- --ideas 2000` measures fewer and writes nothing.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { openDeps } from '../../../src/app/deps';
import { instantOf } from '../../../src/domain/time';
import { openStorage } from '../../../src/store/storage';
import { Children } from '../../../testing/processes/children';
import { startAzurite } from '../../../testing/storage/azurite';
import { madeCity, madeRecords, storeRecords } from './made-city';
import type { ExportFigures } from './measure';

const ROOT = join(__dirname, '..', '..', '..');
const ALL = 20_000;
const MOST_SECONDS = 60;
/** What is held in the second half may be so many times what was held in the first, and so many MB in all. */
const MOST_GROWTH = 1.5;
const MOST_MEMORY = 100;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { ideas: { type: 'string', default: String(ALL) } } });
  const count = Number(values.ideas);
  const children = new Children();
  const folder = mkdtempSync(join(tmpdir(), 'bench-export-'));
  try {
    const { connectionString } = await startAzurite(children, { ports: { blob: 0, queue: 0, table: 0 } });
    const storage = openStorage({ connectionString, prefix: 'bench' });
    await storage.prepare();
    const organisation = madeCity();
    const deps = openDeps(storage, {
      organisation: () => organisation,
      now: () => instantOf(Date.now()),
      random: (size) => randomBytes(size),
    });
    const events = await storeRecords(deps, madeRecords(count));
    const load = loadavg()[0] ?? 0;
    const script = ['--expose-gc', '--import', 'tsx', join(__dirname, 'measure.ts')];
    const given = ['--storage', connectionString, '--to', join(folder, 'all.xlsx')];
    const { stdout } = await promisify(execFile)(process.execPath, [...script, ...given], { cwd: ROOT });
    const { ideas, seconds, bytes, early, late } = JSON.parse(stdout) as ExportFigures;
    const isKept = ideas === count && seconds <= MOST_SECONDS && late <= MOST_MEMORY && late <= early * MOST_GROWTH;
    const columns = [
      'ideas',
      'events',
      `took (≤ ${MOST_SECONDS} s)`,
      'file',
      `held at most, first and second half (≤ × ${MOST_GROWTH})`,
    ];
    const lines = [
      row(columns),
      row(columns.map(() => '---')),
      row([
        ...[String(ideas), String(events), `${seconds.toFixed(1)} s`, `${bytes.toFixed(1)} MB`],
        `${early.toFixed(0)}, ${late.toFixed(0)} MB`,
      ]),
    ];
    console.log(lines.join('\n'));
    if (count === ALL) write(lines, load);
    console.log(isKept ? 'Within the budget.' : 'Not within the budget.');
    process.exitCode = isKept ? 0 : 1;
  } finally {
    await children.stop();
    rmSync(folder, { recursive: true });
  }
}

function write(lines: readonly string[], load: number): void {
  const where = `Node ${process.version}, ${availableParallelism()} cores, shared by Azurite and the export; ${load.toFixed(1)} processes wanted to run as it began.`;
  writeFileSync(
    join(ROOT, 'bench', 'EXPORT.md'),
    `# What is taken out in a file\n\n\`npm run bench:export\`: a workbook of the whole of a city. ${where}\n\n${lines.join('\n')}\n`,
  );
}

void main();
