import { RestError } from '@azure/data-tables';
import { followUnits } from '../../../../src/app/idea/clock/follow-units.js';
import { movingIdeas } from '../../../../src/app/idea/clock/ideas-of-units.js';
import { movedWithUnit } from '../../../../src/domain/idea/commands/clock/move-with-unit.js';
import { evolve } from '../../../../src/domain/idea/evolve.js';
import { departmentFollowed } from '../../../../src/domain/idea/use/followed-unit.js';
import { createDirectory } from '../../../../src/domain/organisation/directory.js';
import { applyChange } from '../../../../src/domain/organisation/overlay/apply.js';
import { movedUnits } from '../../../../src/domain/organisation/overlay/moved-units.js';
import { movingLines } from '../../../../src/programs/organisation-report.js';
import { anIdea } from '../../../../testing/samples/idea/ideas.js';
import * as story from '../../../../testing/samples/idea/story.js';
import {
  fromUnit,
  undivided,
  unitsThatMove,
  withUnitIn,
} from '../../../../testing/scenes/organisation/units-that-move.js';

const told = {
  moved: () => undefined,
  failed: (_id: string, error: unknown) => {
    throw error;
  },
};
const MINUTES = 60_000;
const idOf = (at: number): string => `A${String(at).padStart(5, '0')}`;

