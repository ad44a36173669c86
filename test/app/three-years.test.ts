import { timePasses } from '../../src/app/idea/clock/time-passes.js';
import { lookUp } from '../../src/app/idea/people/audiences.js';
import { erasePerson } from '../../src/app/privacy/erase-person.js';
import { recipientsOf } from '../../src/domain/idea/notices/notices.js';
import { alwaysOpen } from '../../src/domain/organisation/calendar/calendar.js';
import type { Person } from '../../src/domain/person/person.js';
import type { Day } from '../../src/domain/time.js';
import { dueDays } from '../../src/store/idea/state/due-days.js';
import * as story from '../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../testing/scenes/app-at-work.js';

// An idea in use for three years, where no day is off: who is asked how it goes, and what becomes of the answers.

let town: AppAtWork;
let people: Record<'employee' | 'leader' | 'other-leader' | 'builder' | 'colleague', Person>;
beforeEach(async () => {
  town = await appAtWork('2026-11-16', alwaysOpen);
  people = await town.allArrive('employee', 'leader', 'other-leader', 'builder', 'colleague');
});

/** All that the clock asks up to a day: day, whether it asks again, and who hears of it as what. */
async function asked(id: string, last: Day): Promise<string[]> {
  const lines: string[] = [];
  for (;;) {
    const [day] = dueDays(await town.idea(id))
      .map(([, date]) => date)
      .sort();
    if (!day || day > last) return lines;
    town.comes(day);
    for (const due of await town.deps.due.by(town.deps.now())) {
      if (due.id !== id || !(await timePasses(town.deps, id, due.kind))) continue;
      const idea = await town.idea(id);
      const event = await town.deps.ideas.event(id, idea.seq);
      if (event?.type !== 'followUpAsked') continue;
      const heard = recipientsOf(event, idea, await lookUp(town.deps, idea, event));
      const who = await Promise.all(heard.map(async ({ person, as }) => `${(await town.namesOf([person]))[0]} ${as}`));
      lines.push(`${day} ${event.data.again ? 'again' : `${event.data.months} months`}: ${who.sort().join(', ')}`);
    }
  }
}

/** In use since 16 November 2026, taken on by the leader; with the colleague as owner, and the builder's department as user, where it is scaled. */
async function used(more: 'owned' | 'shared' | 'ownerless'): Promise<string> {
  const { employee, leader, colleague, builder } = people;
  const { id } = await town.submits(employee);
  const work = [...story.explored(), [story.driver, story.plan] as const, ...story.planned()];
  await town.acts(leader, id, story.exploreWith(leader.ref));
  if (more === 'ownerless') {
    await town.acts(leader, id, story.reportDone());
    return id;
  }
  for (const [, command] of work) await town.acts(leader, id, command);
  await town.acts(people['other-leader'], id, story.approvePlan());
  const result = { outcome: 'Bra.', learned: 'Allt.', recommendation: 'scale' };
  await town.acts(leader, id, story.fill('result', result));
  await town.acts(leader, id, story.scale(['SBK'], colleague.ref));
  await town.acts(colleague, id, story.acceptOwning);
  if (more === 'shared') await town.acts(builder, id, story.adopt('using', '2026-11-16'));
  await town.acts(colleague, id, story.spread());
  return id;
}

