import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Subject } from '../../src/store/delivery/deliveries.js';
import { openOutbox } from '../../src/store/delivery/outbox.js';
import { openDue } from '../../src/store/due.js';
import { UnreadableRow } from '../../src/store/row-versions.js';
import { openStorage, type Storage } from '../../src/store/storage.js';
import { readLaterSampleRows } from '../../testing/scenes/rows/later-sample-rows.js';
import { readSampleRows, rowsIn, type SampleRow, TOWN } from '../../testing/scenes/rows/sample-rows.js';
import { testConnectionString, uniquePrefix } from '../../testing/storage/storage.js';

// Rows as they were stored when thanks, tallies, news and day cards had come, and what they meant: written once by
// dev/generators/sample-rows.ts, and read so by every later version. C30: of each kind a row of the next version, with what only
// that one knows, and one of a version that cannot be read.

const sample = (name: string) => JSON.parse(readFileSync(join(__dirname, 'rows-v2', name), 'utf8'));
const rows = sample('rows.json') as SampleRow[];
const meaning = sample('values.json') as Record<string, unknown>;

async function storageWith(some: readonly SampleRow[]): Promise<Storage> {
  const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  await storage.prepare();
  await Promise.all(some.map(({ table, ...row }) => storage[table].createEntity(row)));
  return storage;
}
const valuesIn = async (storage: Storage): Promise<Record<string, unknown>> => ({
  ...(await readSampleRows(storage)),
  ...(await readLaterSampleRows(storage)),
});
/** Without what is kept beside a value for the next writing. */
const withoutKept = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one) => (key === 'kept' ? undefined : one)));

describe('rows of today', () => {
  it('are read as what they meant', async () => {
    const storage = await storageWith(rows);
    expect(await valuesIn(storage)).toEqual(meaning);
    expect(await rowsIn(storage)).toEqual(rows);
  });

  it('are read the same in the next version, whatever that one has added to them', async () => {
    const storage = await storageWith(rows.map((row) => ({ ...row, v: 2, mood: 'glad' })));
    expect(withoutKept(await valuesIn(storage))).toEqual(meaning);
    expect(storage.versions.counts.size).toBe(0);
  });
});