describe('ideas whose unit is a part of another department', () => {
  let town: Awaited<ReturnType<typeof unitsThatMove>>;
  beforeEach(async () => {
    town = await unitsThatMove();
  });

  /** One round of each version that has something left. */
  async function round(deps = town.deps): Promise<void> {
    for (const left of await deps.unitMoves.list()) await followUnits(deps, left, told);
  }
  /** Until nothing is left. */
  async function toTheEnd(): Promise<void> {
    for (let rounds = 0; (await town.deps.unitMoves.list()).length > 0; rounds++) {
      if (rounds > 20) throw new Error('It never ends');
      await round();
      town.pass(2 * MINUTES);
    }
  }
  const times = async (id: string): Promise<number> =>
    (await town.kindsOf(id)).filter((kind) => kind === 'movedWithUnit').length;

  it('follow in every stage, once, and the others stay', async () => {
    const names = Object.keys(story.standings) as (keyof typeof story.standings)[];
    for (const [at, name] of names.entries()) await town.tell(idOf(at), ...fromUnit('HTS', story.standings[name]));
    await town.tell('B00001', ...fromUnit('HTN', story.standings.submitted));
    await town.tell('B00002', ...story.standings.submitted);
    const before = await Promise.all(names.map((_, at) => town.stored(idOf(at))));

    await town.reorganises(withUnitIn(undivided, 'HTS', 'MIL'));
    const [left] = await town.deps.unitMoves.list();
    expect(left?.moved).toEqual([{ from: 'VOO', into: 'MIL', units: ['HTS'], codes: ['VOO'] }]);
    await toTheEnd();
    for (const [at, name] of names.entries()) {
      const { idea } = await town.stored(idOf(at));
      const was = before[at]?.idea;
      const follows = was?.department === 'VOO';
      expect({ name, department: idea.department }).toEqual({ name, department: follows ? 'MIL' : was?.department });
      expect({ name, times: await times(idOf(at)) }).toEqual({ name, times: follows ? 1 : 0 });
      // It stands where it stood, and waits for whom it waited.
      expect({ stage: idea.stage, waiting: idea.waiting, origin: idea.origin }).toEqual({
        ...{ stage: was?.stage, waiting: was?.waiting, origin: was?.origin },
      });
      const [event] = await town.ideas.newest(idOf(at), { limit: 1 }).then(({ events }) => events);
      if (was && event && follows) expect(evolve(was, event)).toEqual(idea);
    }
    expect([await town.standsIn('B00001'), await town.standsIn('B00002')]).toEqual(['VOO', 'VOO']);
    expect((await town.keys('list|open|')).filter((key) => key.includes('|VOO|'))).toEqual([
      'list|open|VOO|B00001',
      'list|open|VOO|B00002',
    ]);
    expect((await town.keys('list|waits|')).filter((key) => /\.VOO\|.*\|A/.test(key))).toEqual([]);
  });

  it('are counted before by what waits, and those of somebody whose name is kept are not among them', async () => {
    await town.tell('A00000', ...fromUnit('HTS', story.standings.submitted));
    await town.tell('A00001', ...fromUnit('HTS', story.standings.exploring));
    await town.tell('A00002', ...fromUnit('HTS', story.standings.closed));
    await town.tell('A00003', ...fromUnit('HTN', story.standings.submitted));
    await town.tell('A00004', [story.submitter, story.submit({ unit: 'HTS', confidential: true })]);
    const moving = await movingIdeas(town.deps, undivided, withUnitIn(undivided, 'HTS', 'MIL'));
    expect(moving).toMatchObject([{ from: 'VOO', into: 'MIL', units: ['HTS'], ideas: 2 }]);
    expect(movingLines(moving)).toEqual([
      '2 ideas that wait, and those that have ended, would go along with HTS from VOO to MIL.',
    ]);
    expect(await movingIdeas(town.deps, undivided, undivided)).toEqual([]);
  });

  it('follow once when several instances see to it at the same time', async () => {
    for (let at = 0; at < 12; at++) await town.tell(idOf(at), ...fromUnit('HTS', story.standings.submitted));
    await town.reorganises(withUnitIn(undivided, 'HTS', 'MIL'));
    const instances = [1, 2, 3].map(() => town.open());
    await Promise.all(instances.map((deps) => round(deps)));
    town.pass(2 * MINUTES);
    await Promise.all(instances.map((deps) => round(deps)));
    for (let at = 0; at < 12; at++) expect([await town.standsIn(idOf(at)), await times(idOf(at))]).toEqual(['MIL', 1]);
    expect(await town.deps.unitMoves.list()).toEqual([]);
  });

  it('follow also where they were written meanwhile, by an instance that did not know', async () => {
    await town.reorganises(withUnitIn(undivided, 'HTS', 'MIL'));
    await round();
    expect(await town.deps.unitMoves.list()).toMatchObject([{ looked: true }]);
    await town.tell('A00000', ...fromUnit('HTS', story.standings.submitted));
    // Not before every instance has had the time to know.
    await round();
    expect(await town.standsIn('A00000')).toBe('VOO');
    town.pass(2 * MINUTES);
    await round();
    expect(await town.standsIn('A00000')).toBe('MIL');
    expect(await town.deps.unitMoves.list()).toEqual([]);
  });

  it('are where their unit is in the end, when it moves again before they have', async () => {
    for (let at = 0; at < 3; at++) await town.tell(idOf(at), ...fromUnit('HTS', story.standings.submitted));
    await town.reorganises(withUnitIn(undivided, 'HTS', 'MIL'));
    await town.reorganises(withUnitIn(undivided, 'HTS', 'SBK'));
    await toTheEnd();
    for (let at = 0; at < 3; at++) expect([await town.standsIn(idOf(at)), await times(idOf(at))]).toEqual(['SBK', 1]);
    // And back.
    await town.reorganises(undivided);
    await toTheEnd();
    expect(await town.standsIn(idOf(0))).toBe('VOO');
  });

  it('stay where they are when the department to which they were to go becomes a part of the one that they have', async () => {
    for (let at = 0; at < 3; at++) await town.tell(idOf(at), ...fromUnit('HTS', story.standings.submitted));
    const apart = withUnitIn(undivided, 'HTS', 'MIL');
    await town.reorganises(apart);
    const name = { sv: 'MIL', en: 'MIL' };
    const together = applyChange(apart, { kind: 'merge', department: 'MIL', into: 'VOO', name, people: true });
    if (!together.ok) throw new Error(together.refusal.code);
    await town.reorganises(together.value);
    await toTheEnd();
    for (let at = 0; at < 3; at++) expect([await town.standsIn(idOf(at)), await times(idOf(at))]).toEqual(['VOO', 0]);
  });

  it('go on where they were when storage has not answered', async () => {
    for (let at = 0; at < 4; at++) await town.tell(idOf(at), ...fromUnit('HTS', story.standings.submitted));
    await town.reorganises(withUnitIn(undivided, 'HTS', 'MIL'));
    let commits = 0;
    const submitTransaction = async (...given: Parameters<typeof town.storage.ideas.submitTransaction>) => {
      commits += 1;
      if (commits === 3) throw new RestError('Busy', { statusCode: 503 });
      return town.storage.ideas.submitTransaction(...given);
    };
    const ideas = new Proxy(town.storage.ideas, {
      get: (target, name) => {
        const member = name === 'submitTransaction' ? submitTransaction : Reflect.get(target, name, target);
        return typeof member === 'function' && name !== 'submitTransaction' ? member.bind(target) : member;
      },
    });
    await expect(round(town.open({ ...town.storage, ideas }))).rejects.toThrow('Busy');
    const there = () => Promise.all([0, 1, 2, 3].map((at) => town.standsIn(idOf(at))));
    expect(await there()).toEqual(['MIL', 'MIL', 'VOO', 'VOO']);
    // Whoever had it has it for a minute, should they only be slow.
    await round();
    expect(await there()).toEqual(['MIL', 'MIL', 'VOO', 'VOO']);
    town.pass(MINUTES);
    await round();
    expect(await there()).toEqual(['MIL', 'MIL', 'MIL', 'MIL']);
    for (let at = 0; at < 4; at++) expect(await times(idOf(at))).toBe(1);
  });

  it('go each where their own unit is when a department is divided among three', async () => {
    await town.tell('A00000', ...fromUnit('HTS', story.standings.submitted));
    await town.tell('A00001', ...fromUnit('HTN', story.standings.exploring));
    await town.tell('A00002', ...story.standings.submitted);
    const divided = withUnitIn(withUnitIn(undivided, 'HTS', 'MIL'), 'HTN', 'SBK');
    const earlier = [{ code: 'VOO' }];
    // What it was besides is one of theirs.
    const departments = divided.departments.flatMap((one) =>
      one.code === 'VOO' ? [] : [one.code === 'MIL' ? { ...one, earlier } : one],
    );
    await town.reorganises({ ...divided, departments });
    await toTheEnd();
    expect(await Promise.all(['A00000', 'A00001', 'A00002'].map(town.standsIn))).toEqual(['VOO', 'SBK', 'VOO']);
    expect(town.deps.directory().codeNow('VOO')).toBe('MIL');
  });

  it('that cannot be moved in two looks are moved by a later one, and given up on after a month at the earliest', async () => {
    await town.tell('A00000', ...fromUnit('HTS', story.standings.submitted));
    await town.tell('A00001', ...fromUnit('HTS', story.standings.submitted));
    await town.reorganises(withUnitIn(undivided, 'HTS', 'MIL'));
    const { ideas } = town.deps;
    const broken = {
      ...town.deps,
      ideas: {
        ...ideas,
        load: (id: string) => (id === 'A00000' ? Promise.reject(new TypeError('odd')) : ideas.load(id)),
      },
    };
    const failures: string[] = [];
    const noting = {
      moved: () => undefined,
      failed: (id: string, _error: unknown, last: boolean) => failures.push(`${id} ${last}`),
    };
    const look = async (deps: typeof town.deps) => {
      for (const left of await deps.unitMoves.list()) await followUnits(deps, left, noting);
      town.pass(10 * MINUTES);
    };
    for (let looks = 0; looks < 4; looks++) await look(broken);
    expect(failures).toEqual(Array.from({ length: 4 }, () => 'A00000 false'));
    expect(await Promise.all(['A00000', 'A00001'].map(town.standsIn))).toEqual(['VOO', 'MIL']);
    await look(town.deps);
    expect(await Promise.all(['A00000', 'A00001'].map(town.standsIn))).toEqual(['MIL', 'MIL']);
    expect(await town.deps.unitMoves.list()).toEqual([]);

    await town.reorganises(withUnitIn(undivided, 'HTS', 'VOO'));
    await look(broken);
    town.pass(31 * 24 * 60 * MINUTES);
    await look(broken);
    expect(failures.at(-1)).toBe('A00000 true');
    expect(await town.deps.unitMoves.list()).toEqual([]);
  });

  it('are no part of what their new department takes part in solving', async () => {
    const idea = anIdea({ takingPart: { MIL: { since: '2026-11-01' }, SBK: { since: '2026-11-02' } } });
    type Moved = Parameters<NonNullable<typeof movedWithUnit.changes>>[1];
    const event = { data: { from: 'VOO', department: 'MIL', tier: 'leader' } } as Moved;
    expect(movedWithUnit.changes?.(idea, event, idea).takingPart).toEqual({ SBK: { since: '2026-11-02' } });
  });

  it('are looked through at so many requests a round, however many there are', async () => {
    await town.tell('A00000', ...fromUnit('HTS', story.standings.submitted));
    await town.tell('A00001', ...story.standings.submitted);
    const row = (await town.rows()).get('record|A00001') ?? {};
    const { etag: _, timestamp: __, ...columns } = row;
    const copies = Array.from({ length: 2300 }, (_one, at) => ({ ...columns, rowKey: `record|B${idOf(at).slice(1)}` }));
    for (let from = 0; from < copies.length; from += 100)
      await town.storage.ideas.submitTransaction(
        copies
          .slice(from, from + 100)
          .map((one) => ['create', one as unknown as { partitionKey: string; rowKey: string }]),
      );
    await town.reorganises(withUnitIn(undivided, 'HTS', 'MIL'));
    const [left] = await town.deps.unitMoves.list();
    if (!left) throw new Error('Nothing is left to do');
    const first = await town.requestsOf(() => followUnits(town.deps, left, told));
    // One idea has moved as well.
    expect(first).toBeLessThanOrEqual(32 + 14);
    const [next] = await town.deps.unitMoves.list();
    expect(next).toMatchObject({ after: expect.stringMatching(/^B/) });
    expect(next).not.toHaveProperty('until');
    if (next) expect(await town.requestsOf(() => followUnits(town.deps, next, told))).toBeLessThanOrEqual(10);
    expect(await town.deps.unitMoves.list()).toMatchObject([{ looked: true }]);
    expect(await town.standsIn('A00000')).toBe('MIL');
  });
});

