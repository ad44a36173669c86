import { actOnIdea } from '../../../src/app/idea/act-on-idea.js';
import { actOnObstacle, type ObstacleAct } from '../../../src/app/obstacle/act-on-obstacle.js';
import { liftEnded, liftObstacle } from '../../../src/app/obstacle/lift-obstacle.js';
import { listObstacles } from '../../../src/app/obstacle/list-obstacles.js';
import { obstacleOfIdea } from '../../../src/app/obstacle/obstacle-of-idea.js';
import { openObstacle } from '../../../src/app/obstacle/obstacle-view.js';
import { heldInObstacle, leaveObstacle, moveInObstacle } from '../../../src/app/obstacle/people-in-obstacle.js';
import { bringDue, records } from '../../../src/app/records.js';
import { finishSteps } from '../../../src/app/steps.js';
import { newIdempotencyKey } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/person/person.js';
import { accept } from '../../../src/domain/result.js';
import { hinderedKey } from '../../../src/store/idea/lists/hindered.js';
import { recordsPartition } from '../../../src/store/keys.js';
import type { Step } from '../../../src/store/steps.js';
import { intercepted } from '../../../testing/processes/mortal.js';
import { close, doNow, withdraw } from '../../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work.js';

const LINE = 'Journalsystemet saknar en koppling till larmen.';

/** A department whose ideas end because of the same obstacle, so many of them; the leader has named it. */
async function stopped(count: number) {
  const town = await appAtWork();
  const people = await town.allArrive('submitter', 'leader', 'builder', 'office', 'reader');
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const { id } = await town.submits(people.submitter);
    await town.acts(people.leader, id, close({ reason: 'Det går inte i år.' }));
    ids.push(id);
  }
  const [first = ''] = ids;
  const obstacle = await names(town, people.leader, first, LINE);
  for (const id of ids.slice(1)) await hinders(town, people.leader, id, { same: obstacle });
  return { town, ids, obstacle, ...people };
}

type Asked = { same: string } | { kind: 'system'; line: string; operation: string };

async function hinders({ deps }: AppAtWork, person: Person, id: string, asked: Asked, idempotencyKey = key(deps)) {
  return actOnIdea(deps, person, {
    ...{ id, idempotencyKey, type: 'hinder', asks: { obstacle: asked } },
    command: (found) =>
      accept({ type: 'hinder', data: (found as { obstacle: { obstacle: string } }).obstacle, words: {} }),
  });
}
const key = ({ random }: AppAtWork['deps']) => newIdempotencyKey(random);

async function names(town: AppAtWork, person: Person, id: string, line: string): Promise<string> {
  const done = await hinders(town, person, id, { kind: 'system', line, operation: key(town.deps) });
  if (!done.ok) throw new Error(done.refusal.code);
  return (await town.idea(id)).obstacle ?? '';
}

const does = ({ deps }: AppAtWork, person: Person, id: string, type: ObstacleAct, more = {}) =>
  actOnObstacle(deps, person, { ...{ id, type, idempotencyKey: key(deps), words: {} }, ...more });

const stepsOf = ({ deps }: AppAtWork): Promise<Step[]> => deps.steps.list(10);

