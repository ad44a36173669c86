/**
 * `npm run bench`: measures everything in rows.ts, prints one table and keeps it in bench/RESULTS.md.
 * `-- --counts` counts only and keeps nothing; exit code 1 when a count is over its budget. `-- --rounds 3` is quicker.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Children } from '../../testing/processes/children';
import { startAzurite } from '../../testing/storage/azurite';
import { ROOT } from './processes/places';
import { type Finding, tableOf } from './report';
import { type Benchmark, counts, keeps, ROUNDS, times } from './rows';
import type { Setting } from './setting';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { counts: { type: 'boolean', default: false }, rounds: { type: 'string', default: String(ROUNDS) } },
  });
  const children = new Children();
  try {
    const azurite = startAzurite(children, { ports: { blob: 0, queue: 0, table: 0 } });
    const setting: Setting = {
      storage: async () => (await azurite).connectionString,
      prefix: () => `b${randomBytes(6).toString('hex')}`,
      rounds: Number(values.rounds),
    };
    // Counting first: what stays behind in its Azurite slows nothing that is timed.
    const counted = await findingsOf(counts, setting);
    await children.stop();
    const findings = values.counts ? counted : [...counted, ...(await findingsOf(times, setting))];
    const table = tableOf(findings);
    console.log(`\n${table}`);
    if (!values.counts) keep(table, setting);
    return counted.every(({ figure, row }) => keeps(figure, row)) ? 0 : 1;
  } finally {
    await children.stop();
  }
}

async function findingsOf(benchmarks: readonly Benchmark[], setting: Setting): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const benchmark of benchmarks) {
    console.log(`${benchmark.name} …`);
    const figures = await benchmark.measure(setting);
    for (const [name, row] of Object.entries(benchmark.rows)) {
      const figure = figures[name];
      if (!figure) throw new Error(`${benchmark.name} has found nothing for "${row.what}"`);
      findings.push({ benchmark, row, figure });
    }
  }
  return findings;
}

function keep(table: string, { rounds }: Setting): void {
  const folder = join(ROOT, 'bench');
  mkdirSync(folder, { recursive: true });
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const text = `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, ${rounds} rounds.

Both bots run in processes of their own, each with a fresh Azurite in memory, and are asked the same by the same people in
turns. A ratio is taken round by round; the figure is the median, in brackets what the middle half of the rounds lies
between. Turns are judged by the lower end of that: three rounds of four are at least as good. Starts, floods and the digest take
fewer rounds. Times of Azurite say nothing about Azure: read the ratios, and the counts. "(own)": a budget that is not the design's.

${table}

${readFileSync(join(__dirname, 'profile.md'), 'utf8')}`;
  writeFileSync(join(folder, 'RESULTS.md'), text);
}

main().then((exitCode) => {
  process.exitCode = exitCode;
});
