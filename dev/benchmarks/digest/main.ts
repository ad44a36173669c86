/**
 * `npm run bench:digest`: a week's digest for 9,000 managers at 150 messages a second, by one, two and three instances on
 * one storage account. Writes bench/DIGEST.md. Only the ratio to the rate means anything: storage is Azurite, on this machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Found, isKept, LEAST_OF_RATE, MOST_GROWTH, runDigest } from './run';

const ROOT = join(__dirname, '..', '..', '..');

const columns: readonly [title: string, value: (found: Found) => string][] = [
  ['instances', ({ instances }) => String(instances)],
  ['recipients', ({ recipients }) => String(recipients)],
  ['rate', ({ rate }) => `${rate}/s`],
  ['took', ({ seconds }) => `${seconds.toFixed(1)} s`],
  [`of the rate (≥ ${LEAST_OF_RATE})`, ({ ofRate }) => ofRate.toFixed(3)],
  ['busiest second (≤ rate)', ({ busiest }) => String(busiest)],
  ['without, twice', ({ without, twice }) => `${without}, ${twice}`],
  [
    `memory held, early → late (≤ × ${MOST_GROWTH})`,
    ({ memory }) => `${memory.before.toFixed(0)} → ${memory.after.toFixed(0)} MB`,
  ],
  ['table requests a message', ({ asked }) => asked.toFixed(1)],
  ['processor a message', ({ cpu }) => `${cpu.toFixed(1)} ms`],
  ['machine busy', ({ machine }) => `${Math.round(100 * machine)} %`],
];

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      recipients: { type: 'string', default: '9000' },
      rate: { type: 'string', default: '150' },
      instances: { type: 'string', default: '1,2,3' },
    },
  });
  const lines = [row(columns.map(([title]) => title)), row(columns.map(() => '---'))];
  console.log(lines.join('\n'));
  let kept = true;
  for (const instances of values.instances.split(',').map(Number)) {
    const wanted = { instances, recipients: Number(values.recipients), rate: Number(values.rate) };
    const found = await runDigest(wanted, join(ROOT, '.data', 'bench'));
    kept &&= isKept(found);
    const line = row(columns.map(([, value]) => value(found)));
    lines.push(line);
    console.log(line);
  }
  const where = `Node ${process.version}, ${availableParallelism()} cores shared by Azurite, Teams' stand-in and the instances.`;
  mkdirSync(join(ROOT, 'bench'), { recursive: true });
  writeFileSync(
    join(ROOT, 'bench', 'DIGEST.md'),
    `# The weekly digest\n\n\`npm run bench:digest\`. ${where} Dispatch is when the message is handed to the network. Of the rate: 1 is one message in each part of a second; a run may begin with a second's worth at once.\n\n${lines.join('\n')}\n`,
  );
  console.log(kept ? 'Within the budget.' : 'Not within the budget.');
  process.exitCode = kept ? 0 : 1;
}

void main();