describe('an obstacle', () => {
  it('is one for a press that comes twice, and stops each idea once', async () => {
    const { town, leader, ids } = await stopped(1);
    const [id = ''] = ids;
    const asked = { kind: 'system', line: 'Något annat hindrar.', operation: key(town.deps) } as const;
    const idempotencyKey = key(town.deps);
    await hinders(town, leader, id, asked, idempotencyKey);
    const once = (await town.idea(id)).obstacle ?? '';
    await hinders(town, leader, id, asked, idempotencyKey);
    expect((await town.idea(id)).obstacle).toBe(once);
    expect((await town.deps.obstacles.standing()).map(({ words }) => words.line).sort()).toEqual(
      [LINE, 'Något annat hindrar.'].sort(),
    );
    expect(await town.deps.obstacles.hinderedBy(once)).toEqual([{ obstacle: once, department: 'VOO', id }]);
  });

  it('is named by nobody who does not decide on the idea, and nothing is made of it', async () => {
    const { town, submitter, builder, ids, obstacle } = await stopped(1);
    for (const person of [submitter, builder]) {
      const asked = { kind: 'system', line: 'Fel.', operation: key(town.deps) } as const;
      expect(await hinders(town, person, ids[0] ?? '', asked)).toMatchObject({ ok: false });
    }
    expect((await town.deps.obstacles.standing()).map(({ id }) => id)).toEqual([obstacle]);
  });

  it('is joined by no idea once it is gone, nor where there is none', async () => {
    const { town, leader, ids, obstacle } = await stopped(1);
    await does(town, leader, obstacle, 'removeObstacle');
    for (const same of [obstacle, '0THER1', ids[0] ?? '']) {
      expect(await hinders(town, leader, ids[0] ?? '', { same })).toMatchObject({ ok: false });
    }
  });

  it('is guarded by the commit of an idea that joins it', async () => {
    const { town, leader, submitter, obstacle } = await stopped(1);
    const { id } = await town.submits(submitter);
    let comesBetween = true;
    const obstacles = {
      ...town.deps.obstacles,
      load: async (one: string) => {
        const read = await town.deps.obstacles.load(one);
        if (comesBetween) {
          comesBetween = false;
          await does(town, leader, obstacle, 'removeObstacle');
        }
        return read;
      },
    };
    const late = await hinders({ ...town, deps: { ...town.deps, obstacles } }, leader, id, { same: obstacle });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'notNow' } });
    expect(await town.deps.obstacles.hinderedBy(obstacle)).toHaveLength(1);
  });

  it('of a press that is sent again is waited for no more, where it has been taken out of the way since', async () => {
    const { town, leader, submitter, ids } = await stopped(1);
    const asked = { kind: 'system', line: 'Något annat hindrar.', operation: key(town.deps) } as const;
    await hinders(town, leader, ids[0] ?? '', asked);
    await does(town, leader, (await town.idea(ids[0] ?? '')).obstacle ?? '', 'removeObstacle');
    const { id } = await town.submits(submitter);
    expect(await hinders(town, leader, id, asked)).toMatchObject({ ok: false, refusal: { code: 'notNow' } });
  });

  it('is shown with what it stops to those who lead, whichever department, and to the office', async () => {
    const { town, submitter, builder, office, obstacle } = await stopped(3);
    for (const person of [builder, office]) {
      expect(await listObstacles(town.deps, person)).toMatchObject([
        { obstacle: { id: obstacle }, stops: { ideas: 3, departments: 1 } },
      ]);
    }
    expect(await listObstacles(town.deps, submitter)).toBeUndefined();
    expect((await openObstacle(town.deps, submitter, obstacle))?.obstacle.words.line).toBe(LINE);
  });

  it('that is hidden is for those who may take care of it alone', async () => {
    const { town, submitter, builder, leader, ids, obstacle } = await stopped(1);
    await does(town, builder, obstacle, 'hideObstacle');
    expect(await openObstacle(town.deps, submitter, obstacle)).toBeUndefined();
    expect(await openObstacle(town.deps, leader, obstacle)).toBeDefined();
    const idea = await town.idea(ids[0] ?? '');
    expect(await obstacleOfIdea.lookUp(town.deps, submitter, idea)).toBeUndefined();
    expect(await does(town, submitter, obstacle, 'removeObstacle')).toEqual({
      ...{ ok: false, refusal: { code: 'notAllowed' } },
    });
  });

  it('does not count an idea that goes on all the same, nor one that is taken back', async () => {
    const { town, submitter, leader, obstacle } = await stopped(1);
    const [tested, withdrawn] = [await town.submits(submitter), await town.submits(submitter)];
    for (const { id } of [tested, withdrawn]) await hinders(town, leader, id, { same: obstacle });
    expect(await town.deps.obstacles.hinderedBy(obstacle)).toHaveLength(3);
    await town.acts(leader, tested.id, doNow('pNOBODY'));
    await town.acts(submitter, withdrawn.id, withdraw);
    expect(await town.deps.obstacles.hinderedBy(obstacle)).toHaveLength(1);
    expect(await obstacleOfIdea.lookUp(town.deps, leader, await town.idea(tested.id))).toBeUndefined();
  });

  it('costs an idea that waits for none nothing', async () => {
    const { town, submitter, leader } = await stopped(1);
    const { id } = await town.submits(submitter);
    const idea = await town.idea(id);
    expect(await town.requestsOf(() => obstacleOfIdea.lookUp(town.deps, leader, idea))).toBe(0);
  });
});

