import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ExportAsk, scopeOf } from '../app/export/export-scope.js';
import type { ExportTable, TableWriter } from '../cards/export/table.js';
import { createServices } from '../create-services.js';
import { createDelimited } from '../delivery/export/delimited.js';
import { fillTables } from '../delivery/export/fill-tables.js';
import { createJson } from '../delivery/export/json.js';
import { createWorkbook } from '../delivery/export/workbook.js';
import { type Language, languageCodes } from '../domain/languages.js';
import { dayOf, isDay } from '../domain/time.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = [
  'Write npm run export -- --format xlsx|csv|json [--from 2026-01-01] [--to 2026-12-31] [--department CODE] [--language sv] [--folder FOLDER]',
  'for ideas, events, money, indicators, challenges and obstacles. People stand by role, never by name.',
].join('\n');

const formats = ['xlsx', 'csv', 'json'] as const;
type Format = (typeof formats)[number];
const isFormat = (text: string): text is Format => formats.some((one) => one === text);

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
  const name = `idelotsen-export-${dayOf(app.now(), kit.timeZone)}`;
  const place = format === 'xlsx' ? folder : join(folder, name);
  await mkdir(place, { recursive: true });
  const files: string[] = [];
  const streamTo = (file: string) => {
    files.push(join(place, file));
    return createWriteStream(join(place, file));
  };
  const create: { readonly [F in Format]: (tables: readonly ExportTable[]) => TableWriter } = {
    xlsx: (tables) => createWorkbook(streamTo(`${name}.xlsx`), tables),
    csv: (tables) => createDelimited((table) => streamTo(`${table.name}.csv`), tables),
    json: (tables) => createJson((table) => streamTo(`${table.name}.json`), tables),
  };
  const ideas = await fillTables(app, kit, scopeOf(app, ask), create[format], {
    written: async (count) => void process.stderr.write(`${count} ideas\n`),
  });
  t(`${ideas} ideas are written to:`);
  for (const file of files) t(file);
}

function readAsked(): { ask: ExportAsk; format: Format; language?: Language; folder: string } | undefined {
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: { from: option, to: option, format: option, department: option, language: option, folder: option },
    });
    const { from, to, format = 'xlsx', department, language, folder = '.' } = values;
    if (!isFormat(format) || [from, to].some((day) => day !== undefined && !isDay(day))) return undefined;
    if (from !== undefined && to !== undefined && from > to) return undefined;
    const spoken = languageCodes.find((one) => one === language);
    if (language !== undefined && !spoken) return undefined;
    return { ask: { from, to, department }, format, folder, ...(spoken && { language: spoken }) };
  } catch {
    return undefined;
  }
}

void main();
