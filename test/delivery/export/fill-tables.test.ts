import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type ExportAsk, scopeOf } from '../../../src/app/export/export-scope';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import type { ExportTable } from '../../../src/cards/export/table';
import { fillTables } from '../../../src/delivery/export/fill-tables';
import { createJson } from '../../../src/delivery/export/json';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Language } from '../../../src/domain/languages';
import type { Person } from '../../../src/domain/person/person';
import { days, Town } from '../../../testing/scenes/town';

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

describe('what is taken out in a file', () => {
  let town: Town;
  let submitter: Person;
  let leader: Person;
  let planner: Person;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    town = await Town.open();
    submitter = await town.arrives('submitter');
    leader = await town.arrives('leader');
    planner = await town.arrives('planner');
    ids.early = (await town.submits(submitter, 'VOO', 'Tidig idé')).id;
    await town.acts(leader, ids.early, { type: 'ask', data: {}, words: { question: 'Hemlig fråga?' } });
    town.pass(days(10));
    ids.hidden = (await town.submits(submitter, 'VOO', 'Det här ska ingen läsa')).id;
    await town.acts(leader, ids.hidden, { type: 'hide', data: {}, words: { reason: 'Namnger en person' } });
    ids.kept = await keptIdea();
    ids.other = (await town.submits(submitter, 'SBK', 'Stadens idé')).id;
    ids.withdrawn = (await town.submits(submitter, 'VOO', 'Ångrad idé')).id;
    await town.acts(submitter, ids.withdrawn, { type: 'withdraw', data: {}, words: {} });
  });
  afterAll(() => town.close());

  /** One whose submitter has asked that their name is kept. */
  async function keptIdea(): Promise<string> {
    const quiet = await town.arrives('quiet');
    const submission = {
      ...{ idempotencyKey: newIdempotencyKey(town.app.random), confidential: true, department: 'VOO', unit: 'HT' },
      words: { title: 'Namnet hålls', problem: 'Bilarna räcker inte.' },
    };
    const submitted = await submitIdea(town.app, quiet, submission);
    if (!submitted.ok) throw new Error(submitted.refusal.code);
    return submitted.value.id;
  }

  async function exported(ask: ExportAsk = {}, language: Language = 'sv'): Promise<Tables> {
    const streams = new Map<string, PassThrough>();
    const streamFor = ({ name }: ExportTable) => {
      const stream = new PassThrough();
      streams.set(name, stream);
      read.push(buffer(stream).then((bytes) => [name, JSON.parse(bytes.toString('utf8'))]));
      return stream;
    };
    const read: Promise<readonly [string, Row[]]>[] = [];
    const { context } = town.source();
    await fillTables(town.app, context(language), scopeOf(town.app, ask), (tables) => createJson(streamFor, tables));
    return Object.fromEntries(await Promise.all(read));
  }
  const row = ({ ideas }: Tables, name: string) => ideas?.find(({ id }) => id === ids[name]);
  const all = (tables: Tables) => JSON.stringify(tables);

  it('has every idea once, as everybody may read it', async () => {
    const tables = await exported();
    expect(tables.ideas?.map(({ id }) => id).sort()).toEqual(Object.values(ids).sort());
    expect(row(tables, 'early')).toMatchObject({
      ...{ title: 'Tidig idé', problem: 'Bilarna räcker inte.', stage: 'Inskickad', department: 'Vård och omsorg' },
      ...{ sentOn: '2026-11-24', waitsFor: 'Den som skickade in idén', usedBy: null },
    });
  });

  it('has every event with who did it by role, and none of what was said', async () => {
    const tables = await exported();
    const events = tables.events?.filter(({ id }) => id === ids.early);
    expect(events?.map(({ kind, what, who }) => ({ kind, what, who }))).toEqual([
      { kind: 'submitted', what: 'Idén skickades in.', who: 'Den som skickade in idén' },
      expect.objectContaining({ kind: 'asked', who: 'En kollega' }),
    ]);
    expect(events?.[0]).toMatchObject({ time: '2026-11-24 10:00', department: 'Vård och omsorg' });
    expect(all(tables)).not.toContain('Hemlig fråga');
  });

  it('has no words that are hidden or taken back, and no names', async () => {
    const tables = await exported();
    expect(all(tables)).not.toMatch(/Det här ska ingen läsa|Namnger en person|Ångrad idé/);
    expect(row(tables, 'hidden')).toMatchObject({ problem: null });
    for (const name of ['submitter', 'quiet', 'leader', 'planner']) expect(all(tables)).not.toContain(`"${name}`);
    expect(all(tables)).not.toContain('@example.org');
  });

  it('has names only where they are taken along, and never one that is kept, nor the unit that would tell it', async () => {
    const tables = await exported({ names: true });
    expect(row(tables, 'early')).toMatchObject({ sentBy: 'submitter' });
    expect(row(tables, 'kept')).toMatchObject({ sentBy: null, unit: null, title: 'Namnet hålls' });
    expect(all(tables)).not.toContain('quiet');
    expect(tables.events?.find(({ kind }) => kind === 'asked')).toMatchObject({ who: 'leader' });
  });

  it('has one department’s alone', async () => {
    const { ideas, events } = await exported({ department: 'SBK' });
    expect(ideas?.map(({ id }) => id)).toEqual([ids.other]);
    expect(new Set(events?.map(({ id }) => id))).toEqual(new Set([ids.other]));
    expect(planner.emails).toEqual(['planner@example.org']);
  });

  it('has what happened in a span, and the ideas to which it did', async () => {
    const { ideas, events } = await exported({ from: '2026-11-01', to: '2026-11-30' });
    expect(ideas?.map(({ id }) => id)).toEqual([ids.early]);
    expect(events).toHaveLength(2);
    const later = await exported({ from: '2026-12-01' });
    expect(later.ideas).toHaveLength(4);
    expect(later.ideas?.map(({ id }) => id)).not.toContain(ids.early);
  });

  it('is in the language that is asked for, with the same names for programs', async () => {
    const tables = await exported({}, 'en');
    expect(row(tables, 'early')).toMatchObject({ stage: 'Submitted', sentOn: '2026-11-24' });
  });
});