describe('an obstacle that is gone', () => {
  it('costs whoever says so the same, however many ideas wait', async () => {
    const costs: number[] = [];
    for (const count of [2, 30]) {
      const { town, leader, obstacle } = await stopped(count);
      costs.push(await town.requestsOf(() => does(town, leader, obstacle, 'removeObstacle')));
      expect((await stepsOf(town)).map(({ name }) => name)).toEqual(['liftObstacle']);
    }
    expect(costs[1]).toBe(costs[0]);
  });

  it('brings every idea back once, wherever the work is broken off', async () => {
    const { town, leader, ids, obstacle } = await stopped(6);
    await does(town, leader, obstacle, 'removeObstacle');
    const [step] = await stepsOf(town);
    if (!step) throw new Error('Nothing is left to do');
    // The power goes after some of them.
    let left = 3;
    const commits = intercepted(town.deps.commits, () => {
      if (left-- <= 0) throw new Error('the power is gone');
      return undefined;
    });
    await expect(liftObstacle({ ...town.deps, commits }, step)).rejects.toThrow('the power is gone');
    const stages = async () => (await Promise.all(ids.map((id) => town.idea(id)))).map(({ stage }) => stage);
    expect((await stages()).filter((stage) => stage === 'submitted')).toHaveLength(3);
    await finishSteps(town.deps, { failed: (_, error) => expect(error).toBeUndefined() });
    await liftObstacle(town.deps, step);
    expect(await stages()).toEqual(ids.map(() => 'submitted'));
    for (const id of ids)
      expect((await town.record(id)).filter((type) => type === 'obstacleLifted')).toEqual(['obstacleLifted']);
    expect(await stepsOf(town)).toEqual([]);
    expect(await town.deps.obstacles.hindered()).toEqual([]);
  });

  it('leaves ideas alone that wait for another, and those that have gone on', async () => {
    const { town, leader, ids, obstacle } = await stopped(2);
    const [one = '', two = ''] = ids;
    const other = await names(town, leader, two, 'Avtalet gäller till våren.');
    await does(town, leader, obstacle, 'removeObstacle');
    await finishSteps(town.deps, { failed: (_, error) => expect(error).toBeUndefined() });
    expect([(await town.idea(one)).stage, (await town.idea(two)).stage]).toEqual(['submitted', 'closed']);
    expect((await town.idea(two)).obstacle).toBe(other);
  });
});

describe('an obstacle that ended before what waited for it was told', () => {
  /** What ending it has left to do is lost. */
  const forgets = async ({ deps }: AppAtWork) => {
    for (const step of await stepsOf({ deps } as AppAtWork)) await deps.steps.done(step);
  };

  it('is met by the clock: ideas of one that is gone come back, and of one that faded they follow it no more', async () => {
    for (const end of ['removed', 'faded'] as const) {
      const { town, leader, submitter, ids, obstacle } = await stopped(2);
      const { id } = await town.submits(submitter);
      const stands = await names(town, leader, id, 'Avtalet gäller till våren.');
      if (end === 'removed') await does(town, leader, obstacle, 'removeObstacle');
      else {
        await does(town, leader, stands, 'takeObstacle', { until: '2027-11-15' });
        for (const day of ['2026-12-01', '2027-11-20']) {
          town.comes(day);
          for (const due of await town.deps.due.by(town.deps.now()))
            if (due.record === 'obstacle' && due.id === obstacle) await bringDue(town.deps, due);
        }
      }
      await forgets(town);
      expect(await town.deps.obstacles.hindered()).toHaveLength(3);
      expect(await liftEnded(town.deps)).toBe(1);
      expect(await town.deps.obstacles.hindered()).toEqual([{ obstacle: stands, department: 'VOO', id }]);
      const stages = await Promise.all(ids.map(async (one) => (await town.idea(one)).stage));
      expect(stages).toEqual(ids.map(() => (end === 'removed' ? 'submitted' : 'closed')));
      expect(await liftEnded(town.deps)).toBe(0);
    }
  });

  it('says until when whoever leads is away to whoever had an idea that comes back', async () => {
    const { town, leader, ids, obstacle } = await stopped(1);
    await does(town, leader, obstacle, 'removeObstacle');
    for (const who of ['leader', 'other-leader']) {
      await town.arrives(who);
      await town.isAway(who, '2026-12-20');
    }
    await liftEnded(town.deps);
    expect(await town.idea(ids[0] ?? '')).toMatchObject({ stage: 'submitted', paused: { until: '2026-12-20' } });
  });
});

