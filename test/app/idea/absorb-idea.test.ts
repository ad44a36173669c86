import type { Deps } from '../../../src/app/deps.js';
import { mergeIdea } from '../../../src/app/idea/merge-idea.js';
import { lookUp } from '../../../src/app/idea/people/audiences.js';
import { reactionEvent, takeBackReaction } from '../../../src/app/idea/record/reactions.js';
import { erasePerson } from '../../../src/app/privacy/erase-person.js';
import { finishStep, finishSteps } from '../../../src/app/steps.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import { newIdempotencyKey } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/person/person.js';
import { CARRIED_AT_ONCE } from '../../../src/store/idea/merging/carried-reactions.js';
import type { StepName } from '../../../src/store/steps.js';
import * as story from '../../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work.js';

let town: AppAtWork;
let people: Record<'employee' | 'colleague' | 'leader' | 'other-leader', Person>;
let from: Idea;
let into: Idea;
beforeEach(async () => {
  town = await appAtWork();
  people = await town.allArrive('employee', 'colleague', 'leader', 'other-leader');
  from = await town.submits(people.employee);
  into = await town.submits(people.colleague);
});

/** The first commit of a merge, and then nothing. */
async function breaksOff(): Promise<void> {
  const list = town.deps.commits;
  const commit: Deps['commits']['commit'] = (written, operation) =>
    written.id === from.id ? list.commit(written, operation) : Promise.reject(new Error('Gone'));
  const merge = {
    id: from.id,
    into: into.id,
    idempotencyKey: newIdempotencyKey(town.deps.random),
    decisionVersion: from.decisionVersion,
    words: {},
  };
  const outcome = await mergeIdea({ ...town.deps, commits: { ...list, commit } }, people.leader, merge);
  // What is stored is told: the other idea takes it in when somebody looks.
  expect(outcome).toMatchObject({ ok: true, event: { type: 'merged' } });
  expect(await town.record(into.id)).not.toContain('absorbed');
}

const failures: unknown[] = [];
const looks = () => finishSteps(town.deps, { failed: (_step, error) => failures.push(error) });
const left = () => town.deps.steps.list(10);
afterEach(() => expect(failures.splice(0)).toEqual([]));

describe('a merge that was broken off', () => {
  it('is finished once by whoever looks, also at the same moment', async () => {
    await breaksOff();
    expect(await left()).toMatchObject([{ name: 'absorb', id: from.id, to: into.id, by: people.leader.ref }]);
    await Promise.all([looks(), looks(), looks()]);
    await looks();
    expect(await town.record(into.id)).toEqual(['submitted', 'absorbed']);
    expect(await town.idea(into.id)).toMatchObject({ joined: [people.employee.ref] });
    expect(await town.deps.ideas.event(into.id, 2)).toMatchObject({
      by: people.leader.ref,
      as: { role: 'leader', department: 'VOO' },
    });
    expect(await left()).toEqual([]);
  });

  it('carries over the marks of those who had the idea and were erased', async () => {
    const stored = await town.deps.ideas.load(from.id);
    if (!stored) throw new Error('No idea');
    await town.deps.ideas.keep(stored, { ...stored.idea, formerMarks: ['MARK'] });
    await breaksOff();
    expect((await town.idea(from.id)).formerMarks).toBeUndefined();
    await looks();
    expect((await town.idea(into.id)).formerMarks).toEqual(['MARK']);
  });

  it('goes to the idea of which the other one has become a part meanwhile', async () => {
    await breaksOff();
    const third = await town.submits(people.colleague);
    const merge = {
      id: into.id,
      into: third.id,
      idempotencyKey: newIdempotencyKey(town.deps.random),
      decisionVersion: into.decisionVersion,
      words: {},
    };
    expect(await mergeIdea(town.deps, people['other-leader'], merge)).toMatchObject({ ok: true });
    await looks();
    expect(await town.record(into.id)).toEqual(['submitted', 'merged']);
    expect((await town.idea(third.id)).joined).toEqual([people.employee.ref]);
    // By which their data are found.
    expect(await town.deps.traces.of(people.employee.ref)).toContainEqual({ record: 'idea', id: third.id });
    expect(await left()).toEqual([]);
  });

  it('is finished in an idea that was withdrawn meanwhile, so that who came is known when it is brought back', async () => {
    await breaksOff();
    await town.acts(people.colleague, into.id, story.withdraw);
    await looks();
    expect(await town.record(into.id)).toEqual(['submitted', 'withdrawn', 'absorbed']);
    await town.acts(people.colleague, into.id, story.reopen);
    expect(await town.idea(into.id)).toMatchObject({ stage: 'submitted', joined: [people.employee.ref] });
    expect(await left()).toEqual([]);
  });

  it('takes in the idea as it is when that happens, not as it was when it began', async () => {
    await breaksOff();
    const { ideas } = town.deps;
    let loads = 0;
    const load: typeof ideas.load = async (id) => {
      const stored = await ideas.load(id);
      if (id === from.id && loads++ === 0 && stored) await ideas.keep(stored, { ...stored.idea, submittersLeft: true });
      return stored;
    };
    await finishSteps({ ...town.deps, ideas: { ...ideas, load } }, { failed: (_step, error) => failures.push(error) });
    expect(await town.record(into.id)).toEqual(['submitted', 'absorbed']);
    expect((await town.idea(into.id)).joined).toBeUndefined();
  });

  it('is finished before somebody who has it is erased, so that their mark stands in the other idea', async () => {
    await breaksOff();
    const marks = await town.deps.marks.of(people.employee);
    await erasePerson(town.deps, people.employee);
    expect(await left()).toEqual([]);
    expect(marks).not.toEqual([]);
    expect((await town.idea(into.id)).formerMarks).toEqual(marks);
  });

  it('is told of when it is finished later, and is finished though a hundred others go wrong', async () => {
    await breaksOff();
    const [step] = await left();
    if (!step) throw new Error('No step');
    const { storage } = town;
    const row = await storage.ideas.getEntity('orten|0', `step|${step.id}|000002`);
    const broken = ({ at }: { at: number }) => ({
      ...{ partitionKey: 'orten|0', rowKey: `step|${at.toString().padStart(6, '0')}|000002` },
      ...{ name: 'absorb', id: `${at}`.padStart(6, '0'), seq: 2, to: into.id, by: row.by, data: 'odd' },
    });
    for (let at = 0; at < 120; at++) await storage.ideas.createEntity(broken({ at: at * 8000 }));
    const finished: string[] = [];
    let failed = 0;
    for (let looked = 0; looked < 40 && finished.length === 0; looked++) {
      const told = { finished: ({ id }: { id: string }) => finished.push(id), failed: () => failed++ };
      await finishSteps(town.deps, told);
    }
    expect(finished).toEqual([from.id]);
    expect(failed).toBeGreaterThan(50);
    expect(await town.record(into.id)).toEqual(['submitted', 'absorbed']);
  });

  it('waits where it is of a kind that only a newer version of the bot knows', async () => {
    await breaksOff();
    const [step] = await left();
    if (!step) throw new Error('No step');
    const { commit } = town.deps.commits;
    const newer = { ...step, name: 'newer' as StepName, seq: 9 };
    await commit(
      { record: 'idea', id: from.id, seq: 9, by: 'clock', entities: [], owes: [] },
      { idempotencyKey: 'NEWER', step: newer },
    );
    await looks();
    expect(await left()).toEqual([newer]);
  });
});

