import { timePasses } from '../../../../src/app/idea/clock/time-passes';
import { chooseSeveral } from '../../../../src/app/idea/lists/choose-several';
import { myIdeas } from '../../../../src/app/idea/lists/my-ideas';
import { myTurn } from '../../../../src/app/idea/lists/my-turn';
import { queueIds } from '../../../../src/app/idea/lists/queues';
import { openConversations } from '../../../../src/app/idea/typed-answer';
import type { Idea } from '../../../../src/domain/idea/idea';
import type { Person } from '../../../../src/domain/person/person';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { addressOf, inhabitants } from '../../../../testing/scenes/city-people';
import { ask, close, explore, openScene, type Scene } from '../../../../testing/scenes/use-cases';
import { roundTripsTo } from '../../../../testing/storage/round-trips';

const DAY = 24 * 3600_000;
const ids = (ideas: readonly Idea[]) => ideas.map(({ id }) => id);

describe('what waits for somebody', () => {
  let scene: Scene;
  let employee: Person;
  beforeEach(async () => {
    scene = await openScene();
    employee = await scene.arrives('employee');
  });

  it('is each idea once, also for a leader who is in the innovation office too', async () => {
    const organisation = exampleOrganisation();
    organisation.innovationOffice.push({ name: inhabitants.leader.name, email: addressOf('leader'), title: '' });
    scene = await openScene(organisation);
    employee = await scene.arrives('employee');
    const { id } = await scene.submits(employee);
    expect(await queueIds(scene.deps, await scene.arrives('leader'))).toEqual([id]);
  });

  it('is counted by filter: what was asked about is waiting for somebody else, until it is answered', async () => {
    const leader = await scene.arrives('leader');
    const [fresh, asked] = [await scene.submits(employee), await scene.submits(employee)];
    await scene.acts(leader, asked, ask);
    expect((await myTurn(scene.deps, leader, 'all', 0)).counts).toEqual({ all: 1, new: 1, asked: 1, late: 0 });
    expect(ids((await myTurn(scene.deps, leader, 'asked', 0)).ideas)).toEqual([asked.id]);
    expect(ids((await myTurn(scene.deps, leader, 'new', 0)).ideas)).toEqual([fresh.id]);
    expect(ids((await openConversations(scene.deps, employee)).map(({ idea }) => idea))).toEqual([asked.id]);
    await scene.acts(employee, asked, { type: 'answer', data: {}, words: { answer: 'Tio' } });
    expect((await myTurn(scene.deps, leader, 'all', 0)).counts).toEqual({ all: 2, new: 2, asked: 0, late: 0 });
    expect(await openConversations(scene.deps, employee)).toEqual([]);
  });

  it('is a deputy’s only while a leader is away, besides what has come to the deputies', async () => {
    const [deputy, leader] = [await scene.arrives('deputy'), await scene.arrives('leader')];
    const { id } = await scene.submits(employee);
    expect(await queueIds(scene.deps, deputy)).toEqual([]);
    await scene.arrives('leader', { awayUntil: '2026-11-27' });
    expect(await queueIds(scene.deps, await scene.arrives('deputy'))).toEqual([id]);
    expect(await queueIds(scene.deps, leader)).toEqual([id]);
  });

  it('is the driver’s own once it is explored', async () => {
    const [leader, other] = [await scene.arrives('leader'), await scene.arrives('otherLeader')];
    const idea = await scene.submits(employee);
    await scene.acts(leader, idea, explore);
    expect(await queueIds(scene.deps, leader)).toEqual([idea.id]);
    expect(await queueIds(scene.deps, other)).toEqual([]);
    expect(await openConversations(scene.deps, leader)).toEqual([]);
  });

  it('is in the order of what was promised first, also when reminders have set later dates; then the oldest idea', async () => {
    const leader = await scene.arrives('leader');
    const first = await scene.submits(employee);
    scene.pass(1000);
    const second = await scene.submits(employee);
    scene.pass(16 * DAY);
    for (const { id } of await scene.deps.due.by(scene.deps.now())) await timePasses(scene.deps, id, 'remind');
    const third = await scene.submits(employee);
    const decisionVersion = await myTurn(scene.deps, leader, 'all', 0);
    expect(ids(decisionVersion.ideas)).toEqual([first.id, second.id, third.id]);
    expect(decisionVersion.ideas[0]).toMatchObject({ promised: '2026-12-10', answerBy: '2027-01-04' });
    expect(decisionVersion.until.get(first.id)).toBe('2027-01-04');
    expect(ids((await myTurn(scene.deps, leader, 'late', 0)).ideas)).toEqual([first.id, second.id]);
  });

  it('comes with the names of those whose ideas they are, in as many round trips at sixty as at two', async () => {
    const leader = await scene.arrives('leader');
    const count = roundTripsTo([scene.storage.ideas, scene.storage.people]);
    const sixty = [await scene.submits(employee), await scene.submits(await scene.arrives('colleague'))];
    const few = await count(() => myTurn(scene.deps, leader, 'all', 0));
    const { names } = await myTurn(scene.deps, leader, 'all', 0);
    expect(new Set(names.values())).toEqual(new Set([inhabitants.employee.name, inhabitants.colleague.name]));
    while (sixty.length < 60) sixty.push(await scene.submits(employee));
    const pages: string[] = [];
    const counts = [few];
    for (let page = 0; page < 8; page++) {
      counts.push(await count(async () => pages.push(...ids((await myTurn(scene.deps, leader, 'all', page)).ideas))));
    }
    expect(new Set(counts)).toEqual(new Set([2]));
    expect(new Set(pages)).toEqual(new Set(sixty.map(({ id }) => id)));
    expect(pages).toHaveLength(60);
  });

  it('names those of rows that an earlier version wrote, too', async () => {
    const leader = await scene.arrives('leader');
    const { id } = await scene.submits(employee);
    const filter = "RowKey ge 'list|waits|' and RowKey lt 'list|waits}'";
    for await (const row of scene.storage.ideas.listEntities({ queryOptions: { filter } })) {
      const { partitionKey = '', rowKey = '', submitters } = row;
      const old = { partitionKey, rowKey, id, submitters, fresh: true, reminded: false };
      await scene.storage.ideas.updateEntity(old, 'Replace', { etag: '*' });
    }
    const decisionVersion = await myTurn(scene.deps, leader, 'all', 0);
    expect([ids(decisionVersion.ideas), [...decisionVersion.names.values()], decisionVersion.together]).toEqual([
      [id],
      [inhabitants.employee.name],
      0,
    ]);
    expect(ids((await chooseSeveral(scene.deps, leader, 'all', 0)).ideas)).toEqual([id]);
    // The next change finds the old row and takes it along.
    expect((await scene.acts(leader, { id, decisionVersion: 1 }, close)).ok).toBe(true);
    expect(await queueIds(scene.deps, leader)).toEqual([]);
  });

  it('is given eight at a time', async () => {
    const leader = await scene.arrives('leader');
    const all: string[] = [];
    for (let n = 0; n < 10; n++) {
      all.push((await scene.submits(employee)).id);
      scene.pass(DAY);
    }
    const [first, second, third] = await Promise.all([0, 1, 2].map((page) => myTurn(scene.deps, leader, 'all', page)));
    expect(ids([...(first?.ideas ?? []), ...(second?.ideas ?? [])])).toEqual(all);
    expect([first?.more, second?.more, third?.more]).toEqual([true, false, false]);
    expect([first?.ideas.length, third?.ideas]).toEqual([8, []]);
  });
});

describe('what somebody has submitted', () => {
  it('is given eight at a time, the newest first, whatever became of it', async () => {
    const scene = await openScene();
    const [employee, colleague] = [await scene.arrives('employee'), await scene.arrives('colleague')];
    await scene.submits(colleague);
    const all: string[] = [];
    for (let n = 0; n < 9; n++) {
      const idea = await scene.submits(employee);
      all.unshift(idea.id);
      scene.pass(1000);
      if (n % 2) await scene.acts(employee, idea, { type: 'withdraw', data: {}, words: {} });
    }
    const [first, second] = [await myIdeas(scene.deps, employee, 0), await myIdeas(scene.deps, employee, 1)];
    expect(ids([...first.ideas, ...second.ideas])).toEqual(all);
    expect([first.more, second.more]).toEqual([true, false]);
    expect((await myIdeas(scene.deps, employee, 7)).ideas).toEqual([]);
  });
});