/** By what rows of one kind are told from others, and how its reader calls it. */
const kinds: Readonly<Record<string, RegExp>> = {
  idea: /^record\|(?!CHA|0BS|0ACT|0MEET|0GR)/,
  event: /^(?:event|past)\|(?!CHA|0BS|0ACT|0MEET|0GR)/,
  text: /^text\|(?!CHA|0BS|0ACT|0MEET|0GR)/,
  challenge: /^record\|CHA/,
  challengeEvent: /^(?:event\|CHA|outside\|)/,
  challengeText: /^text\|CHA/,
  challengeListed: /^challenges\|(?:now|told)\|/,
  challengePlace: /^challenges\|place\|/,
  archived: /^archived\|/,
  destruction: /^destroyed\|/,
  improvement: /^improvement\|/,
  nomination: /^nomination\|/,
  nominationDue: /^nominationDue\|/,
  nominating: /^nominating\|/,
  help: /^help\|/,
  helper: /^helper\|/,
  helpOf: /^helpOf\|/,
  helpThanked: /^helpThanked\|/,
  registered: /^registered\|/,
  capability: /^capability\|/,
  capabilityRound: /^capabilityRound\|/,
  capabilityTell: /^capabilityTell\|/,
  capabilityWhole: /^capabilityWhole\|/,
  share: /^share\|/,
  shareDue: /^shareDue\|/,
  sharedFile: /^sharedFile/,
  methodUse: /^methodUse\|/,
  methodCount: /^methodCount\|/,
  sum: /^v1-SAMPLE\|sum\|/,
  counted: /^v1-SAMPLE\|idea\|/,
  case: /^v1-SAMPLE\|case\|/,
  obstacle: /^record\|0BS/,
  obstacleEvent: /^event\|0BS/,
  obstacleText: /^text\|0BS/,
  obstacleStanding: /^obstacles\|standing\|/,
  group: /^record\|0GR/,
  groupEvent: /^event\|0GR/,
  groupText: /^text\|0GR/,
  groupOf: /^groupOf\|/,
  meeting: /^record\|0MEET/,
  meetingEvent: /^event\|0MEET/,
  meetingText: /^text\|0MEET/,
  meetingListed: /^meetings\|planned\|/,
  undertaking: /^record\|0ACT/,
  undertakingEvent: /^event\|0ACT/,
  undertakingText: /^text\|0ACT/,
  undertakingListed: /^undertakings\|/,
  adoption: /^adopt\|/,
  operation: /^op\|/,
  outbox: /^(?:outbox|stuck)\|/,
  news: /^news\|/,
  step: /^step\|/,
  due: /^due\|/,
  list: /^(?:list\|(?:mine|talk)|offer)\|/,
  open: /^list\|open\|/,
  queue: /^list\|(?:waits|asked)\|/,
  follow: /^follow\|/,
  report: /^report\|/,
  reaction: /^(?:thank|need)\|/,
  tally: /^tally\|/,
  reactions: /^reactions\|/,
  copy: /^copy\|/,
  shown: /^shown\|/,
  trace: /^trace\|/,
  person: /^(?:person|aad)\|/,
  email: /^email\|/,
  picked: /^picked\|/,
  leaving: /^leaving\|/,
  claim: /^claim\|/,
  moving: /^moving\|/,
  newcomer: /^newcomer\|/,
  file: /^(?:file|export)\|/,
  namedExport: /^namesOut\|/,
  staff: /^staff\|/,
  draft: /^draft\|/,
  draftDue: /^draftDue\|/,
  delivery: /^p[A-Z]+\|/,
  openDelivery: /^open\|/,
  dayItem: /^item\|/,
  posted: /^posted\|/,
  atOnce: /^(?:atOnce|announced)\|/,
  met: /^met\|/,
  week: /^week\|/,
  run: /^run\|/,
  organisationInForce: /^shared\|organisation\|inForce/,
  organisationFile: /^shared\|organisation\|file\|/,
  organisationEvent: /^shared\|organisation\|event\|/,
  organisationOwed: /^shared\|organisation\|owed\|/,
  organisationUnitMoves: /^shared\|organisation\|units\|/,
  organisationSpent: /^shared\|organisation\|op\|/,
  organisationProposal: /^shared\|organisation\|proposal\|/,
  organisationProposalEnded: /^shared\|organisation\|ended\|/,
  organisationProposalUntold: /^shared\|organisation\|untold\|/,
  organisationFault: /^shared\|organisation\|fault\|/,
};
/** What instances of all versions agree by is read in any; the log is read by the kind of its events. */
const others: Readonly<Record<string, RegExp>> = {
  shared: /^shared\|(?!organisation\|)/,
  log: /^log\|/,
  improvementBy: /^improvementBy\|/,
  nominated: /^nominated\|/,
  meetingAnnounced: /^meetings\|announced\|/,
  comes: /^comes\|/,
  helps: /^helps\|/,
  helpDue: /^helpDue\|/,
  helpPlace: /^helpPlace\|/,
  helpRest: /^helpRest\|/,
  member: /^member\|/,
  nominationUntil: /^nominationUntil\|/,
};

/** Messages of every kind: a row of each is asked for by the compiler and below. */
const messages: Readonly<Record<Subject['kind'], true>> = {
  ...{ notice: true, reactions: true, update: true, daily: true, receipt: true, file: true, welcome: true },
  ...{ arrival: true, catchUp: true, digest: true, note: true },
};

