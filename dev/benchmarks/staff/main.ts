/**
 * `npm run bench:staff`: how long it takes to learn who works where, of 45,000 people in 400 places, from Microsoft Graph (another
 * process, over HTTP) and from a personnel file, how much memory that holds, and what a look-up takes. Storage is Azurite, on this
 * machine. Writes bench/STAFF.md. `-- --people 4500` measures fewer and writes nothing.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { Children } from '../../../testing/processes/children';
import { startAzurite } from '../../../testing/storage/azurite';
import { startGraph } from '../../../testing/teams/graph';
import { entraUser, staffCsv } from './made-staff';
import type { LookFigures, LookUpFigures } from './measure';

const ROOT = join(__dirname, '..', '..', '..');
const ALL = 45_000;
/** As many as change in an hour. */
const CHANGED = 50;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const within = (value: number, most: number, unit: string): string =>
  `${value.toPrecision(3)} ${unit} (≤ ${most})${value > most ? ' **over**' : ''}`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { people: { type: 'string', default: String(ALL) } } });
  const people = Number(values.people);
  const children = new Children();
  const graph = await startGraph();
  const folder = mkdtempSync(join(tmpdir(), 'bench-staff-'));
  try {
    const { connectionString } = await startAzurite(children, { ports: { blob: 0, queue: 0, table: 0 } });
    const measured = async (...args: string[]) => {
      const given = ['--storage', connectionString, '--people', values.people, ...args];
      const script = ['--expose-gc', '--import', 'tsx', join(__dirname, 'measure.ts'), ...given];
      const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: ROOT });
      return JSON.parse(stdout) as unknown;
    };
    const load = loadavg()[0] ?? 0;
    const lines = [
      row(['look', 'took', 'unknown names counted', 'held, at most', 'taken', 'new', 'changed', 'as before', 'gone']),
      row(Array(9).fill('---')),
    ];
    let kept = true;
    const look = async (title: string, mostSeconds: number, ...source: string[]) => {
      const { seconds, naming, held, taken, counts } = (await measured(...source)) as LookFigures;
      kept &&= seconds <= mostSeconds && held <= MOST_MEMORY;
      const { fresh, changed, same, gone } = counts;
      const cells = [
        within(seconds, mostSeconds, 's'),
        `${naming.toPrecision(3)} s`,
        within(held, MOST_MEMORY, 'MB'),
        `${taken.toPrecision(3)} MB`,
      ];
      lines.push(row([title, ...cells, ...[fresh, changed, same, gone].map(String)]));
      console.log(lines.at(-1));
    };

    graph.has(...Array.from({ length: people }, (_, n) => entraUser(n)));
    await look('Graph, all for the first time', 60, '--graph', graph.root);
    const moved = Array.from({ length: CHANGED }, (_, n) => n * 31);
    graph.has(...moved.slice(10).map((n) => entraUser(n, 1)));
    graph.removes(...moved.slice(0, 10).map((n) => entraUser(n).id));
    await look(`Graph, ${CHANGED} changes, ten of them gone`, 2, '--graph', graph.root);
    const file = join(folder, 'staff.csv');
    writeFileSync(file, staffCsv(people));
    await look('Personnel file, all for the first time', 60, '--file', file);
    await look('Personnel file, the night after', 60, '--file', file);

    const found = (await measured()) as LookUpFigures;
    const lookUps: readonly [title: string, cell: string, isKept: boolean][] = [
      ['the place that a source means, p95', within(found.place, 1, 'ms'), found.place <= 1],
      ['a department by its name, p95', within(found.search, 1, 'ms'), found.search <= 1],
      ['who decides there, p95', within(found.decides, 1, 'ms'), found.decides <= 1],
      ['memory of the directory', within(found.directory, MOST_MEMORY, 'MB'), found.directory <= MOST_MEMORY],
      ['where somebody works, from storage, p95', `${found.workplace.toPrecision(3)} ms`, true],
    ];
    const about = lookUps.map(([title, cell]) => row([title, cell]));
    kept &&= lookUps.every(([, , isKept]) => isKept);
    console.log(about.join('\n'));
    if (people === ALL) write([...lines, '', row(['look-up', 'found']), row(['---', '---']), ...about], load);
    process.exitCode = kept ? 0 : 1;
  } finally {
    await Promise.all([graph.close(), children.stop()]);
    rmSync(folder, { recursive: true });
  }
}

/** Neither a look nor the directory holds more. */
const MOST_MEMORY = 60;

function write(lines: readonly string[], load: number): void {
  const where = `Node ${process.version}, ${availableParallelism()} cores, shared by Azurite, Graph’s stand-in and the bot; ${load.toFixed(1)} processes wanted to run as it began.`;
  writeFileSync(
    join(ROOT, 'bench', 'STAFF.md'),
    `# Who works where\n\n\`npm run bench:staff\`: ${ALL} people in 400 departments and units. ${where}\n\n${lines.join('\n')}\n\n${NOTES}\n`,
  );
}

const NOTES = `People are not held in memory: each is two rows in storage, read beside what a turn reads anyway, so that 45,000 of them cost an instance
nothing and all instances know the same. Departments, units and their posts are held, and asked in memory. What a look holds for as long as it lasts is a sum and a version of each person, by which
it sees what has changed and how many would be gone; a look at changes holds those alone.`;

void main();
