import { timePasses } from '../../../../src/app/idea/clock/time-passes.js';
import type { Person } from '../../../../src/domain/person/person.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../../../testing/scenes/app-at-work.js';

let town: AppAtWork;
let people: Record<'employee' | 'leader' | 'deputy' | 'boss' | 'builder' | 'office' | 'colleague', Person>;
beforeEach(async () => {
  town = await appAtWork();
  people = await town.allArrive('employee', 'leader', 'deputy', 'boss', 'builder', 'office', 'colleague');
});

/** All that is due is done, as one instance does it each minute; how many things happened. */
async function ticks(): Promise<number> {
  let happened = 0;
  for (const { id, kind } of await town.deps.due.by(town.deps.now())) {
    if (await timePasses(town.deps, id, kind)) happened++;
  }
  return happened;
}

/** Day after day up to a day, twice a day. */
async function everyDayUntil(last: string, from: string): Promise<void> {
  for (
    let day = new Date(`${from}T08:00:00Z`);
    day.toISOString().slice(0, 10) <= last;
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    town.comes(day.toISOString().slice(0, 10));
    await ticks();
    await ticks();
  }
}

/** The idea in the hands of the colleague, up to a test of three months. */
async function tested(): Promise<string> {
  const { employee, leader, colleague } = people;
  const { id } = await town.submits(employee);
  await town.acts(leader, id, story.exploreWith(colleague.ref));
  await town.acts(colleague, id, story.acceptDriving);
  for (const [, command] of [...story.explored(), [story.driver, story.plan] as const, ...story.planned()]) {
    await town.acts(colleague, id, command);
  }
  await town.acts(leader, id, story.approvePlan());
  return id;
}

describe('an idea that nobody answers', () => {
  it('is reminded of, passed to the deputy, and then to the next for as long as it waits', async () => {
    const { id } = await town.submits(people.employee);
    await everyDayUntil('2027-01-04', '2026-11-17');
    const history = await town.deps.ideas.history(id);
    expect(history.map(({ type, at }) => [type, at.slice(0, 10)])).toEqual([
      ['submitted', '2026-11-16'],
      ['reminded', '2026-12-01'],
      ['escalated', '2026-12-16'],
      // Nothing of it between Christmas and New Year, nor at the weekend that follows.
      ['remindedAgain', '2027-01-04'],
      ['delayTold', '2027-01-04'],
    ]);
    expect(await town.idea(id)).toMatchObject({ tier: 'office', reminded: true, escalated: true, decisionVersion: 1 });
    expect((await town.deps.ideas.waiting('office.VOO')).map((row) => row.id)).toEqual([id]);
  });

  it('is passed to the innovation office where no deputy can decide', async () => {
    const { deputy } = people;
    const own = await town.submits(people.employee, { department: 'SBK' });
    const withDeputy = await town.submits(people.employee, { forColleague: town.emailOf('deputy') });
    const joined = await town.acts(deputy, withDeputy.id, {
      type: 'acceptJoining',
      data: { tier: 'leader' },
      words: {},
    });
    expect([own.tier, joined.tier, joined.submitter]).toEqual(['leader', 'leader', deputy.ref]);
    await everyDayUntil('2026-12-20', '2026-11-30');
    expect((await town.idea(own.id)).tier).toBe('office');
    expect((await town.idea(withDeputy.id)).tier).toBe('office');
  });

  it('keeps its tier where it waits for somebody else than those who decide', async () => {
    const { id } = await town.submits(people.employee);
    await town.acts(people.leader, id, story.exploreWith(people.colleague.ref));
    await everyDayUntil('2027-01-20', '2026-12-10');
    expect(await town.record(id)).toEqual(['submitted', 'explored', 'reminded', 'delayTold', 'escalated']);
    expect(await town.idea(id)).toMatchObject({ tier: 'leader', waiting: { for: 'driver' } });
  });

  it('is not reminded of once it is answered, and anew for the next who is waited for', async () => {
    const { id } = await town.submits(people.employee);
    await everyDayUntil('2026-12-05', '2026-11-30');
    await town.acts(people.leader, id, story.explore);
    await everyDayUntil('2027-01-06', '2026-12-06');
    expect(await town.record(id)).toEqual(['submitted', 'reminded', 'explored', 'reminded']);
  });
});

describe('a test', () => {
  it('is looked at half-way, once', async () => {
    const id = await tested();
    expect((await town.idea(id)).test?.halfWay).toBe('2027-01-14');
    await everyDayUntil('2027-02-20', '2027-01-10');
    const halfWay = (await town.deps.ideas.history(id)).filter(({ type }) => type === 'halfWay');
    expect(halfWay.map(({ at, by }) => [at.slice(0, 10), by])).toEqual([['2027-01-14', 'clock']]);
  });
});

