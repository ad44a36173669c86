import { viewIdea } from '../../../../src/app/idea/idea-view.js';
import { lookUp } from '../../../../src/app/idea/people/audiences.js';
import { decidersOf } from '../../../../src/app/idea/people/deciders.js';
import { funderFor, nextFunder } from '../../../../src/app/idea/people/funders.js';
import { rolesNow } from '../../../../src/app/idea/roles.js';
import { changePerson } from '../../../../src/app/person/change-person.js';
import type { Command } from '../../../../src/domain/idea/commands.js';
import type { Idea } from '../../../../src/domain/idea/idea.js';
import type { Person } from '../../../../src/domain/person/person.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../../../testing/scenes/app-at-work.js';

let town: AppAtWork;
beforeEach(async () => {
  town = await appAtWork();
});

/** Everybody who is looked up for the newest event of an idea, by audience and name. */
async function found(id: string): Promise<Record<string, string[]>> {
  const event = (await town.deps.ideas.history(id)).at(-1);
  if (!event) throw new Error('Nothing has happened');
  const audiences = await lookUp(town.deps, await town.idea(id), event);
  const named = Object.entries(audiences).map(async ([audience, refs]) => [audience, await town.namesOf(refs)]);
  return Object.fromEntries(await Promise.all(named));
}

/** An idea of this cost, planned and handed in by its leader. */
async function planned(submitter: Person, leader: Person, cost: number): Promise<Idea> {
  const { id } = await town.submits(submitter);
  await town.acts(leader, id, story.exploreWith(leader.ref));
  const commands: Command[] = [...story.explored(), [story.driver, story.plan] as const, ...story.planned(cost)].map(
    ([, command]) => command,
  );
  for (const command of commands) await town.acts(leader, id, command);
  return town.idea(id);
}

describe('those who decide', () => {
  it('are all leaders of the department, met or not, with a reference of their own', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader');
    const { id } = await town.submits(employee);
    expect(await found(id)).toEqual({ deciders: ['leader', 'other-leader'] });
    expect(await town.refOf('other-leader')).toBeDefined();
    expect(await town.refOf('leader')).toBe(leader.ref);
  });

  it('are the deputies too while a leader is away, or when it has come to them', async () => {
    const { employee } = await town.allArrive('employee', 'leader', 'deputy');
    const { id } = await town.submits(employee);
    await town.isAway('leader', '2026-11-20');
    expect(await found(id)).toEqual({ deciders: ['deputy', 'leader', 'other-leader'] });
    town.comes('2026-11-21');
    expect(await found(id)).toEqual({ deciders: ['leader', 'other-leader'] });
  });

  it('are nobody who had the idea, alone or together', async () => {
    const people = await town.allArrive('leader', 'other-leader', 'deputy');
    const { id } = await town.submits(people.leader, { forColleague: town.emailOf('other-leader') });
    const decide = async () => town.namesOf(await decidersOf(town.deps, await town.idea(id)));
    // Being named keeps nobody from deciding.
    expect(await decide()).toEqual(['other-leader']);
    const accepted = { type: 'acceptJoining', data: { tier: 'deputy' }, words: {} } as const;
    await town.acts(people['other-leader'], id, accepted);
    expect(await decide()).toEqual(['deputy']);
    await town.acts(people['other-leader'], id, story.stepOut);
    expect(await decide()).toEqual(['deputy']);
  });
});

