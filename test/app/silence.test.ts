import { rememberForgotten } from '../../src/app/idea/clock/forgotten-ideas.js';
import { timePasses } from '../../src/app/idea/clock/time-passes.js';
import { lookUp } from '../../src/app/idea/people/audiences.js';
import { recipientsOf } from '../../src/domain/idea/notices/notices.js';
import { rolesOn } from '../../src/domain/idea/policy.js';
import { daysLate } from '../../src/domain/idea/waiting/late.js';
import { alwaysOpen } from '../../src/domain/organisation/calendar/calendar.js';
import type { Person } from '../../src/domain/person/person.js';
import { addDays, type Day, daysBetween } from '../../src/domain/time.js';
import { dueDays } from '../../src/store/idea/state/due-days.js';
import * as story from '../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../testing/scenes/app-at-work.js';

// An idea that nobody answers for a year: who hears what, and when, where no day is off (domain/calendar tells what those do).

const START = '2026-11-16';
const END = addDays(START, 52 * 7);

let town: AppAtWork;
let people: Record<'employee' | 'leader' | 'other-leader' | 'deputy' | 'boss' | 'office' | 'colleague', Person>;
beforeEach(async () => {
  town = await appAtWork(START, alwaysOpen);
  people = await town.allArrive('employee', 'leader', 'other-leader', 'deputy', 'boss', 'office', 'colleague');
});

interface Told {
  day: Day;
  type: string;
  /** Each as what they hear of it. */
  who: string[];
}

/** All that the clock does to an idea up to a day, in order. */
async function passes(id: string, last: Day = END): Promise<Told[]> {
  const told: Told[] = [];
  for (;;) {
    const [day] = dueDays(await town.idea(id))
      .map(([, date]) => date)
      .sort();
    if (!day) throw new Error('Nothing is due of an idea that waits');
    if (day > last) return told;
    town.comes(day);
    for (const due of await town.deps.due.by(town.deps.now())) {
      if (due.id !== id || !(await timePasses(town.deps, id, due.kind))) continue;
      const idea = await town.idea(id);
      const event = await town.deps.ideas.event(id, idea.seq);
      if (!event) throw new Error('An event was saved and is not there');
      const heard = recipientsOf(event, idea, await lookUp(town.deps, idea, event));
      const who = await Promise.all(heard.map(async ({ person, as }) => `${(await town.namesOf([person]))[0]} ${as}`));
      told.push({ day, type: event.type, who: who.sort() });
    }
  }
}

const written = (told: readonly Told[]) => told.map(({ day, type, who }) => `${day} ${type}: ${who.join(', ')}`);

const END_OF_CHAIN = 'boss managers, office deciders, other-office deciders, second-boss managers';

