import type { Deps } from '../../../src/app/deps.js';
import { mergeIdea } from '../../../src/app/idea/merge-idea.js';
import { erasePerson } from '../../../src/app/privacy/erase-person.js';
import { finishSteps } from '../../../src/app/steps.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import { newIdempotencyKey } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/person/person.js';
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