describe('those who decide on money', () => {
  it('are the department’s managers within their limit', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'boss');
    const idea = await planned(employee, leader, 100_000);
    expect(await funderFor(town.deps, idea, 100_000)).toBe('manager');
    await town.acts(leader, idea.id, story.sendOwnPlan('manager'));
    expect(await found(idea.id)).toEqual({ funder: ['boss', 'second-boss'], followers: [] });
  });

  it('are the innovation office above it', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'boss');
    const idea = await planned(employee, leader, 100_001);
    expect(await funderFor(town.deps, idea, 100_001)).toBe('office');
    await town.acts(leader, idea.id, story.sendOwnPlan('office'));
    expect(await found(idea.id)).toEqual({ funder: ['office', 'other-office'], followers: [] });
  });

  it('are nobody where a plan costs nothing: nobody is asked for money then', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'boss', 'office');
    const idea = await planned(employee, leader, 0);
    await town.acts(leader, idea.id, story.sendOwnPlan());
    expect(await found(idea.id)).toEqual({ funder: [], followers: [] });
  });

  it('are the other managers where one had the idea, and the office where all had', async () => {
    const { boss, leader } = await town.allArrive('boss', 'second-boss', 'leader');
    const idea = await planned(boss, leader, 5);
    expect(await funderFor(town.deps, idea, 5)).toBe('manager');
    await town.acts(leader, idea.id, story.sendOwnPlan('manager'));
    expect((await found(idea.id)).funder).toEqual(['second-boss']);
    const secondBoss = (await town.refOf('second-boss')) ?? '';
    expect(await funderFor(town.deps, { ...idea, coSubmitters: [secondBoss] }, 5)).toBe('office');
  });

  it('are nobody who has said yes to the work: the other managers, and the office where there are none', async () => {
    const { employee, leader, boss } = await town.allArrive('employee', 'leader', 'boss', 'second-boss');
    const idea = await planned(employee, leader, 5);
    const driven = (person: string) => ({ ...idea, driver: { person, accepted: true } });
    expect(await funderFor(town.deps, driven(boss.ref), 5)).toBe('manager');
    const secondBoss = (await town.refOf('second-boss')) ?? '';
    const both = { ...driven(boss.ref), owner: { person: secondBoss, accepted: true } };
    expect(await funderFor(town.deps, both, 5)).toBe('office');
    const asked = { ...driven(boss.ref), owner: { person: secondBoss, accepted: false } };
    expect(await funderFor(town.deps, asked, 5)).toBe('manager');
  });

  it('stay the same when one of them is asked to drive it, who answers that before they decide', async () => {
    const { employee, leader, boss } = await town.allArrive('employee', 'leader', 'boss');
    const { id } = await planned(employee, leader, 5);
    await town.acts(leader, id, story.sendOwnPlan('manager'));
    const named = await town.acts(leader, id, story.nameDriver(boss.ref));
    expect(named).toMatchObject({ waiting: { for: 'funder' }, money: { funder: 'manager' } });
    expect(await town.tries(boss, id, story.grant(5))).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
    await town.acts(boss, id, story.declineDriving());
    expect((await town.acts(boss, id, story.grant(5))).money).toMatchObject({ granted: 5, grantedBy: boss.ref });
  });

  it('are the next when the only one has said yes to drive it, and stay so when somebody else is named', async () => {
    const { employee, leader, boss } = await town.allArrive('employee', 'leader', 'boss', 'second-boss');
    const { id } = await planned(employee, leader, 5);
    const secondBoss = (await town.refOf('second-boss')) ?? '';
    await town.acts(leader, id, story.sendOwnPlan('manager'));
    await town.acts(leader, id, story.nameDriver(boss.ref));
    await town.acts(boss, id, story.acceptDriving);
    expect(await town.tries(boss, id, story.grant(5))).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
    const stored = await town.idea(id);
    expect(await nextFunder(town.deps, stored, 5, 'manager')).toBe('manager');
    expect(await nextFunder(town.deps, { ...stored, coSubmitters: [secondBoss] }, 5, 'manager')).toBe('office');
  });

  it('do not drive what they have granted money to, named before or after', async () => {
    const { employee, leader, boss, colleague } = await town.allArrive('employee', 'leader', 'boss', 'colleague');
    const { id } = await planned(employee, leader, 5);
    await town.acts(leader, id, story.sendOwnPlan('manager'));
    await town.acts(boss, id, story.grant(5));
    const refused = { ok: false, refusal: { code: 'grantedIt' } };
    expect(await town.tries(leader, id, story.nameDriver(boss.ref))).toMatchObject(refused);
    expect((await town.acts(leader, id, story.nameDriver(colleague.ref))).driver?.person).toBe(colleague.ref);
  });

  it('are the office where the department has no managers, or is gone', async () => {
    const { employee } = await town.allArrive('employee');
    const idea = await town.submits(employee, { department: 'KUL' });
    expect(await funderFor(town.deps, idea, 5)).toBe('office');
    expect(await funderFor(town.deps, { ...idea, department: 'BORTA' }, 5)).toBe('office');
  });

  it('are reminded when money is waited for, and not those who decide on the idea', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'boss');
    const idea = await planned(employee, leader, 5);
    await town.acts(leader, idea.id, story.sendOwnPlan('manager'));
    const reminded = { type: 'reminded', data: { passed: '2026-11-30' }, words: {} } as const;
    const envelope = {
      seq: 99,
      at: town.deps.now(),
      day: '2026-11-16',
      by: 'clock',
      to: { stage: 'planning' },
    } as const;
    const { waitedFor } = await lookUp(town.deps, await town.idea(idea.id), { ...reminded, ...envelope });
    expect(await town.namesOf(waitedFor ?? [])).toEqual(['boss', 'second-boss']);
  });
});