/** What waits for somebody, by what it waits for: how it came there, and what happens in the first months. */
const waits: Record<string, [begin: () => Promise<string>, calendar: string[]]> = {
  'those who decide': [
    async () => (await town.submits(people.employee)).id,
    [
      '2026-12-01 reminded: employee submitter, leader waitedFor, other-leader waitedFor',
      '2026-12-16 escalated: deputy deciders',
      '2026-12-30 remindedAgain: office deciders, other-office deciders',
      '2026-12-31 delayTold: employee submitter',
      `2027-01-13 remindedAgain: ${END_OF_CHAIN}`,
      `2027-01-27 remindedAgain: ${END_OF_CHAIN}`,
      '2027-01-30 delayTold: employee submitter',
      `2027-02-10 remindedAgain: ${END_OF_CHAIN}`,
    ],
  ],
  'the submitter’s answer': [
    async () => {
      const { id } = await town.submits(people.employee);
      await town.acts(people.leader, id, story.ask());
      return id;
    },
    [
      '2026-12-01 reminded: employee waitedFor',
      '2026-12-16 escalated: leader deciders, other-leader deciders',
      '2026-12-30 remindedAgain: deputy deciders',
      '2026-12-31 delayTold: employee submitter',
      '2027-01-13 remindedAgain: office deciders, other-office deciders',
      `2027-01-27 remindedAgain: ${END_OF_CHAIN}`,
      '2027-01-30 delayTold: employee submitter',
      `2027-02-10 remindedAgain: ${END_OF_CHAIN}`,
    ],
  ],
  'somebody who was asked to drive it': [
    async () => {
      const { id } = await town.submits(people.employee);
      await town.acts(people.leader, id, story.exploreWith(people.colleague.ref));
      return id;
    },
    [
      '2026-12-17 reminded: colleague waitedFor, employee submitter',
      '2027-01-16 delayTold: employee submitter',
      '2027-01-17 escalated: leader deciders, other-leader deciders',
      '2027-01-31 remindedAgain: deputy deciders',
      '2027-02-14 remindedAgain: office deciders, other-office deciders',
    ],
  ],
  'somebody who drives it': [
    async () => {
      const { id } = await town.submits(people.employee);
      await town.acts(people.leader, id, story.exploreWith(people.colleague.ref));
      await town.acts(people.colleague, id, story.acceptDriving);
      return id;
    },
    [
      // The reminder asks for a line too, and so nothing else does in that week.
      '2026-12-17 reminded: colleague waitedFor, employee submitter',
      '2027-01-16 progressAsked: colleague waitedFor',
      '2027-01-16 delayTold: employee submitter',
      '2027-01-17 escalated: leader deciders, other-leader deciders',
      '2027-01-31 remindedAgain: deputy deciders',
      '2027-02-14 remindedAgain: office deciders, other-office deciders',
    ],
  ],
  'somebody who does it': [
    async () => {
      const { id } = await town.submits(people.employee);
      await town.acts(people.leader, id, story.doNow(people.colleague.ref, '2027-01-31'));
      await town.acts(people.colleague, id, story.acceptDoing);
      return id;
    },
    [
      '2026-12-16 progressAsked: colleague waitedFor',
      '2027-01-15 progressAsked: colleague waitedFor',
      '2027-02-01 reminded: colleague waitedFor, employee submitter',
      '2027-02-09 escalated: leader deciders, other-leader deciders',
    ],
  ],
  'those who decide on money': [
    async () => {
      const id = await planned(80_000);
      await town.acts(people['other-leader'], id, story.approvePlan());
      return id;
    },
    [
      '2026-12-01 reminded: boss waitedFor, employee submitter, second-boss waitedFor',
      '2026-12-16 escalated: leader deciders, other-leader deciders',
      '2026-12-30 remindedAgain: deputy deciders',
      '2026-12-31 delayTold: employee submitter',
      '2027-01-13 remindedAgain: office deciders, other-office deciders',
      `2027-01-27 remindedAgain: ${END_OF_CHAIN}`,
      '2027-01-30 delayTold: employee submitter',
      `2027-02-10 remindedAgain: ${END_OF_CHAIN}`,
    ],
  ],
  'an owner who was asked': [
    async () => {
      const { leader, colleague } = people;
      const id = await planned(0);
      await town.acts(people['other-leader'], id, story.approvePlan());
      const result = { outcome: 'Bra.', learned: 'Allt.', recommendation: 'scale' };
      await town.acts(leader, id, story.fill('result', result));
      await town.acts(leader, id, story.scale(['SBK'], colleague.ref));
      return id;
    },
    [
      '2026-12-01 reminded: colleague waitedFor, employee submitter',
      '2026-12-16 escalated: leader deciders, other-leader deciders',
      '2026-12-30 remindedAgain: deputy deciders',
      '2026-12-31 delayTold: employee submitter',
      '2027-01-13 remindedAgain: office deciders, other-office deciders',
      `2027-01-27 remindedAgain: ${END_OF_CHAIN}`,
      '2027-01-30 delayTold: employee submitter',
      `2027-02-10 remindedAgain: ${END_OF_CHAIN}`,
    ],
  ],
};

/** The idea in its leader's hands, with a plan of that cost. */
async function planned(cost: number): Promise<string> {
  const { employee, leader } = people;
  const { id } = await town.submits(employee);
  const work = [...story.explored(), [story.driver, story.plan] as const, ...story.planned(cost)];
  for (const command of [story.exploreWith(leader.ref), ...work.map(([, one]) => one)]) {
    await town.acts(leader, id, command);
  }
  return id;
}

describe('for 52 weeks nobody answers, and it waits for', () => {
  it.each(Object.entries(waits))(
    '%s: each is told in turn, and nobody forgets it',
    async (_whom, [begin, calendar]) => {
      const id = await begin();
      const told = await passes(id);
      const lines = written(told).filter((line) => line <= '2027-02-15');
      expect(lines).toEqual(calendar);

      // From the escalation to the end of the year: a fortnight, and a month.
      const escalated = told.find(({ type }) => type === 'escalated')?.day ?? END;
      const days = (...types: string[]) => told.filter(({ type }) => types.includes(type)).map(({ day }) => day);
      const gaps = (dates: string[]) => [...dates, END].slice(1).map((day, at) => daysBetween(dates[at] ?? day, day));
      const chain = days('escalated', 'remindedAgain');
      expect(new Set(gaps(chain).slice(0, -1))).toEqual(new Set([14]));
      expect(gaps(chain).at(-1)).toBeLessThanOrEqual(14);
      const submitter = told.filter(({ who }) => who.some((one) => one.startsWith('employee '))).map(({ day }) => day);
      expect(Math.max(...gaps(submitter))).toBeLessThanOrEqual(30);
      // Never fewer than before, and nobody twice in a fortnight.
      const heard = told.filter(({ type }) => type === 'remindedAgain').map(({ who }) => who.length);
      expect(heard).toEqual(heard.toSorted((one, other) => one - other));
      for (const { who } of told) expect(new Set(who).size).toBe(who.length);

      // And the card goes on saying what was promised.
      const idea = await town.idea(id);
      // Who hears of it decides only where it is the decision that is late.
      const others = [people.deputy, people.office];
      const may = others.map(({ ref, emails }) =>
        rolesOn({ ref, emails }, idea, town.deps.directory(), false).has('decider'),
      );
      const waitsForThem = idea.waiting?.for === 'deciders';
      expect(may).toEqual([waitsForThem, waitsForThem]);
      const { answerDays } = town.deps.settings();
      expect(daysLate(idea, END, answerDays)).toBe(daysBetween(idea.promised ?? END, END));
      expect(idea.promised && idea.promised < escalated).toBe(true);
    },
  );
});

