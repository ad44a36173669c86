import { randomBytes } from 'node:crypto';
import { readScreen, sendAnswers, skipRound } from '../../../src/app/capability/answer';
import { closeRound } from '../../../src/app/capability/close-round';
import { askedNow, isDone } from '../../../src/app/capability/round-now';
import { type Deps, openDeps } from '../../../src/app/deps';
import { loadSurvey } from '../../../src/config/survey-file';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file';
import type { Person } from '../../../src/domain/person/person';
import { unmet } from '../../../src/domain/person/person';
import { openStorage, type Storage } from '../../../src/store/storage';
import { organisationFile } from '../../../testing/scenes/town';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const survey = loadSurvey();
const said = new Map(survey.statements.map((_, place) => [place, 4] as const));
const form = { year: '2026', said };

describe('a round of the yearly question', () => {
  let storage: Storage;
  let now = '2026-11-24T09:00:00.000Z';
  beforeEach(async () => {
    now = '2026-11-24T09:00:00.000Z';
    storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
    await storage.prepare();
  });

  /** One instance of the bot; those with the same key are one deployment. */
  function instance(answersKey = 'one key for all the instances of a town'): Deps {
    const parsed = parseOrganisation({
      ...organisationFile,
      measuring: { negotiated: '2026-03-02', decision: 'KS 1' },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const { organisation } = parsed;
    const random = (size: number) => randomBytes(size);
    return openDeps(storage, { organisation: () => organisation, now: () => now, random, survey, answersKey });
  }
  const begins = (app: Deps) =>
    app.capability.begin({ year: '2026', from: '2026-11-24', until: '2026-12-14', salt: 'SALT', large: [] });
  const somebody = (n: number, department = 'VOO'): Person => ({
    ...{ ...unmet, ref: `pDEMO${n}`, name: `Demo ${n}`, emails: [`demo${n}@example.org`], department },
  });
  const people = (count: number, department = 'VOO', from = 0) =>
    Array.from({ length: count }, (_, n) => somebody(from + n, department));
  const rowOf = (app: Deps, code = 'VOO') => app.capability.department('2026', code);
  const newest = async (app: Deps) => {
    const [round] = await app.capability.rounds();
    if (!round) throw new Error('No round was begun');
    return round;
  };
  const closes = async (app: Deps) => {
    now = '2026-12-15T09:00:00.000Z';
    return closeRound(app, await newest(app));
  };

  it('is counted by several instances together, seven at a time, and seven are left to wait', async () => {
    const [one, other] = [instance(), instance()];
    await begins(one);
    for (const [at, person] of people(13).entries())
      expect(await sendAnswers(at % 2 ? one : other, person, form)).toBe('stored');
    expect(await rowOf(one)).toMatchObject({ answers: 0, sums: {}, marks: [] });
    await sendAnswers(other, somebody(13), form);
    const row = await rowOf(one);
    expect([row?.answers, row?.marks.length, row?.waiting.length]).toEqual([7, 7, 7]);
    expect(row?.sums.told).toEqual({ known: 7, sum: 28, squares: 112, unknown: 0 });
  });

  it('is answered by many at the same moment, each once', async () => {
    const [one, other] = [instance(), instance()];
    await begins(one);
    await Promise.all(people(12).flatMap((person) => [one, other].map((app) => sendAnswers(app, person, form))));
    expect((await rowOf(one))?.waiting).toHaveLength(12);
  });

  it('asks those anew whose answers wait under a key that is gone, and loses none that are added', async () => {
    const before = instance();
    await begins(before);
    for (const person of people(15)) await sendAnswers(before, person, form);
    const after = instance('another key, for the first one has been lost');
    const asked = await Promise.all(
      people(15).map(async (person) => {
        const found = await askedNow(after, person, '2026');
        return found !== undefined && !isDone(after, found, await rowOf(after));
      }),
    );
    expect(asked.filter(Boolean)).toHaveLength(8);
    for (const person of people(15)) await sendAnswers(after, person, form);
    await closes(after);
    expect((await after.capability.whole('2026'))?.answers).toBe(15);
  });

  it('is over for whoever says not this year, and they are counted nowhere', async () => {
    const app = instance();
    await begins(app);
    expect(await skipRound(app, somebody(1), '2026')).toBe('stored');
    expect((await readScreen(app, somebody(1), { ...form, said: new Map() })).code).toBe('done');
    expect(await rowOf(app)).toMatchObject({ answers: 0, waiting: [] });
  });

  it('comes to the same however often its closing is broken off', async () => {
    const app = instance();
    await begins(app);
    for (const person of [...people(16), ...people(9, 'SBK', 100)]) await sendAnswers(app, person, form);
    for (const breaks of [1, 2, 3]) {
      let left = breaks;
      const broken = async () => {
        throw new Error('The power went');
      };
      const close: Deps['capability']['close'] = (...args) => (--left > 0 ? app.capability.close(...args) : broken());
      const capability = { ...app.capability, close, end: broken };
      await expect(closes({ ...app, capability })).rejects.toThrow('The power went');
    }
    expect(await closes(app)).toBe(true);
    expect((await app.capability.whole('2026'))?.answers).toBe(25);
    expect(
      (await app.capability.departments('2026')).map(({ code, answers, marks, waiting }) => [
        code,
        answers,
        marks,
        waiting,
      ]),
    ).toEqual([
      ['SBK', 9, [], []],
      ['VOO', 16, [], []],
    ]);
    expect(await newest(app)).toMatchObject({ closed: true, salt: '' });
  });

  it('leaves nothing where fewer than seven have answered', async () => {
    const app = instance();
    await begins(app);
    for (const person of people(6)) await sendAnswers(app, person, form);
    expect(await closes(app)).toBe(true);
    expect(await app.capability.whole('2026')).toBeUndefined();
    expect(await app.capability.departments('2026')).toEqual([]);
  });

  it('can be read by two instances that close it at once', async () => {
    const [one, other] = [instance(), instance()];
    await begins(one);
    for (const person of people(8)) await sendAnswers(one, person, form);
    await Promise.all([closes(one), closes(other)]);
    expect((await one.capability.whole('2026'))?.answers).toBe(8);
    expect((await newest(other)).closed).toBe(true);
  });
});
