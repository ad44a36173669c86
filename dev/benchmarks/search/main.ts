/**
 * `npm run bench:search`: how fast the search index is built and asked, in its thread, at 20,000 and 100,000 made ideas, how much memory it
 * takes and how much it slows other work of the process, and which misspelt words are found. Of what `npm run build` has made. Writes bench/SEARCH.md. `-- --ideas 20000` measures one size only.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LocalIndex } from '../../../src/app/search-index/local-index';
import { ideaMaker } from './made-ideas';
import type { SizeFigures } from './measure';
import { misspeltFound, putMisspelt } from './misspelt';

const ROOT = join(__dirname, '..', '..', '..');
const { values } = parseArgs({ options: { ideas: { type: 'string', default: '20000,100000' } } });

/** What is measured, and the most that it may be at 20,000 and at 100,000 ideas. */
const columns: readonly [title: string, value: (of: SizeFigures) => number, unit: string, most: [number, number]][] = [
  ['search, p95', ({ search }) => search, 'ms', [30, 150]],
  ['similar, p95', ({ similar }) => similar, 'ms', [30, 150]],
  ['search, p95 of processor time', ({ searchProcessor }) => searchProcessor, 'ms', [30, 150]],
  ['similar, p95 of processor time', ({ similarProcessor }) => similarProcessor, 'ms', [30, 150]],
  ['build', ({ build }) => build / 1000, 's', [20, 20]],
  ['build, processor', ({ buildProcessor }) => buildProcessor / 1000, 's', [40, 40]],
  ['memory', ({ memory }) => memory, 'MB', [400, 400]],
  ['other turns meanwhile, p95', ({ turnBeside, turnAlone }) => turnBeside / turnAlone, '×', [1.5, 1.5]],
];

/** Rare words as people misspell them, among the labelled pairs alone and among some thousand made ideas. */
const misspelt = [0, 8000].map((others) => {
  const index = new LocalIndex(['Hemtjänst']);
  const next = ideaMaker();
  index.put(Array.from({ length: others }, next));
  putMisspelt(index);
  const halves = (['choosing', 'reporting'] as const).map((half) => misspeltFound(index, half));
  const said = halves.map(
    ({ half, found, of, wrong, ofOthers }) =>
      `${found} of ${of} among the first three, and ${wrong} of ${ofOthers} that mean another word (${half})`,
  );
  return `- Among ${index.size} ideas: ${said.join('; ')}.`;
});

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const lines = [row(['ideas', ...columns.map(([title]) => title)]), row(['---', ...columns.map(() => '---')])];
const load = loadavg()[0] ?? 0;
let kept = true;
for (const ideas of values.ideas.split(',')) {
  const printed = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', join(__dirname, 'measure.ts'), '--ideas', ideas],
    { encoding: 'utf8', cwd: ROOT },
  );
  const figures = JSON.parse(printed) as SizeFigures;
  const cells = columns.map(([, value, unit, most]) => {
    const limit = most[figures.ideas > 20_000 ? 1 : 0];
    const found = value(figures);
    if (found > limit) kept = false;
    return `${found.toPrecision(3)} ${unit} (≤ ${limit})${found > limit ? ' **over**' : ''}`;
  });
  lines.push(row([String(figures.ideas), ...cells]));
}
const where = `Node ${process.version}, ${availableParallelism()} cores; ${load.toFixed(1)} processes wanted to run as it began (more than the cores: times are longer than they would be).`;
const slips = `Of 60 rare words as people misspell them (dev/benchmarks/search/misspelt.txt; every other one was looked at, the others are only counted):\n\n${misspelt.join('\n')}`;
console.log(`${lines.join('\n')}\n\n${where}\n\n${slips}`);
writeFileSync(
  join(ROOT, 'bench', 'SEARCH.md'),
  `# The search index\n\n\`npm run bench:search\`. ${where}\n\n${lines.join('\n')}\n\n${slips}\n\n${readFileSync(join(__dirname, 'notes.md'), 'utf8')}`,
);
process.exitCode = kept ? 0 : 1;
