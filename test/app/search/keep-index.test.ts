import type { Worker } from 'node:worker_threads';
import { enterExisting } from '../../../src/app/existing/enter-existing';
import { documentOf } from '../../../src/app/search/document';
import { createIndexKeeper } from '../../../src/app/search/keep-index';
import { searchIdeas } from '../../../src/app/search/search-ideas';
import { createSearchIndex } from '../../../src/app/search-index/create-search-index';
import type { SearchFilter } from '../../../src/app/search-index/search-index';
import { beginIndexThread, threadedIndex } from '../../../src/app/search-index/threaded-index';
import { createFollower, type Follower } from '../../../src/delivery/following/follower';
import type { Idea } from '../../../src/domain/idea/idea';
import type { Person } from '../../../src/domain/person/person';
import { createRunningSearch } from '../../../src/running-search';
import { openLog } from '../../../src/store/log';
import { PATIENCE, until } from '../../../testing/processes/until';
import { anIdea } from '../../../testing/samples/idea/ideas';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';
import { requestsTo } from '../../../testing/storage/round-trips';

const silent = { info() {}, warn() {}, error() {} };
const words = { title: 'Lådcyklar till hemtjänsten', problem: 'Bilarna räcker inte på morgonen.' };

/** An index of its own, as an instance has it, without timers. */
function keeping(scene: Scene) {
  const index = createSearchIndex({ names: [] });
  const keeper = createIndexKeeper(scene.deps, index);
  const { code } = scene.deps.settings().municipality;
  const follower = createFollower({ events: openLog(scene.storage, code), now: scene.deps.now, log: silent });
  follower.follow('search', scene.deps.now(), keeper.changed);
  const finds = async (query: string) => (await index.search(query)).hits.map(({ id }) => id);
  return { index, keeper, follower, finds };
}

describe('what can be found of an idea', () => {
  it('is its words and what was learned, and nothing of people', () => {
    const idea: Idea = {
      ...anIdea(),
      words: { title: 'Cyklar', problem: 'Bilarna räcker inte.', solution: 'Lådcyklar' },
      workplace: 'Hemtjänsten Norr',
      stage: 'closed',
      answers: { learned: 'Tjänsten tog längre tid.', participation: 'Vi frågade Anna.' },
      ending: { lesson: 'Vintern är lång.', reason: 'För dyrt.' },
    };
    expect(documentOf(idea)).toEqual({
      id: idea.id,
      version: idea.seq,
      title: 'Cyklar',
      problem: 'Bilarna räcker inte.',
      solution: 'Lådcyklar',
      lesson: 'Vintern är lång.\nTjänsten tog längre tid.',
      stage: 'closed',
      departments: [idea.department],
      goals: [],
    });
  });

  const away: [string, Partial<Idea>][] = [
    ['hidden', { hidden: true }],
    ['withdrawn with its words', { withheld: true }],
    ['withdrawn', { stage: 'withdrawn' }],
    ['waiting to be read by its department first', { unread: true }],
    ['a part of another idea', { stage: 'closed', ending: { into: 'K7M4QX' } }],
    ['erased', { words: { title: '', problem: '' } }],
  ];
  it.each(away)('is nothing where it is %s', (_, change) => {
    expect(documentOf({ ...anIdea(), ...change })).toBeUndefined();
  });

  it('holds no lesson before a test has been reported', () => {
    const { lesson } = documentOf({ ...anIdea(), stage: 'piloting', answers: { learned: 'Vi skriver än.' } }) ?? {};
    expect(lesson).toBeUndefined();
  });
});

/** What the department of the leader for care uses: it was there when they began. */
async function usedBy(scene: Scene, leader: Person): Promise<Idea> {
  const about = { title: words.title, problem: words.problem, lesson: 'Det går bra.' };
  const entry = { idempotencyKey: 'ENTRYUSED', stage: 'inUse' as const, words: about };
  const entered = await enterExisting(scene.deps, leader, entry);
  if (!entered.ok) throw new Error(entered.refusal.code);
  return entered.value.idea;
}

