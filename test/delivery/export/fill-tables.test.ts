import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import Ajv from 'ajv/dist/2020';
import { exportJsonSchema } from '../../../dev/generators/export-schema';
import { type ExportAsk, scopeOf } from '../../../src/app/export/export-scope';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import type { ExportTable } from '../../../src/cards/export/table';
import { fillTables } from '../../../src/delivery/export/fill-tables';
import { createJson } from '../../../src/delivery/export/json';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Language } from '../../../src/domain/languages';
import type { Person } from '../../../src/domain/person/person';
import { isDay } from '../../../src/domain/time';
import * as challenge from '../../../testing/samples/challenge/challenge-story';
import * as obstacle from '../../../testing/samples/obstacle/obstacle-story';
import * as undertaking from '../../../testing/samples/undertaking/undertaking-story';
import { storesChallenge } from '../../../testing/scenes/challenge/challenges';
import { storesObstacle } from '../../../testing/scenes/obstacle/obstacles';
import { days, Town } from '../../../testing/scenes/town';
import { storesUndertaking } from '../../../testing/scenes/undertaking/undertakings';

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

  describe('of what stands beside the ideas', () => {
    beforeAll(async () => {
      await storesChallenge(
        town.app,
        challenge.CHALLENGE_ID,
        1,
        [challenge.publisher, challenge.propose()],
        [challenge.asked, challenge.accepts],
        [challenge.owner, challenge.takesDown({}, { buys: true })],
      );
      await storesChallenge(town.app, 'CHA234', 2, [challenge.publisher, challenge.propose()]);
      await storesObstacle(
        town.app,
        obstacle.OBSTACLE_ID,
        [obstacle.namer, obstacle.naming()],
        [obstacle.keeper, obstacle.takes()],
      );
      await storesUndertaking(
        town.app,
        undertaking.UNDERTAKING_ID,
        [undertaking.adder, undertaking.adds()],
        [undertaking.keeper, undertaking.finishes('Nio av tio.')],
      );
      await storesUndertaking(
        town.app,
        '0ACT2V',
        [undertaking.adder, undertaking.adds(undefined, { what: 'Det här ska ingen läsa', who: 'Ingen' })],
        [undertaking.keeper, undertaking.drops()],
        [undertaking.office, undertaking.hides],
      );
    });
    const eventsOf = ({ events }: Tables, of: string) =>
      events?.filter(({ id }) => id === of).map(({ kind, what, who }) => [kind, what, who]);

    it('has what happened to it in the list of events, by role, but nothing of answers from outside', async () => {
      const tables = await exported();
      expect(eventsOf(tables, challenge.CHALLENGE_ID)).toEqual([
        ['challengeProposed', 'Utmaningen föreslogs.', 'Den som publicerade den'],
        ['ownershipAccepted', 'Den som fick frågan sa ja till att äga utmaningen.', 'Ägare'],
      ]);
      expect(eventsOf(tables, obstacle.OBSTACLE_ID)).toEqual([
        ['obstacleNamed', 'Någon berättade om hindret.', 'En kollega'],
        ['obstacleTaken', 'Någon tog hand om hindret, eller valde en ny dag.', 'Den som tar hand om det'],
      ]);
      expect(eventsOf(tables, 'CHA234')).toEqual([]);
    });

    it('has what departments have undertaken, and of what is hidden no words', async () => {
      const tables = await exported();
      expect(tables.activities).toContainEqual({
        ...{ id: undertaking.UNDERTAKING_ID, activity: undertaking.WHAT, taker: undertaking.WHO, year: 2027 },
        ...{ department: 'Vård och omsorg', stage: 'Klar', doneBy: '2027-06-15', result: 'Nio av tio.', why: null },
      });
      expect(tables.activities).toContainEqual(expect.objectContaining({ id: '0ACT2V', taker: null, why: null }));
      expect(JSON.stringify(tables)).not.toContain('Det här ska ingen läsa');
      expect(eventsOf(tables, undertaking.UNDERTAKING_ID)).toEqual([
        ['undertakingAdded', 'Aktiviteten lades till.', 'En kollega'],
        ['undertakingDone', 'Aktiviteten blev klar.', 'En kollega'],
      ]);
    });

    it('has the year in every date that stands in words: a file is read in other years', async () => {
      const { challenges, obstacles } = await exported();
      const dates = [...(challenges ?? []), ...(obstacles ?? [])].map(({ stage }) => String(stage));
      const named = dates.filter((text) => /\d (?:januari|november|december)/.test(text));
      expect(named.length).toBeGreaterThan(0);
      for (const text of named) expect(text).toMatch(/ 20\d\d/);
    });

    it('has one department’s alone, and in a span what happened in it', async () => {
      const { activities, obstacles, challenges } = await exported({ department: 'SBK' });
      expect([activities, obstacles, challenges]).toEqual([[], [], []]);
      const later = await exported({ from: '2026-12-01' });
      expect([later.activities, eventsOf(later, undertaking.UNDERTAKING_ID)]).toEqual([[], []]);
    });

    it.each([false, true])('is as docs/export.schema.json says, with names: %s', async (names) => {
      const schema = JSON.parse(readFileSync(join(__dirname, '../../../docs/export.schema.json'), 'utf8'));
      // Written anew with npm run write:export-schema.
      expect(schema).toEqual(JSON.parse(JSON.stringify(exportJsonSchema())));
      const validate = new Ajv({ allErrors: true, allowUnionTypes: true, formats: { date: isDay } }).compile(schema);
      validate(await exported({ names }));
      expect(validate.errors).toBeNull();
    });
  });
});