describe('other departments', () => {
  it('that an idea concerns: their leaders, the deputies or the office where they have none', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'builder');
    const { id } = await town.submits(employee);
    await town.acts(leader, id, story.concern('SBK', 'HAM', 'KUL'));
    expect(await found(id)).toEqual({ concerned: ['builder', 'harbour', 'office', 'other-office'] });
  });

  it('that are invited: their leaders, but nobody who had the idea', async () => {
    const { employee, leader, builder } = await town.allArrive('employee', 'leader', 'builder');
    for (const submitter of [employee, builder]) {
      const { id } = await planned(submitter, leader, 0);
      await town.acts(leader, id, story.sendOwnPlan());
      await town.acts(leader, id, story.fill('result', { outcome: 'Ja.', learned: 'Allt.', recommendation: 'scale' }));
      await town.acts(leader, id, story.scale(['SBK', 'HAM'], leader.ref));
      const invited = submitter === builder ? ['harbour'] : ['builder', 'harbour'];
      expect(await found(id)).toEqual({ invited, followers: [] });
    }
  });

  it('that adopted an idea: the leaders of that one only', async () => {
    const { employee } = await town.allArrive('employee', 'builder');
    const { id } = await town.submits(employee);
    const asked = { type: 'adoptionChecked', data: { department: 'SBK' }, words: {} } as const;
    const envelope = { seq: 99, at: town.deps.now(), day: '2026-11-16', by: 'clock', to: { stage: 'inUse' } } as const;
    const { adopters } = await lookUp(town.deps, await town.idea(id), { ...asked, ...envelope });
    expect(await town.namesOf(adopters ?? [])).toEqual(['builder']);
  });

  it('that take part: their leaders, and whoever said so as long as they speak for it', async () => {
    const { employee, leader, planner } = await town.allArrive('employee', 'leader', 'planner');
    const { id } = await town.submits(employee);
    await town.acts(leader, id, story.exploreWith(leader.ref));
    await town.acts(planner, id, story.takePart('SBK'));
    expect((await found(id)).adopters).toEqual(['builder']);
    for (const [, command] of story.explored()) await town.acts(leader, id, command);
    await town.acts(leader, id, story.plan);
    expect((await found(id)).partners).toEqual(['builder', 'planner']);
    // Whoever said so is asked whether they test too, and says it.
    for (const [, command] of story.planned(0)) await town.acts(leader, id, command);
    await town.acts(leader, id, story.sendOwnPlan());
    expect((await found(id)).partners).toEqual(['builder', 'planner']);
    const seen = await viewIdea(
      town.deps,
      planner,
      await town.idea(id),
      rolesNow(town.deps, planner, await town.idea(id)),
    );
    expect([seen.asDepartment, seen.reader.roles.has('partner')]).toEqual(['SBK', true]);
    await town.acts(planner, id, story.testToo('SBK', '2026-11-20'));
    expect((await town.idea(id)).adoptions.SBK).toMatchObject({ status: 'testing' });
    await town.acts(leader, id, story.extend('2027-03-31'));
    await town.acts(leader, id, story.fill('result', { outcome: 'Ja.', learned: 'Allt.', recommendation: 'here' }));
    await town.acts(leader, id, story.useHere());
    const read = await town.deps.people.byRef(planner.ref);
    if (!read) throw new Error('The planner is gone');
    await changePerson(town.deps, read, ({ person, reach }) => ({
      person: { ...person, disowned: ['manager.SBK'] },
      ...(reach && { reach }),
    }));
    expect((await found(id)).partners).toEqual(['builder']);
  });

  it('that had an idea before: their leaders hear that it is passed on', async () => {
    const { employee, leader } = await town.allArrive('employee', 'leader', 'builder');
    const { id } = await town.submits(employee);
    await town.acts(leader, id, story.passOn());
    expect(await found(id)).toEqual({ deciders: ['builder'], formerDeciders: ['leader', 'other-leader'] });
  });
});

describe('those who follow an idea', () => {
  it('hear of what decides where it goes', async () => {
    const { employee, leader, colleague } = await town.allArrive('employee', 'leader', 'colleague');
    const { id } = await town.submits(employee);
    await town.deps.follows.add(id, colleague.ref);
    await town.acts(leader, id, story.explore);
    expect((await found(id)).followers).toEqual(['colleague']);
    await town.acts(leader, id, story.fill('worth', { worth: 'Tid.' }));
    expect(await found(id)).toEqual({});
  });
});
