import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ExportAsk, scopeOf } from '../app/export/export-scope.js';
import type { ExportTable, TableWriter } from '../cards/export/table.js';
import { createServices } from '../create-services.js';
import { createDelimited } from '../delivery/export/delimited.js';
import { fillTables } from '../delivery/export/fill-tables.js';
import { createJson } from '../delivery/export/json.js';
import { createWorkbook } from '../delivery/export/workbook.js';
import { newIdempotencyKey } from '../domain/ids.js';
import { type Language, languageCodes } from '../domain/languages.js';
import { dayOf, isDay } from '../domain/time.js';
import { type ExportFormat, exportFormats, OPERATORS } from '../store/privacy/named-exports.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = [
  'Write npm run export -- --format xlsx|csv|json [--from 2026-01-01] [--to 2026-12-31] [--department CODE] [--language sv] [--folder FOLDER] [--names]',
  'for ideas, events, money, indicators, challenges, obstacles and activities. People stand by role; with --names by name, which is noted.',
].join('\n');

const isFormat = (text: string): text is ExportFormat => exportFormats.some((one) => one === text);

/** `npm run export`: what the municipality takes out in files, as the office does from the chat. The bot need not be stopped. */
async function main(): Promise<void> {
  const asked = readAsked();
  if (!asked) return failWith(usage);
  const { ask, format, language, folder } = asked;
  const runtime = await openRuntime();
  if (!runtime) return;
  const { app, contextFor } = createServices(runtime);
  if (ask.department !== undefined && !app.directory().department(ask.department))
    return failWith(`No department has the code ${ask.department}.`);
  const kit = contextFor(language ?? app.settings().municipality.defaultLanguage);
  const ending = format === 'xlsx' ? '.xlsx' : '';
  const place = await freePlace(folder, `idelotsen-export-${dayOf(app.now(), kit.timeZone)}`, ending);
  // What is half written has another name until it is whole.
  const begun = `${place}${PART}`;
  if (!ending) await mkdir(begun);
  const files: string[] = [];
  const streamTo = (name?: string) => {
    files.push(name === undefined ? place : join(place, name));
    // Nobody else of the machine reads it.
    return createWriteStream(name === undefined ? begun : join(begun, name), { mode: 0o600 });
  };
  const create: { readonly [F in ExportFormat]: (tables: readonly ExportTable[]) => TableWriter } = {
    xlsx: (tables) => createWorkbook(streamTo(), tables),
    csv: (tables) => createDelimited((table) => streamTo(`${table.name}.csv`), tables),
    json: (tables) => createJson((table) => streamTo(`${table.name}.json`), tables),
  };
  if (ask.names) {
    // Before there is any file: none with names is without its row.
    const { names: _, ...what } = ask;
    await app.namedExports.note({ by: OPERATORS, at: app.now(), format, ...what }, newIdempotencyKey(app.random));
    runtime.log.warn({ format, department: ask.department }, 'Names were taken out by the command');
  }
  const written = async (count: number) => void process.stderr.write(`${count} ideas\n`);
  const ideas = await fillTables(app, kit, scopeOf(app, ask), create[format], { written }).catch(
    async (error: unknown) => {
      await rm(begun, { recursive: true, force: true });
      throw error;
    },
  );
  await rename(begun, place);
  t(`${ideas} ideas are written to:`);
  for (const file of files) t(file);
}

const PART = '.part';

/** Where nothing is yet: what was written earlier on the same day stays, and so does what somebody else is writing. */
async function freePlace(folder: string, name: string, ending: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  for (let n = 1; ; n += 1) {
    const one = `${name}${n === 1 ? '' : `-${n}`}${ending}`;
    if (!there.has(one) && !there.has(`${one}${PART}`)) return join(folder, one);
  }
}

function readAsked(): { ask: ExportAsk; format: ExportFormat; language?: Language; folder: string } | undefined {
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: {
        ...{ from: option, to: option, format: option, department: option, language: option, folder: option },
        names: { type: 'boolean', default: false },
      },
    });
    const { from, to, format = 'xlsx', department, language, folder = '.', names } = values;
    if (!isFormat(format) || [from, to].some((day) => day !== undefined && !isDay(day))) return undefined;
    if (from !== undefined && to !== undefined && from > to) return undefined;
    const spoken = languageCodes.find((one) => one === language);
    if (language !== undefined && !spoken) return undefined;
    return { ask: { from, to, department, names }, format, folder, ...(spoken && { language: spoken }) };
  } catch {
    return undefined;
  }
}

void main();