describe('the silence ends', () => {
  it('when somebody decides, and begins anew with the next who is waited for', async () => {
    const { id } = await town.submits(people.employee);
    await passes(id, '2027-02-15');
    expect(await town.idea(id)).toMatchObject({ silence: { reminders: 6, toldOn: '2027-01-30' }, tier: 'office' });
    const taken = await town.acts(people.office, id, story.exploreWith(people.colleague.ref));
    expect(taken).toMatchObject({ promised: '2027-03-12', reminded: false });
    expect(taken).not.toHaveProperty('silence');
    expect(written(await passes(id, '2027-03-20'))).toEqual([
      '2027-03-13 reminded: colleague waitedFor, employee submitter',
    ]);
  });

  it('when a test is made longer: that is a new promise, with a reminder of its own', async () => {
    const { leader } = people;
    const id = await planned(0);
    await town.acts(people['other-leader'], id, story.approvePlan());
    await passes(id, '2027-03-20');
    expect(await town.idea(id)).toMatchObject({ promised: '2027-02-28', reminded: true });
    const longer = await town.acts(leader, id, story.extend('2027-04-30'));
    expect(longer).toMatchObject({ promised: '2027-04-30', reminded: false, escalated: false });
    expect((await passes(id, '2027-05-01')).at(-1)).toMatchObject({ day: '2027-05-01', type: 'reminded' });
  });

  it('for a month with a line of whoever does the work, and the date that was promised stays', async () => {
    const { leader, colleague } = people;
    const { id } = await town.submits(people.employee);
    await town.acts(leader, id, story.exploreWith(colleague.ref));
    await town.acts(colleague, id, story.acceptDriving);
    await passes(id, '2027-02-20');
    expect(await town.idea(id)).toMatchObject({ quiet: { asked: true } });
    const line = 'Cyklarna kommer i maj.';
    const told = await town.acts(colleague, id, story.reportProgress(line));
    expect(told).toMatchObject({
      promised: '2026-12-16',
      progress: { by: colleague.ref, on: '2027-02-15', text: line },
      quiet: { since: '2027-02-15' },
    });
    expect(told.quiet).not.toHaveProperty('asked');
    expect(written(await passes(id, '2027-03-20')).sort()).toEqual([
      '2027-03-17 delayTold: employee submitter',
      '2027-03-17 progressAsked: colleague waitedFor',
      `2027-03-17 remindedAgain: ${END_OF_CHAIN}`,
    ]);
  });
});

describe('an idea that an earlier version of the bot left silent', () => {
  it('is found at the start, and goes on from where it was', async () => {
    const { id } = await town.submits(people.employee);
    await passes(id, '2026-12-20');
    const { ideas } = town.storage;
    const stored = await town.deps.ideas.load(id);
    const due = Object.keys(stored?.lists ?? {}).filter((key) => key.startsWith('due|'));
    const kept = Object.fromEntries(Object.entries(stored?.lists ?? {}).filter(([key]) => !due.includes(key)));
    const row = await ideas.getEntity('orten|0', `record|${id}`);
    await ideas.updateEntity(
      { partitionKey: 'orten|0', rowKey: `record|${id}`, lists: JSON.stringify(kept) },
      'Merge',
      {
        etag: String(row.etag),
      },
    );
    for (const key of due) await ideas.deleteEntity('orten|0', key);
    town.comes('2027-03-01');
    expect(await town.deps.due.by(town.deps.now())).toEqual([]);
    expect(await rememberForgotten(town.deps)).toBe(1);
    expect(await rememberForgotten(town.deps)).toBe(0);
    expect((await town.deps.due.by(town.deps.now())).map(({ kind }) => kind)).toEqual(['remindAgain', 'tellDelay']);
  });

  it('has something due again as soon as it is kept anew', async () => {
    const { id } = await town.submits(people.employee);
    await passes(id, '2026-12-20');
    const { promised: _p, silence: _s, quiet: _q, ...old } = await town.idea(id);
    expect(old).toMatchObject({ escalated: true, answerBy: '2026-12-30' });
    expect(dueDays(old)).toEqual([
      ['remindAgain', '2026-12-31'],
      ['tellDelay', '2026-12-31'],
    ]);
  });
});
