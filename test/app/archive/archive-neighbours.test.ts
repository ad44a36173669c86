import Ajv from 'ajv/dist/2020';
import { z } from 'zod';
import { archiveNeighbours } from '../../../src/app/archive/archive-neighbours';
import { type DestroysFrom, destroyIdeas, finishDestruction, toDestroy } from '../../../src/app/archive/destroy-ideas';
import type { NeighbourRecord } from '../../../src/app/archive/neighbour-record';
import { openIdea } from '../../../src/app/idea/open-idea';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { neighbourHtml } from '../../../src/cards/archive/neighbour-html';
import { neighbourJson, neighbourSchema } from '../../../src/cards/archive/neighbour-json';
import type { ChallengeEvent } from '../../../src/domain/challenge/events';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Settings } from '../../../src/domain/organisation/settings';
import type { Person } from '../../../src/domain/person/person';
import { openArchived } from '../../../src/store/archive/archived';
import { openDestructions } from '../../../src/store/archive/destructions';
import { intercepted } from '../../../testing/processes/mortal';
import { contextFor } from '../../../testing/samples/card-context';
import * as challenge from '../../../testing/samples/challenge/challenge-story';
import * as obstacle from '../../../testing/samples/obstacle/obstacle-story';
import * as undertaking from '../../../testing/samples/undertaking/undertaking-story';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work';
import { storesChallenge } from '../../../testing/scenes/challenge/challenges';
import { storesObstacle } from '../../../testing/scenes/obstacle/obstacles';
import { storesUndertaking } from '../../../testing/scenes/undertaking/undertakings';
import { allStored, thoseWith } from '../../../testing/storage/all-stored';

const DECISION = 'KS 2026/151 § 61';
const rule = { archive: true, destroyAfterYears: 2, decision: DECISION };
const { CHALLENGE_ID } = challenge;
const { OBSTACLE_ID } = obstacle;
const { UNDERTAKING_ID } = undertaking;