describe('what waits for obstacles', () => {
  it('is counted whole though more waits than one reading gives', async () => {
    const { town, leader, obstacle } = await stopped(1);
    const { ideas } = town.storage;
    const partitionKey = recordsPartition('orten');
    const crowd = obstacle.startsWith('0') ? '0A2222' : '022222';
    const rows = Array.from({ length: 1100 }, (_, n) => ({
      ...{ partitionKey, rowKey: hinderedKey(crowd, 'VOO', `AAA${String(2000 + n)}`) },
    }));
    for (let from = 0; from < rows.length; from += 100)
      await ideas.submitTransaction(rows.slice(from, from + 100).map((row) => ['create', row]));
    expect(await town.deps.obstacles.hindered()).toHaveLength(1101);
    expect(await listObstacles(town.deps, leader)).toMatchObject([{ obstacle: { id: obstacle }, stops: { ideas: 1 } }]);
  });
});

describe('time', () => {
  it('ends an obstacle that stops nothing, and keeps one that does', async () => {
    const { town, leader, ids, obstacle } = await stopped(1);
    const vain = await names(town, leader, ids[0] ?? '', 'Avtalet gäller till våren.');
    await hinders(town, leader, ids[0] ?? '', { same: obstacle });
    town.comes('2026-12-01');
    for (const due of await town.deps.due.by(town.deps.now()))
      if (due.record === 'obstacle') await bringDue(town.deps, due);
    const stage = async (id: string) => (await town.deps.obstacles.load(id))?.obstacle.stage;
    expect([await stage(obstacle), await stage(vain)]).toEqual(['open', 'faded']);
  });

  it('ends one of which nobody has taken care for a year: ideas follow it no more, and stay as they are', async () => {
    const { town, leader, ids, obstacle } = await stopped(3);
    const before = await Promise.all(ids.map((id) => town.idea(id)));
    for (const day of ['2026-12-01', '2027-11-20']) {
      town.comes(day);
      for (const due of await town.deps.due.by(town.deps.now()))
        if (due.record === 'obstacle') await bringDue(town.deps, due);
    }
    expect((await town.deps.obstacles.load(obstacle))?.obstacle.stage).toBe('faded');
    await finishSteps(town.deps, { failed: (_, error) => expect(error).toBeUndefined() });
    const after = await Promise.all(ids.map((id) => town.idea(id)));
    expect(after.map(({ stage, obstacle: left }) => [stage, left])).toEqual(ids.map(() => ['closed', undefined]));
    expect(after.map(({ decisionVersion }) => decisionVersion)).toEqual(before.map((one) => one.decisionVersion));
    expect(await town.deps.obstacles.hindered()).toEqual([]);
    // It can be named anew.
    expect(await names(town, leader, ids[0] ?? '', LINE)).not.toBe(obstacle);
  });
});

describe('whoever leaves', () => {
  it('takes care of nothing any more, is told before what is stored of them, and leads to nobody', async () => {
    const { town, builder, obstacle } = await stopped(1);
    await does(town, builder, obstacle, 'takeObstacle', { until: '2027-01-15' });
    const held = await heldInObstacle(town.deps, builder, obstacle);
    expect(held).toMatchObject({ record: 'obstacle', events: [{ type: 'obstacleTaken', by: builder.ref }] });
    await leaveObstacle(town.deps, builder.ref, obstacle);
    const { stage, owner } = (await town.deps.obstacles.load(obstacle))?.obstacle ?? {};
    expect([stage, owner]).toEqual(['open', undefined]);
    expect(await town.deps.traces.in(builder.ref, obstacle)).toBeUndefined();
    expect(await heldInObstacle(town.deps, builder, '0THER1')).toBeUndefined();
  });

  it('is the same under another reference', async () => {
    const { town, builder, reader, obstacle } = await stopped(1);
    await does(town, builder, obstacle, 'takeObstacle', { until: '2027-01-15' });
    await moveInObstacle(town.deps, obstacle, builder.ref, reader.ref);
    expect((await town.deps.obstacles.load(obstacle))?.obstacle.owner).toBe(reader.ref);
    await records.obstacle.handBack(town.deps, reader.ref, obstacle);
    expect((await town.deps.obstacles.load(obstacle))?.obstacle.stage).toBe('open');
  });
});