describe('what others have said of an idea that becomes a part of another one', () => {
  const need = { type: 'need', data: {}, words: { need: 'Varje vecka.' } } as const;
  const merges = async (by = people.leader, [one, other] = [from, into]) => {
    const { decisionVersion } = await town.idea(one.id);
    const idempotencyKey = newIdempotencyKey(town.deps.random);
    const merge = { id: one.id, into: other.id, idempotencyKey, decisionVersion, words: {} };
    expect(await mergeIdea(town.deps, by, merge)).toMatchObject({ ok: true });
  };
  /** What relays do with it, until nothing is left. */
  async function counts(): Promise<void> {
    for (;;) {
      const { uncounted } = await town.deps.reactions.owed();
      if (uncounted.length === 0) return;
      for (const one of uncounted)
        await town.deps.reactions.count({ ...one, rows: one.rows.slice(0, 90) }, town.deps.now());
    }
  }
  const tally = (id: string) => town.deps.reactions.tally(id, 'need');
  const said = (id: string) => town.deps.reactions.everybody(id, 'need');
  /** So many people whom nobody else meets have said so, and follow it. */
  async function manySay(id: string, count: number, name = 'pNEED'): Promise<void> {
    const { idea } = (await town.deps.ideas.load(id)) ?? {};
    if (!idea) throw new Error(`No idea ${id}`);
    for (let n = 0; n < count; n++) {
      const person = `${name}${String(n).padStart(4, '0')}`;
      const reacted = { person, at: town.deps.now(), idempotencyKey: `OP.${person}`, words: {}, department: 'SBK' };
      const event = reactionEvent(town.deps, idea, 'need', reacted);
      await town.deps.reactions.add(id, 'need', reacted, event);
      await town.deps.follows.add(id, person);
    }
  }

  it('goes along with it: counted once, with its line, followed, and told to nobody as new', async () => {
    const { builder, planner } = await town.allArrive('builder', 'planner');
    for (const one of [builder, planner]) await town.acts(one, from.id, need);
    await town.acts(builder, into.id, { ...need, words: {} });
    // Whoever has the other idea has not its problem too.
    await town.acts(people.colleague, from.id, need);
    await counts();
    const opened = (await tally(into.id)).telling;
    await town.deps.follows.remove(from.id, planner.ref);
    await merges();
    await looks();
    await counts();
    expect([await said(from.id), (await tally(from.id)).count]).toEqual([[], 0]);
    expect((await said(into.id)).sort()).toEqual([builder.ref, planner.ref].sort());
    expect(await tally(into.id)).toMatchObject({ count: 2, departments: { SBK: 2 } });
    for (const one of [builder, planner])
      expect((await town.deps.reactions.of(into.id, 'need', one.ref))?.words).toEqual(need.words);
    expect([
      await town.deps.follows.follows(into.id, builder.ref),
      await town.deps.follows.follows(into.id, planner.ref),
    ]).toEqual([true, false]);
    expect(await town.deps.traces.of(planner.ref)).toContainEqual({ record: 'idea', id: into.id });
    expect((await tally(into.id)).telling).toEqual({ ...opened, carried: 1 });
    expect((await town.deps.reactions.owed()).untold).toHaveLength(2);
    // "Inte samma problem längre", pressed on a card of the idea that is gone.
    expect(await takeBackReaction(town.deps, planner, from.id, 'need')).toBe(true);
    await counts();
    expect([await said(into.id), (await tally(into.id)).count]).toEqual([[builder.ref], 1]);
    expect(await left()).toEqual([]);
  });

  it('goes on to the idea of which that one becomes a part while it is carried', async () => {
    const third = await town.submits(people.colleague);
    await manySay(from.id, 40);
    await merges();
    const [step] = await left();
    if (!step) throw new Error('Nothing is left to do');
    const { carry } = town.deps.reactions;
    let parts = 0;
    const meanwhile: Deps['reactions']['carry'] = async (carrying) => {
      if (parts++ === 1) await merges(people['other-leader'], [into, third]);
      return carry(carrying);
    };
    await finishStep({ ...town.deps, reactions: { ...town.deps.reactions, carry: meanwhile } }, step);
    await looks();
    await looks();
    await counts();
    const counted = await Promise.all([from, into, third].map(async ({ id }) => (await tally(id)).count));
    expect([counted, (await said(third.id)).length]).toEqual([[0, 0, 40], 40]);
    expect(await left()).toEqual([]);
  });

  it('takes as many requests of a turn for forty as for three, and of what follows as many for each of them', async () => {
    const costs: number[][] = [];
    for (const [n, many] of [3, 40, 400].entries()) {
      const [one, other] = [await town.submits(people.employee), await town.submits(people.colleague)];
      await manySay(one.id, many, `pN${n}`);
      const turn = await town.requestsOf(() => merges(people.leader, [one, other]));
      const after = await town.requestsOf(looks);
      costs.push([turn, after / Math.ceil(many / CARRIED_AT_ONCE), after / many]);
      expect(await said(other.id)).toHaveLength(many);
    }
    const [few = [], more = [], most = []] = costs;
    expect([more[0], most[0]]).toEqual([few[0], few[0]]);
    for (const [, aPart = 0] of costs) expect(aPart).toBeLessThanOrEqual(3 * CARRIED_AT_ONCE + 8);
    expect(most[2]).toBeLessThanOrEqual(4);
  });

  it('its departments go along, as far as there is room for eight; who is left out hears of it', async () => {
    const { builder, planner, harbour } = await town.allArrive('builder', 'planner', 'harbour');
    await town.acts(planner, from.id, story.takePart('SBK', 'Enhetschef Gata'));
    town.comes('2026-11-17');
    await town.acts(harbour, from.id, story.takePart('HAM'));
    const stored = await town.deps.ideas.load(into.id);
    if (!stored) throw new Error('No idea');
    const seven = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`D${n}`, { since: '2026-11-01' }]));
    await town.deps.ideas.keep(stored, { ...stored.idea, takingPart: seven });
    await merges();
    const { takingPart = {}, tookPartBy } = await town.idea(into.id);
    expect(takingPart).toMatchObject({ ...seven, SBK: { since: '2026-11-16', cameWith: from.id } });
    expect([Object.keys(takingPart).length, tookPartBy]).toEqual([8, { SBK: planner.ref }]);
    const event = (await town.deps.ideas.history(into.id)).at(-1);
    if (!event) throw new Error('Nothing has happened');
    expect(event).toMatchObject({ type: 'absorbed', data: { left: ['HAM'], leftBy: [harbour.ref] } });
    expect((await lookUp(town.deps, await town.idea(into.id), event)).partners).toEqual([harbour.ref]);
    const merged = (await town.deps.ideas.history(from.id)).at(-1);
    if (!merged) throw new Error('Nothing has happened');
    expect(await town.namesOf((await lookUp(town.deps, await town.idea(from.id), merged)).partners ?? [])).toEqual([
      'builder',
      'harbour',
      'planner',
    ]);
    // By which their data are found.
    for (const one of [planner, harbour])
      expect(await town.deps.traces.of(one.ref)).toContainEqual({ record: 'idea', id: into.id });
    await erasePerson(town.deps, planner);
    await looks();
    expect(await town.idea(into.id)).not.toHaveProperty('tookPartBy');
    expect(builder.name).toBe('builder');
  });
});