describe('three years in use', () => {
  it('without an answer: asked at half a year and then each year, reminded once each, by the next in the chain too', async () => {
    const id = await used('owned');
    expect(await asked(id, '2029-11-16')).toEqual([
      '2027-05-16 6 months: colleague owner',
      '2027-05-31 again: colleague owner, leader leader',
      '2028-05-16 18 months: colleague owner',
      '2028-05-31 again: colleague owner, leader leader',
      '2029-05-16 30 months: colleague owner',
      '2029-05-31 again: colleague owner, leader leader',
    ]);
    expect(dueDays(await town.idea(id))).toEqual([['askFollowUp', '2030-05-16']]);
  });

  it('with answers: never reminded, each answer kept, and the last one ends it with what was learned', async () => {
    const { colleague } = people;
    const id = await used('owned');
    expect(await asked(id, '2027-05-16')).toHaveLength(1);
    await town.acts(colleague, id, story.answerUse('used', ['time', 'quality']));
    expect(await asked(id, '2028-05-16')).toEqual(['2028-05-16 18 months: colleague owner']);
    const partly = await town.acts(colleague, id, story.answerUse('partly', ['workEnvironment'], 'Inte på vintern.'));
    expect(partly.followedUp).toEqual({ on: '2028-05-16', use: 'partly', effects: ['workEnvironment'] });
    expect(await asked(id, '2029-05-16')).toEqual(['2029-05-16 30 months: colleague owner']);
    town.comes('2029-11-20');
    expect(await town.tries(colleague, id, story.retire(' '))).toMatchObject({
      refusal: { code: 'wordsMissing', field: 'went' },
    });
    const ended = await town.acts(colleague, id, story.retire('Cyklarna är utslitna.'));
    expect(ended).toMatchObject({
      stage: 'closed',
      ending: { lesson: 'Cyklarna är utslitna.', used: { from: '2026-11-16', until: '2029-11-20' } },
      adoptions: { VOO: { status: 'stopped' } },
    });
    expect(dueDays(ended)).toEqual([]);
    const answers = (await town.deps.ideas.history(id)).flatMap(({ type, data }) =>
      type === 'followedUp' || type === 'retired' ? [data] : [],
    );
    expect(answers).toEqual([
      { use: 'used', effects: ['time', 'quality'] },
      { use: 'partly', effects: ['workEnvironment'] },
      { effects: ['time', 'climate'], months: 36, elsewhere: false },
    ]);
  });

  it('ends where it came from only, while another department uses it', async () => {
    const { colleague, builder } = people;
    const id = await used('shared');
    const stays = await town.acts(colleague, id, story.retire());
    expect(stays).toMatchObject({
      stage: 'inUse',
      adoptions: { VOO: { status: 'stopped' }, SBK: { status: 'using' } },
    });
    // Whoever has said so is not asked again.
    expect(dueDays(stays).map(([kind]) => kind)).not.toContain('askFollowUp');
    await town.acts(builder, id, story.stopUsing());
    expect(await town.acts(colleague, id, story.retire())).toMatchObject({ stage: 'closed' });
  });

  it('asks those who decide where there is no owner, and the leader who took it on has gone', async () => {
    const id = await used('ownerless');
    expect(await asked(id, '2027-05-31')).toEqual([
      '2027-05-16 6 months: leader leader',
      '2027-05-31 again: leader leader, other-leader deciders',
    ]);
    await erasePerson(town.deps, people.leader);
    const [first = ''] = await asked(id, '2028-05-16');
    expect(first).toMatch(/^2028-05-16 18 months: .*other-leader deciders/);
  });

  it('asks the next where the owner cannot be reached any more', async () => {
    const id = await used('owned');
    await erasePerson(town.deps, people.colleague);
    expect(await asked(id, '2027-05-31')).toEqual([
      '2027-05-16 6 months: leader leader',
      '2027-05-31 again: leader leader, other-leader deciders',
    ]);
  });
});

describe('an answer', () => {
  it('has two effects at the most, and none that there is not', async () => {
    const id = await used('owned');
    const three = story.answerUse('used', ['time', 'money', 'climate']);
    expect(await town.tries(people.colleague, id, three)).toMatchObject({ refusal: { code: 'tooManyEffects' } });
    const odd = { ...story.answerUse(), data: { use: 'used', effects: ['time', 'fame', 'time'] } } as never;
    expect((await town.acts(people.colleague, id, odd)).followedUp?.effects).toEqual(['time']);
  });

  it('that nobody asked for puts the next question half a year ahead at least', async () => {
    const id = await used('owned');
    town.comes('2027-04-01');
    const told = await town.acts(people.colleague, id, story.answerUse());
    expect(dueDays(told)).toEqual([
      ['askFollowUp', '2027-10-01'],
      ['askImprovement', '2026-12-14'],
    ]);
  });

  it('of an earlier version’s question, asked once and for ever, is asked for again after a year', async () => {
    const id = await used('owned');
    await asked(id, '2027-05-16');
    const { followUpBy: _, ...old } = await town.idea(id);
    expect(dueDays(old)).toEqual([['askFollowUp', '2028-05-16']]);
  });
});