describe('a closed idea', () => {
  it('comes back to those who decide on its day, once', async () => {
    const { id } = await town.submits(people.employee);
    await town.acts(people.leader, id, story.close({ reason: 'Inte i år.' }, undefined, '2027-01-15'));
    await everyDayUntil('2027-01-20', '2027-01-12');
    expect((await town.deps.ideas.history(id)).map(({ type, at }) => [type, at.slice(0, 10)])).toEqual([
      ['submitted', '2026-11-16'],
      ['closed', '2026-11-16'],
      ['cameBack', '2027-01-15'],
    ]);
    expect(await town.idea(id)).toMatchObject({ stage: 'submitted', tier: 'leader', answerBy: '2027-01-29' });
  });

  it('comes back to whoever decides by then', async () => {
    const { id } = await town.submits(people.builder, { department: 'SBK' });
    expect((await town.idea(id)).tier).toBe('office');
    await town.acts(people.office, id, story.close({ reason: 'Inte i år.' }, undefined, '2027-01-15'));
    town.comes('2027-01-15');
    expect(await ticks()).toBe(1);
    expect((await town.idea(id)).tier).toBe('office');
  });
});

describe('an idea that is taken in', () => {
  it('is asked about in each department after three months, and its owner after six, with one reminder', async () => {
    const { leader, colleague, builder } = people;
    const id = await tested();
    await town.acts(
      colleague,
      id,
      story.fill('result', { outcome: 'Bra.', learned: 'Allt.', recommendation: 'scale' }),
    );
    await town.acts(leader, id, story.scale(['SBK', 'HAM'], leader.ref));
    await town.acts(builder, id, story.adopt('testing', '2026-11-20'));
    await town.acts(leader, id, story.spread());
    await everyDayUntil('2027-02-22', '2027-02-18');
    await town.acts(builder, id, story.adopt('using', '2027-02-22'));
    await everyDayUntil('2027-06-30', '2027-05-10');
    const asked = (await town.deps.ideas.history(id)).filter(({ by }) => by === 'clock');
    expect(asked.map(({ type, at }) => [type, at.slice(0, 10)])).toEqual([
      // Four weeks after it came into use; nobody has said that they have the problem, so nobody is asked.
      ['improvementAsked', '2027-02-18'],
      ['adoptionChecked', '2027-02-22'],
      ['followUpAsked', '2027-05-17'],
      // Nobody has answered: reminded of once.
      ['followUpAsked', '2027-06-01'],
    ]);
  });
});

describe('two instances at once', () => {
  it.each([
    ['a reminder', '2026-12-01', 'remind', 'reminded'],
    ['an escalation', '2026-12-16', 'escalate', 'escalated'],
  ] as const)('give %s one effect', async (_what, day, kind, type) => {
    const { id } = await town.submits(people.employee);
    if (kind === 'escalate') {
      town.comes('2026-12-01');
      await ticks();
    }
    town.comes(day);
    const all = await Promise.all(Array.from({ length: 6 }, () => timePasses(town.deps, id, kind)));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect((await town.record(id)).filter((one) => one === type)).toHaveLength(1);
  });

  it('give everything that is due on one day one effect each', async () => {
    const id = await tested();
    const ideas = [id, ...(await Promise.all([1, 2, 3].map(() => town.submits(people.employee)))).map((one) => one.id)];
    town.comes('2027-01-14');
    const happened = await Promise.all([ticks(), ticks(), ticks()]);
    // Whoever comes second on a version tries again next minute.
    while ((await ticks()) > 0);
    const records = await Promise.all(ideas.map((one) => town.record(one)));
    expect(records.flat().filter((type) => type === 'halfWay')).toHaveLength(1);
    expect(records.flat().filter((type) => type === 'reminded')).toHaveLength(3);
    expect(happened.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0);
    expect(await town.deps.due.by(town.deps.now())).toEqual([]);
  });

  it('and a person who answers at that moment make a story in which both are right', async () => {
    const { id } = await town.submits(people.employee);
    town.comes('2026-12-01');
    const [, outcome] = await Promise.all([
      timePasses(town.deps, id, 'remind'),
      town.tries(people.leader, id, story.explore),
    ]);
    expect(outcome.ok).toBe(true);
    const record = await town.record(id);
    expect([
      ['submitted', 'explored'],
      ['submitted', 'reminded', 'explored'],
    ]).toContainEqual(record);
  });
});

describe('what is not due', () => {
  it('does nothing: too early, done already, no such idea, no such thing', async () => {
    const { id } = await town.submits(people.employee);
    town.comes('2026-11-30');
    for (const kind of ['remind', 'escalate', 'lookHalfWay', 'comeBack', 'askFollowUp', 'checkAdoption.SBK'] as const) {
      expect(await timePasses(town.deps, id, kind)).toBe(false);
    }
    expect(await timePasses(town.deps, 'A2A2A2', 'remind')).toBe(false);
    for (const strange of ['', 'toString', 'reminder'] as unknown as 'remind'[]) {
      expect(await timePasses(town.deps, id, strange)).toBe(false);
    }
    expect(await town.record(id)).toEqual(['submitted']);
  });
});
