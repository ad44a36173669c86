import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { todayIn } from '../app/deps.js';
import { faultsOfPeople, importExisting } from '../app/existing/import-existing.js';
import { readTable } from '../config/tables/read-table.js';
import type { Table } from '../config/tables/table.js';
import { createServices } from '../create-services.js';
import { type Column, columns, findColumns } from '../domain/existing/columns.js';
import {
  type ExistingRow,
  type FileRow,
  type RowFault,
  type RowPeople,
  readRow,
  rowFaultLine,
  twinFaults,
} from '../domain/existing/rows.js';
import { assurances } from '../domain/private-words/private-words.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = `Write npm run import -- FILE --by ADDRESS to see what a file of existing tests and solutions would bring; then
  --write            writes it, silently; a row is written once, however often this is run
FILE is a CSV or an Excel workbook, with headings in its first row. More that can be said:
  --by ADDRESS       who enters what names nobody: a leader, a deputy, a manager or the innovation office
  --department CODE  the department of rows that name none
  --columns FILE     what columns are called, where that is not the usual, as {"title": "Projektnamn", "stage": "Fas"}
  --sheet NAME       of a workbook, a sheet that is not the first
  --source NAME      what ids in the file belong to; default: import
  --sure number      somebody has read all rows, and no ten digits are a personal identity number
  --sure health      … and no row tells of a certain person’s health
  --rate 20          rows a second that are written at most`;

/** `npm run import -- FILE`: existing tests and solutions from a file become ideas; a dry run unless it is told to write. */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return failWith(usage);
  const { file, by, department, sheet, source, sure, write, rate } = asked;
  const named = await readColumns(asked.columns);
  if (!named.ok) return failWith(named.message);
  const read = await readTable(file, sheet);
  if (!read.ok) return failWith(read.message);
  const found = columnsOf(read.table, named.names, department !== undefined);
  if (!found.ok) return failWith(found.faults.map((fault) => `${file}: ${fault}.`).join('\n'));
  const runtime = await openRuntime();
  if (!runtime) return;
  const { app } = createServices(runtime);
  if (found.ignored.length > 0) t(`Left out, since nothing is known by that name: ${found.ignored.join(', ')}.`);

  const rules = { directory: app.directory(), today: todayIn(app), department, sure };
  const twins = twinFaults(found.rows);
  const isTwin = new Set(twins.map(({ row }) => row));
  const faults: RowFault[] = [...read.table.broken.map(({ row, message }) => ({ row, message })), ...twins];
  const rows: ExistingRow[] = [];
  const faulty: RowPeople[] = [];
  for (const row of found.rows) {
    const one = readRow(row, rules);
    if ('row' in one) {
      if (!isTwin.has(one.row.number)) rows.push(one.row);
    } else {
      faults.push(...one.faults);
      faulty.push(one.people);
    }
  }
  for await (const fault of faultsOfPeople(app, faulty, by)) faults.push(fault);
  faults.sort((one, other) => one.row - other.row);
  const pause = () => wait(1000 / rate);
  const counts = { written: 0, before: 0, ready: 0 };
  for (const fault of faults) t(rowFaultLine(fault));
  for await (const outcome of importExisting(app, rows, { by, source, write, pause })) {
    if (outcome.kind === 'fault') {
      faults.push(...outcome.faults);
      for (const fault of outcome.faults) t(rowFaultLine(fault));
      continue;
    }
    counts[outcome.kind]++;
    const { number, department: place, stage, words } = outcome.row;
    const what = 'idea' in outcome ? `${outcome.kind} as ${outcome.idea}` : 'ready';
    t(`Row ${number}: ${what}, ${place}, ${stage}, ${words.title}`);
  }
  t(summary(counts, faults, write));
  if (faults.length > 0) process.exitCode = 1;
}

interface ImportArguments {
  file: string;
  by: string;
  department: string | undefined;
  columns: string | undefined;
  sheet: string | undefined;
  source: string;
  sure: (typeof assurances)[number][];
  write: boolean;
  rate: number;
}

/** More a second would take from the people who use the bot meanwhile. */
const HIGHEST_RATE = 100;

function readArguments(): ImportArguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ by: { type: 'string' }, department: { type: 'string' }, columns: { type: 'string' } },
        ...{ sheet: { type: 'string' }, source: { type: 'string', default: 'import' } },
        ...{ sure: { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } },
        rate: { type: 'string', default: '20' },
      },
    });
    const [file, ...more] = positionals;
    const rate = Number(values.rate);
    const sure = assurances.filter((one) => values.sure.includes(one));
    const isRight = more.length === 0 && rate > 0 && rate <= HIGHEST_RATE && sure.length === new Set(values.sure).size;
    if (!file || !values.by || !isRight) return undefined;
    const { by, department, columns: named, sheet, source, write } = values;
    return { file, by, department, columns: named, sheet, source, sure, write, rate };
  } catch {
    return undefined;
  }
}

const namesSchema = z.strictObject(
  Object.fromEntries(columns.map((column) => [column, z.string().trim().min(1).exactOptional()])) as Record<
    Column,
    z.ZodExactOptional<z.ZodString>
  >,
);

type ReadNames = { ok: true; names: Partial<Record<Column, string>> } | { ok: false; message: string };

async function readColumns(file: string | undefined): Promise<ReadNames> {
  if (file === undefined) return { ok: true, names: {} };
  try {
    return { ok: true, names: namesSchema.parse(JSON.parse(await readFile(file, 'utf8'))) };
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : '';
    return {
      ok: false,
      message: `${file} says no columns (${why}): write it as {"title": "Projektnamn"}, of ${columns.join(', ')}.`,
    };
  }
}

/** The file's rows by column; those with nothing in them are passed over. */
function columnsOf({ rows }: Table, names: Partial<Record<Column, string>>, hasDepartment: boolean) {
  const [headings = [], ...below] = rows;
  const found = findColumns(headings, names, hasDepartment);
  if (!found.ok) return found;
  const entries = Object.entries(found.at) as [Column, number][];
  const filled = below.flatMap((cells, at): FileRow[] =>
    cells.some((cell) => cell.trim() !== '')
      ? [{ number: at + 2, cells: Object.fromEntries(entries.map(([column, place]) => [column, cells[place] ?? ''])) }]
      : [],
  );
  return { ok: true as const, rows: filled, ignored: found.ignored };
}

function summary(
  { written, before, ready }: Record<'written' | 'before' | 'ready', number>,
  faults: readonly RowFault[],
  write: boolean,
): string {
  const wrong = new Set(faults.map(({ row }) => row)).size;
  const done = write ? `${written} written` : `${ready} ready to be written`;
  const parts = `${done}, ${before} written before, ${wrong} with faults.`;
  return write ? parts : `${parts} Nothing is written without --write.`;
}

void main();
