import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type ArchivedCounts, archiveIdeas } from '../app/archive/archive-ideas.js';
import { archiveNeighbours } from '../app/archive/archive-neighbours.js';
import type { NeighbourRecord } from '../app/archive/neighbour-record.js';
import type { IdeaRecord } from '../app/archive/record-of-idea.js';
import { neighbourHtml } from '../cards/archive/neighbour-html.js';
import { NEIGHBOUR_SCHEMA, neighbourJson, neighbourSchema } from '../cards/archive/neighbour-json.js';
import { recordHtml } from '../cards/archive/record-html.js';
import { RECORD_SCHEMA, recordJson } from '../cards/archive/record-json.js';
import { recordSchema } from '../cards/archive/record-schema.js';
import type { CardContext } from '../cards/card-context.js';
import { createServices } from '../create-services.js';
import { endedAs, endings, retentionRules } from '../domain/archive/ended.js';
import { type NeighbourKind, neighbourKinds, neighbourRule } from '../domain/archive/neighbours.js';
import { firstLanguage, type Language, languageCodes } from '../domain/languages.js';
import { type Day, isDay } from '../domain/time.js';
import { codeOf } from '../log.js';
import { openArchived } from '../store/archive/archived.js';
import { ArchiveFolder, NoArchiveFolder } from './archive-folder.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = `Write npm run archive -- --before 2026-01-01 --to FOLDER to write the record of each idea, challenge, obstacle and activity that ended before that day and is to be archived
  --again        also what has been archived before and has not gone on since
  --language sv  in which language; the first one of the bot where it is left out
FOLDER is a new one, or one in which this was begun: it goes on from there. What is written is whole, also what is hidden and whose
name was kept: whoever may read the folder reads that.`;

/** `npm run archive`: records of ideas, and of what stands beside them, that have ended, with a manifest of checksums. Ends with 1 where one could not be read. */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return failWith(usage);
  const runtime = await openRuntime();
  if (!runtime) return;
  const { app, contextFor } = createServices(runtime);
  const folder = await openFolder(asked.to);
  if (!folder) return failWith(`${asked.to} cannot be written, or holds something else than an archive.`);
  const context = contextFor(asked.language);
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const archived = openArchived(runtime.storage, app.settings().municipality.code);
  const deps = { ...app, archived };
  const how = {
    ...{ before: asked.before, again: asked.again, stopping: stopping.signal },
    unread: (id: string) => t(`${id} cannot be read: look at its rows.`),
  };
  const ideas = await archiveIdeas(deps, { ...how, keep: (record) => keep(folder, context, record) });
  const beside = await archiveNeighbours(deps, { ...how, keep: (record) => keepNeighbour(folder, context, record) });
  const counts: ArchivedCounts = {
    kept: ideas.kept + beside.kept,
    before: ideas.before + beside.before,
    unread: ideas.unread + beside.unread,
  };
  await folder.put([{ path: 'archive.json', bytes: asJson(aboutArchive(context, asked.before)) }]);
  await folder.finish();
  for (const line of summary(counts, asked.to)) t(line);
  if (stopping.signal.aborted) t('Stopped: the same command goes on from here.');
  if (counts.unread > 0 || stopping.signal.aborted) process.exitCode = 1;
}

interface ArchiveRequest {
  before: Day;
  to: string;
  again: boolean;
  language: Language;
}

function readArguments(): ArchiveRequest | undefined {
  try {
    const {
      before,
      to,
      again,
      language: code,
    } = parseArgs({
      options: {
        before: { type: 'string' },
        to: { type: 'string' },
        again: { type: 'boolean', default: false },
        language: { type: 'string', default: firstLanguage },
      },
    }).values;
    const language = languageCodes.find((one) => one === code);
    if (before === undefined || !isDay(before) || !to || !language) return undefined;
    return { before, to, again, language };
  } catch {
    return undefined;
  }
}

async function openFolder(to: string): Promise<ArchiveFolder | undefined> {
  try {
    return await ArchiveFolder.open(to);
  } catch (error) {
    if (error instanceof NoArchiveFolder || codeOf(error) !== undefined) return undefined;
    throw error;
  }
}

/** A reading copy and the same for programs, a few hundred to a folder that says how and when. Beside them lies their schema. */
function keep(folder: ArchiveFolder, context: CardContext, record: IdeaRecord): Promise<void> {
  const { idea } = record.view;
  const how = endedAs(idea) ?? 'open';
  const month = idea.createdAt.slice(0, 7);
  const place = `${how}/${month}`;
  const schema = `${place}/${RECORD_SCHEMA}`;
  // One that was taken up again and has ended in another way has one record, which is the newest.
  const earlier = ['open', ...endings].filter((one) => one !== how).map((one) => `${one}/${month}/${idea.id}`);
  return folder.put(
    [
      ...(folder.has(schema) ? [] : [{ path: schema, bytes: asJson(z.toJSONSchema(recordSchema)) }]),
      { path: `${place}/${idea.id}.html`, bytes: Buffer.from(recordHtml(context, record), 'utf8') },
      { path: `${place}/${idea.id}.json`, bytes: Buffer.from(recordJson(context, record), 'utf8') },
    ],
    earlier.flatMap((one) => [`${one}.html`, `${one}.json`]),
  );
}

const folders: { readonly [K in NeighbourKind]: string } = {
  challenge: 'challenges',
  obstacle: 'obstacles',
  undertaking: 'activities',
};

/** The same of what stands beside the ideas, by the month in which it came. */
function keepNeighbour(folder: ArchiveFolder, context: CardContext, record: NeighbourRecord): Promise<void> {
  const place = `${folders[record.kind]}/${(record.events[0]?.day ?? record.record.changedAt).slice(0, 7)}`;
  const schema = `${place}/${NEIGHBOUR_SCHEMA}`;
  return folder.put([
    ...(folder.has(schema) ? [] : [{ path: schema, bytes: asJson(z.toJSONSchema(neighbourSchema)) }]),
    { path: `${place}/${record.record.id}.html`, bytes: Buffer.from(neighbourHtml(context, record), 'utf8') },
    { path: `${place}/${record.record.id}.json`, bytes: Buffer.from(neighbourJson(context, record), 'utf8') },
  ]);
}

/** What a stranger reads first. */
const aboutArchive = ({ settings, language }: CardContext, before: Day) => ({
  municipality: { code: settings.municipality.code, name: settings.municipality.name },
  ...{ language, before, copy: 'whole' },
  rules: Object.fromEntries([
    ...endings.map((how) => [how, retentionRules(settings)[how] ?? { archive: true }] as const),
    ...neighbourKinds.map((kind) => [folders[kind], neighbourRule(settings, kind) ?? { archive: true }] as const),
  ]),
});

const asJson = (value: object): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');

const summary = ({ kept, before, unread }: ArchivedCounts, to: string): string[] => [
  `${kept} records written to ${to}; ${before} had been archived before and have not gone on since; ${unread} could not be read.`,
  `Check it with: cd ${to} && sha256sum -c manifest-sha256.txt`,
];

void main();