describe('what stands beside the ideas', () => {
  let town: AppAtWork;
  let people: Record<'leader' | 'employee', Person>;
  let kept: NeighbourRecord[];
  /** An idea that answers the challenge. */
  let answer: string;

  beforeEach(async () => {
    town = await appAtWork('2026-11-16');
    people = await town.allArrive('leader', 'employee');
    kept = [];
    await ended();
  });

  /** One of each that has ended, and a challenge that goes on. */
  async function ended(): Promise<void> {
    const { leader } = people;
    const publisher = { ...challenge.publisher, ref: leader.ref };
    const owner = { ...challenge.owner, ref: leader.ref };
    const told = challenge.challengeAfter(
      [publisher, challenge.propose({ owner: leader.ref })],
      [owner, challenge.takesDown({ organisation: 'Kanarieföreningen' })],
      [challenge.clock, challenge.passes, challenge.on('2026-12-15')],
      [owner, challenge.tells, challenge.on('2027-01-20')],
    ).events;
    await happens(told.slice(0, 2));
    answer = await answers(people.employee);
    await happens(told.slice(2));
    await storesChallenge(town.deps, 'CHA234', 2, [publisher, challenge.propose({ owner: leader.ref })]);
    await storesObstacle(
      town.deps,
      OBSTACLE_ID,
      [{ ...obstacle.namer, ref: leader.ref }, obstacle.naming('Kanarieburen saknar dörr.')],
      [obstacle.keeper, obstacle.removes('Dörren är isatt.')],
    );
    await storesUndertaking(
      town.deps,
      UNDERTAKING_ID,
      [undertaking.adder, undertaking.adds(undefined, { what: 'Kanarierna ut', who: 'Alla' })],
      [undertaking.keeper, undertaking.finishes('Alla är ute.')],
    );
    town.comes('2027-02-01');
  }

  async function happens(events: readonly ChallengeEvent[]): Promise<void> {
    const { challenges, commits } = town.deps;
    const { after: _, ...rows } = challenges.write({
      before: await challenges.load(CHALLENGE_ID),
      id: CHALLENGE_ID,
      events,
    });
    const saved = await commits.commit(rows, { idempotencyKey: newIdempotencyKey(town.deps.random) });
    expect(saved.kind).toBe('saved');
  }
  async function answers(person: Person): Promise<string> {
    const idempotencyKey = newIdempotencyKey(town.deps.random);
    const words = { title: 'Lådor', problem: 'Maten blir kall.' };
    const idea = { idempotencyKey, words, confidential: false, department: 'VOO', challenge: CHALLENGE_ID };
    const sent = await submitIdea(town.deps, person, idea);
    if (!sent.ok) throw new Error(sent.refusal.code);
    expect(sent.value.challenge).toBe(CHALLENGE_ID);
    return sent.value.id;
  }

  function depsBy(
    more: Partial<Settings['retention']>,
    storage = town.storage,
  ): DestroysFrom & Pick<typeof town.deps, 'people'> {
    const settings = town.deps.settings();
    const { code } = settings.municipality;
    return {
      ...town.deps,
      settings: () => ({ ...settings, retention: { ...settings.retention, ...more } }),
      archived: openArchived(storage, code),
      destructions: openDestructions(storage, code),
    };
  }
  const rules = { challenges: rule, obstacles: rule, undertakings: rule };
  const archives = (before = '2029-12-31', again = false) =>
    archiveNeighbours(depsBy(rules), {
      ...{ before, again, keep: async (record) => void kept.push(record) },
      unread: (id) => {
        throw new Error(id);
      },
    });

  it('is archived when it has ended before the day, once as long as nothing more happens to it', async () => {
    expect(await archives('2026-11-16')).toEqual({ kept: 0, before: 0, unread: 0 });
    expect(await archives()).toEqual({ kept: 3, before: 0, unread: 0 });
    expect(kept.map(({ record }) => record.id).sort()).toEqual([CHALLENGE_ID, OBSTACLE_ID, UNDERTAKING_ID].sort());
    expect(await archives()).toEqual({ kept: 0, before: 3, unread: 0 });
    expect(await archives('2029-12-31', true)).toEqual({ kept: 3, before: 0, unread: 0 });
    const none = archiveNeighbours(depsBy({ challenges: { archive: false } }), {
      ...{ before: '2029-12-31', again: true, keep: async () => undefined, unread: () => undefined },
    });
    expect(await none).toMatchObject({ kept: 2 });
  });

  it('has in its record what was written, who did it, and how it turned out, on a page and for programs', async () => {
    await archives();
    const context = contextFor('sv');
    const validate = new Ajv({ allErrors: true, validateFormats: false }).compile(z.toJSONSchema(neighbourSchema));
    const texts = kept.map((record) => {
      validate(JSON.parse(neighbourJson(context, record)));
      expect(validate.errors).toBeNull();
      expect(neighbourJson(context, record)).not.toContain(people.leader.ref);
      return [record.record.id, `${neighbourHtml(context, record)} ${neighbourJson(context, record)}`] as const;
    });
    const textOf = (id: string) => texts.find(([one]) => one === id)?.[1] ?? '';
    for (const part of [
      'Kanarieföreningen',
      'Vi testar värmelådor i två turer',
      people.leader.name,
      '14 december 2026',
    ])
      expect(textOf(CHALLENGE_ID).split(part).length).toBeGreaterThan(2);
    expect(textOf(OBSTACLE_ID)).toMatch(/Kanarieburen saknar dörr\.[\s\S]*Dörren är isatt\./);
    expect(textOf(UNDERTAKING_ID)).toMatch(/Kanarierna ut[\s\S]*Alla är ute\./);
  });

  it('is destroyed only when its years have gone, it is archived, and a decision allows it', async () => {
    town.comes('2029-01-20');
    expect(
      (await toDestroy(depsBy(rules))).map(({ rule: { endedAs }, ids, waiting }) => [endedAs, ids, waiting]),
    ).toEqual([
      ['obstacle', [], 1],
      ['undertaking', [], 1],
    ]);
    town.comes('2029-02-01');
    expect(await toDestroy(depsBy({}))).toEqual([]);
    await archives();
    expect((await toDestroy(depsBy(rules))).map(({ rule: { endedAs }, ids }) => [endedAs, ids])).toEqual([
      ['challenge', [CHALLENGE_ID]],
      ['obstacle', [OBSTACLE_ID]],
      ['undertaking', [UNDERTAKING_ID]],
    ]);
  });

  it('leaves no trace but the report, and ideas that name it can be read and go on', async () => {
    const id = answer;
    await town.deps.follows.add(CHALLENGE_ID, people.employee.ref, { record: 'challenge', department: 'VOO' });
    await archives();
    town.comes('2029-02-01');
    const deps = depsBy(rules);
    expect(await destroyIdeas(deps, await toDestroy(deps))).toMatchObject({ ideas: 0, beside: 3, left: 0 });
    const after = await allStored(town.storage);
    expect(thoseWith(after, ['kanarie', 'värmelådor', 'dörren är isatt'])).toEqual([]);
    const named = thoseWith(after, [CHALLENGE_ID, OBSTACLE_ID, UNDERTAKING_ID]);
    const others = named.filter((row) => !row.includes('"destroyed|'));
    expect(others.every((row) => row.includes(id))).toBe(true);
    expect(await town.deps.challenges.load('CHA234')).toBeDefined();
    const opened = await openIdea(town.deps, people.employee, id);
    expect(opened).toBeDefined();
    await town.acts(people.employee, id, { type: 'withdraw', data: {}, words: {} });
    expect(await deps.destructions.all()).toMatchObject([
      { endedAs: 'challenge', decision: DECISION, ids: [CHALLENGE_ID], done: true },
      { endedAs: 'obstacle', ids: [OBSTACLE_ID], done: true },
      { endedAs: 'undertaking', ids: [UNDERTAKING_ID], done: true },
    ]);
  });

  it('is gone whole after a power cut, when the next run has finished it', async () => {
    await archives();
    town.comes('2029-02-01');
    const deps = depsBy(rules);
    const found = await toDestroy(deps);
    for (const calls of [1, 2, 4, 6]) {
      town.comes(`2029-02-0${calls + 1}`);
      let left = calls;
      const guarded = <T extends object>(client: T): T =>
        intercepted(client, () => {
          if (left-- <= 0) throw new Error('the power is gone');
          return undefined;
        });
      const { ideas, people: table, deliveries } = town.storage;
      const failing = { ideas: guarded(ideas), people: guarded(table), deliveries: guarded(deliveries) };
      const { destructions } = depsBy(rules, { ...town.storage, ...failing });
      await destroyIdeas({ ...deps, destructions }, found).catch(() => undefined);
      await finishDestruction(deps);
    }
    town.comes('2029-02-09');
    await destroyIdeas(deps, await toDestroy(deps));
    expect(thoseWith(await allStored(town.storage), ['kanarie'])).toEqual([]);
    expect((await deps.destructions.all()).every(({ done }) => done)).toBe(true);
  });
});