describe('the samples', () => {
  const all = { ...kinds, ...others };
  const keysOf = rows.map(({ rowKey }) => rowKey);
  const STORE = join(__dirname, '../../src/store');
  /** The store's source, or that of some of its files. */
  const sources = (of = /\.ts$/): string =>
    readdirSync(STORE, { recursive: true, encoding: 'utf8' })
      .filter((name) => of.test(name))
      .map((name) => readFileSync(join(STORE, name), 'utf8'))
      .join('\n');
  /** All that the first group of a pattern finds in it. */
  const named = (pattern: RegExp, source = sources()): string[] => [
    ...new Set([...source.matchAll(pattern)].map(([, name = '']) => name)),
  ];

  it('are rows of kinds that are named here', () => {
    const tests = Object.values(all);
    expect(keysOf.filter((key) => tests.filter((one) => one.test(key)).length !== 1)).toEqual([]);
  });

  it('are of every kind that the store reads', () => {
    const read = named(/\browKind\(\s*'(\w+)'/g);
    expect(read.length).toBeGreaterThan(30);
    const lacking = read.filter((kind) => !keysOf.some((key) => all[kind]?.test(key)));
    expect(lacking).toEqual([]);
  });

  it('have every beginning that a key has', () => {
    const beginnings = named(/[`']((?:\w+\|)+)/g, sources(/^keys\.ts$/));
    expect(beginnings.length).toBeGreaterThan(40);
    expect(beginnings.filter((one) => !keysOf.some((key) => key.startsWith(one)))).toEqual([]);
  });

  it('are messages of every kind', () => {
    const kindsOf = new Set(rows.filter(({ rowKey }) => kinds.delivery?.test(rowKey)).map(({ kind }) => kind));
    expect(Object.keys(messages).filter((kind) => !kindsOf.has(kind))).toEqual([]);
  });
});

it('of every kind, what a version after the next has written is left out or refused, counted and told of, and stays as it is', async () => {
  const storage = await storageWith(rows);
  const told: object[] = [];
  storage.versions.watch((row) => told.push(row));
  for (const [kind, ofKind] of Object.entries(kinds)) {
    const some = rows.filter(({ rowKey }) => ofKind.test(rowKey));
    const each = (v: object) =>
      Promise.all(some.map(({ table, ...row }) => storage[table].updateEntity({ ...row, ...v }, 'Replace')));
    await each({ v: 3 });
    const failing = await valuesIn(storage).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failing !== undefined) expect(failing).toBeInstanceOf(UnreadableRow);
    expect({ kind, counted: (storage.versions.counts.get(kind) ?? 0) > 0 }).toEqual({ kind, counted: true });
    expect(told).toContainEqual(expect.objectContaining({ kind, newer: true, why: 'version 3' }));
    const untouched = rows.map((row) => (some.includes(row) ? { ...row, v: 3 } : row));
    expect(await rowsIn(storage)).toEqual(untouched);
    await each({});
  }
  // What was read again is as it was.
  expect(await valuesIn(storage)).toEqual(meaning);
});

it('what cannot be read stands before nothing else: a look finds as many as it asks for', async () => {
  const storage = await storageWith(rows);
  const due = openDue(storage, TOWN);
  const outbox = openOutbox(storage, TOWN);
  const later = '2036-01-01T00:00:00.000Z';
  const [dates, events] = [await due.by(later), await outbox.next('rest', 100)];
  const faulty = rows.filter(({ rowKey }) => /^due\||^outbox\|r2/.test(rowKey));
  const some = [...faulty.filter(isDue).slice(0, 3), ...faulty.filter((row) => !isDue(row)).slice(0, 3)];
  await Promise.all(some.map(({ table, ...row }) => storage[table].updateEntity({ ...row, v: 3 }, 'Replace')));
  expect(await due.by(later, 2)).toEqual(dates.slice(3, 5));
  expect((await outbox.next('rest', 2)).map(({ seq }) => seq)).toEqual(events.slice(3, 5).map(({ seq }) => seq));
});
const isDue = ({ rowKey }: SampleRow): boolean => rowKey.startsWith('due|');

/** A value that this version has no rule for, in a row of each table. */
const odd: readonly [string, RegExp, object, string][] = [
  ['an outbox row of another rank', /^outbox\|r/, { rank: 'whenever' }, 'outbox'],
  ['a due row of another kind of record', /^due\|/, { record: 'later' }, 'due'],
  ['a card of another kind of record', /^copy\|/, { record: 'later' }, 'copy'],
  ['news without its events', /^news\|/, { waiting: 7 }, 'news'],
  ['a delivery in another state', /^pLATER\|sample\.0/, { state: 'dreaming' }, 'delivery'],
  ['a day item of another kind', /^item\|.*sample\.1/, { kind: 'poem' }, 'dayItem'],
  ['a posted day without its card', /^posted\|/, { run: 7 }, 'posted'],
  ['a run without its planner', /^run\|/, { planner: 7 }, 'run'],
  ['a person with another choice', /^person\|pLATE/, { body: '{"person":{"language":"tlh"}}' }, 'person'],
  ['an address that leads nowhere', /^email\|/, { ref: 7 }, 'email'],
];

it.each(odd)('%s is left out or refused, counted, and the others are there', async (_, key, columns, kind) => {
  const storage = await storageWith(rows.map((row) => (key.test(row.rowKey) ? { ...row, ...columns } : row)));
  const before = await rowsIn(storage);
  const values = await Promise.allSettled([readSampleRows(storage), readLaterSampleRows(storage)]);
  for (const one of values) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(UnreadableRow);
  expect(storage.versions.counts.get(kind)).toBeGreaterThan(0);
  expect(await rowsIn(storage)).toEqual(before);
});