describe('which ideas follow', () => {
  const after = withUnitIn(undivided, 'HTS', 'MIL');
  const [before, directory] = [createDirectory(undivided), createDirectory(after)];
  const moved = movedUnits(before, directory);
  const to = (changes: Parameters<typeof anIdea>[0]) => departmentFollowed(anIdea(changes), moved, directory);

  test.each([
    ['one of the unit', {}, 'MIL'],
    ['one of another unit', { unit: 'HTN' }, undefined],
    ['one that people have passed on', { department: 'SBK' }, undefined],
    ['one that is there already', { department: 'MIL' }, undefined],
    ['one of somebody whose name is kept, for it would tell where they work', { confidential: true }, undefined],
  ])('%s', (_, changes, department) => {
    expect(to(changes)).toBe(department);
  });

  it('a unit that has come along with its whole department has not moved', () => {
    const name = { sv: 'VOO', en: 'VOO' };
    const together = applyChange(undivided, { kind: 'merge', department: 'VOO', into: 'MIL', name, people: false });
    if (!together.ok) throw new Error(together.refusal.code);
    expect(movedUnits(before, createDirectory(together.value))).toEqual([]);
    // What comes apart again has.
    expect(movedUnits(createDirectory(together.value), before)).toEqual([
      { from: 'MIL', into: 'VOO', units: ['HTS', 'HTN'], codes: ['MIL', 'VOO'] },
    ]);
  });
});