describe('the index of an instance', () => {
  let scene: Scene;
  let employee: Person;
  let leader: Person;
  beforeEach(async () => {
    scene = await openScene();
    [employee, leader] = [await scene.arrives('employee'), await scene.arrives('leader')];
  });

  it('is built of all ideas that everybody may read', async () => {
    const open = await scene.submits(employee, { words });
    const gone = await scene.submits(employee, { words });
    await scene.acts(employee, gone, { type: 'withdraw', data: {}, words: {} });
    const hidden = await scene.submits(employee, { words });
    await scene.acts(leader, hidden, { type: 'hide', data: {}, words: {} });
    const { keeper, finds } = keeping(scene);
    expect(keeper.isWhole()).toBe(false);
    await keeper.build();
    expect(keeper.isWhole()).toBe(true);
    expect(await finds('lådcyklar')).toEqual([open.id]);
  });

  it('knows which departments have taken an idea in, and which have said no to it, from the start and as it happens', async () => {
    const [environment, rescue] = [await scene.arrives('environmentLeader'), await scene.arrives('rescueLeader')];
    const idea = await usedBy(scene, leader);
    // Before it and behind it there are others.
    for (let n = 0; n < 4; n++) await scene.submits(employee, { words });
    const early = keeping(scene);
    await early.keeper.build();
    const start = '2026-11-02';
    const take = { type: 'adopt', data: { department: 'MIL', status: 'using', start }, words: {} } as const;
    await scene.acts(environment, idea, take);
    await scene.acts(rescue, idea, { type: 'notNow', data: { department: 'RTJ' }, words: { reason: 'Vi bygger om.' } });
    await early.follower.look();
    const late = keeping(scene);
    await late.keeper.build();
    for (const { index } of [early, late]) {
      const finds = async (filter: SearchFilter) =>
        (await index.search('lådcyklar', { filter: { stages: ['inUse'], ...filter } })).hits.map(({ id }) => id);
      expect(await finds({ departments: ['MIL'] })).toEqual([idea.id]);
      expect(await finds({ departments: ['RTJ'] })).toEqual([]);
      expect(await finds({ notIn: ['MIL'] })).toEqual([]);
      expect(await finds({ notIn: ['RTJ'] })).toEqual([]);
      expect(await finds({ notIn: ['KLK'] })).toEqual([idea.id]);
    }
    const deps = {
      ...scene.deps,
      searching: {
        search: early.index.search,
        similar: early.index.similar,
        compare: early.index.compare,
        isWhole: () => true,
      },
    };
    const sought = { query: 'lådcyklar', tab: 'all', department: 'MIL', page: 0 } as const;
    expect((await searchIdeas(deps, sought)).ideas.map(({ id }) => id)).toEqual([idea.id]);
    await scene.acts(environment, idea, {
      type: 'stopUsing',
      data: { department: 'MIL' },
      words: { reason: 'De gick sönder.' },
    });
    await early.follower.look();
    expect((await searchIdeas(deps, sought)).ideas).toEqual([]);
    // Who has stopped is not told of it as of something new.
    expect(await early.index.search('lådcyklar', { filter: { stages: ['inUse'], notIn: ['MIL'] } })).toMatchObject({
      total: 0,
    });
  });

  it('goes on from where it was when storage did not answer', async () => {
    await scene.submits(employee, { words });
    const { ideas } = scene.deps;
    let fails = true;
    const index = createSearchIndex({ names: [] });
    const keeper = createIndexKeeper(
      {
        ...scene.deps,
        ideas: {
          ...ideas,
          page: async (...asked) => {
            if (fails) throw new Error('busy');
            return ideas.page(...asked);
          },
        },
      },
      index,
    );
    await expect(keeper.build()).rejects.toThrow('busy');
    fails = false;
    await keeper.build();
    expect(await index.size()).toBe(1);
  });

  it('learns of what is sent, changed and hidden, and forgets what may not be read any more', async () => {
    const { keeper, follower, finds } = keeping(scene);
    await keeper.build();
    const idea = await scene.submits(employee, { words });
    await follower.look();
    expect(await finds('lådcyklar')).toEqual([idea.id]);
    const edited = { title: 'Elsparkcyklar', problem: words.problem };
    await scene.acts(employee, idea, { type: 'edit', data: { confidential: false }, words: edited });
    await follower.look();
    expect(await finds('lådcyklar')).toEqual([]);
    expect(await finds('elsparkcyklar')).toEqual([idea.id]);
    await scene.acts(leader, idea, { type: 'hide', data: {}, words: {} });
    await follower.look();
    expect(await finds('elsparkcyklar')).toEqual([]);
    expect(await finds('bilarna')).toEqual([]);
  });

  it('reads what has changed once, however often it has, and together with others', async () => {
    const { follower } = keeping(scene);
    await follower.look();
    const [one, other] = [await scene.submits(employee, { words }), await scene.submits(employee, { words })];
    await scene.acts(leader, one, { type: 'thank', data: {}, words: {} });
    await scene.acts(leader, other, { type: 'thank', data: {}, words: {} });
    // The log, and each of the two.
    expect(await requestsTo([scene.storage.ideas])(() => follower.look())).toBe(3);
  });
});

describe('two instances', () => {
  const running: { follower: Follower; indexing: { stop(): Promise<void> } }[] = [];
  afterEach(() =>
    Promise.all(running.splice(0).map(({ follower, indexing }) => follower.stop().then(() => indexing.stop()))),
  );

  it('find within five seconds what was sent on the other, and lose what was hidden there', async () => {
    const scene = await openScene();
    const [employee, leader] = [await scene.arrives('employee'), await scene.arrives('leader')];
    const earlier = await scene.submits(employee, { words: { ...words, title: 'Lådcyklar till skolan' } });
    const { code } = scene.deps.settings().municipality;
    const instances = ['one', 'other'].map(() => {
      const search = createRunningSearch(exampleOrganisation());
      const follower = createFollower({ events: openLog(scene.storage, code), now: scene.deps.now, log: silent });
      const indexing = search.keep(scene.deps, follower, silent);
      running.push({ follower, indexing });
      follower.start();
      indexing.start();
      return search.searching;
    });
    const each = async (expected: readonly string[], what: string, within = 5000) =>
      until(
        async () => {
          const pages = await Promise.all(instances.map((one) => one.search('lådcyklar')));
          return pages.every(
            ({ hits }) =>
              hits
                .map(({ id }) => id)
                .toSorted()
                .join() === expected.toSorted().join(),
          );
        },
        { within, what },
      );
    // Their threads begin.
    await each([earlier.id], 'both to be built', PATIENCE);
    const idea = await scene.submits(employee, { words });
    await each([earlier.id, idea.id], 'both to find what was sent');
    await scene.acts(leader, idea, { type: 'hide', data: {}, words: {} });
    await each([earlier.id], 'both to forget what was hidden');
    await scene.acts(leader, idea, { type: 'show', data: {}, words: {} });
    await each([earlier.id, idea.id], 'both to find it again');
    await scene.acts(employee, idea, { type: 'withdraw', data: {}, words: {} });
    await each([earlier.id], 'both to forget what was withdrawn');
    const used = await usedBy(scene, leader);
    const environment = await scene.arrives('environmentLeader');
    const taken = { department: 'MIL', status: 'using', start: '2026-11-02' } as const;
    await scene.acts(environment, used, { type: 'adopt', data: taken, words: {} });
    await until(
      async () => {
        const filter = { departments: ['MIL'] };
        const pages = await Promise.all(instances.map((one) => one.search('lådcyklar', { filter })));
        return pages.every(({ hits }) => hits.some(({ id }) => id === used.id));
      },
      { within: 5000, what: 'both to know who has taken it in' },
    );
  });
});

describe('an index whose thread dies', () => {
  it('is built anew in another one, tells operators once, and says that it is building until it is whole', async () => {
    const scene = await openScene();
    const [employee, leader] = [await scene.arrives('employee'), await scene.arrives('leader')];
    const [idea, hidden] = [await scene.submits(employee, { words }), await scene.submits(employee, { words })];
    const threads: Worker[] = [];
    const begins = (names: readonly string[]): Worker => {
      const thread = beginIndexThread(names);
      threads.push(thread);
      return thread;
    };
    const search = createRunningSearch(exampleOrganisation(), (setting) => threadedIndex(setting, begins, 0));
    const told: string[] = [];
    const log = { ...silent, error: (_: object, message: string) => told.push(message) };
    const { code } = scene.deps.settings().municipality;
    const follower = createFollower({ events: openLog(scene.storage, code), now: scene.deps.now, log });
    const indexing = search.keep(scene.deps, follower, log);
    const deps = { ...scene.deps, searching: search.searching };
    const finds = () => searchIdeas(deps, { query: 'lådcyklar', tab: 'all', page: 0 });
    const kill = async () => threads.at(-1)?.terminate();
    const isWhole = () => until(() => search.searching.isWhole(), { what: 'all to be found' });

    indexing.start();
    await isWhole();
    expect((await finds()).total).toBe(2);
    await scene.acts(leader, hidden, { type: 'hide', data: {}, words: {} });
    // What is asked while it dies is answered too.
    const [asked] = await Promise.all([finds(), kill()]);
    expect(asked.ideas.length).toBeLessThan(2);
    await until(() => threads.length === 2, { what: 'another thread to begin' });
    expect((await finds()).building).toBe(true);
    await kill();
    await isWhole();
    expect(await finds()).toMatchObject({ total: 1, ideas: [{ id: idea.id }], building: false });
    expect(told).toHaveLength(1);
    await kill();
    await isWhole();
    expect((await finds()).total).toBe(1);
    expect(told).toHaveLength(2);
    await indexing.stop();
    expect(threads).toHaveLength(4);
  });
});
