import { myIdeas } from '../../src/app/idea/lists/my-ideas.js';
import { myTurn } from '../../src/app/idea/lists/my-turn.js';
import { openIdea } from '../../src/app/idea/open-idea.js';
import { lookUp } from '../../src/app/idea/people/audiences.js';
import { submitIdea } from '../../src/app/idea/submit-idea.js';
import { colleague as colleagueOf } from '../../src/app/person/colleague.js';
import { replay } from '../../src/domain/idea/evolve.js';
import { recipientsOf } from '../../src/domain/idea/notices/notices.js';
import { newIdempotencyKey } from '../../src/domain/ids.js';
import type { Person } from '../../src/domain/person/person.js';
import * as story from '../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../testing/scenes/app-at-work.js';

let town: AppAtWork;
beforeEach(async () => {
  town = await appAtWork();
});

const accept = { type: 'acceptJoining', data: { tier: 'leader' }, words: {} } as const;
const mine = async (person: Person) => (await myIdeas(town.deps, person, 0)).ideas.map(({ id }) => id);
const decisionVersion = async (person: Person) => (await myTurn(town.deps, person, 'all', 0)).ideas.map(({ id }) => id);

describe('an idea submitted for a colleague', () => {
  it('is the writer’s until the colleague says yes, and then the colleague’s with the writer as co-submitter', async () => {
    const { employee, colleague } = await town.allArrive('employee', 'colleague', 'leader');
    const idea = await town.submits(employee, { forColleague: ` ${town.emailOf('colleague').toUpperCase()} ` });
    expect(idea).toMatchObject({ submitter: employee.ref, coSubmitters: [], tier: 'leader' });
    expect([await mine(employee), await mine(colleague), await decisionVersion(colleague)]).toEqual([
      [idea.id],
      [],
      [idea.id],
    ]);
    const joined = await town.acts(colleague, idea.id, accept);
    expect(joined).toMatchObject({ submitter: colleague.ref, coSubmitters: [employee.ref] });
    expect([await mine(employee), await mine(colleague), await decisionVersion(colleague)]).toEqual([
      [idea.id],
      [idea.id],
      [],
    ]);
    expect((await openIdea(town.deps, colleague, idea.id))?.reader.roles.has('submitter')).toBe(true);
    expect(await town.record(idea.id)).toEqual(['submitted', 'coSubmitterAsked', 'coSubmitterAdded']);
  });

  it('is stored as its two events have made it', async () => {
    const { employee } = await town.allArrive('employee', 'colleague', 'leader');
    const { id } = await town.submits(employee, { forColleague: town.emailOf('colleague') });
    const stored = await town.deps.ideas.load(id);
    expect(stored?.idea).toEqual(replay(id, await town.deps.ideas.history(id)));
    expect(stored?.idea).toMatchObject({ seq: 2, askedColleagues: [{ as: 'submitter', by: employee.ref }] });
  });

  it('asks the colleague, and tells the leaders as of any idea', async () => {
    const { employee } = await town.allArrive('employee', 'colleague', 'leader');
    const idea = await town.submits(employee, { forColleague: town.emailOf('colleague') });
    const told = [];
    for (const event of await town.deps.ideas.history(idea.id)) {
      const people = recipientsOf(event, idea, await lookUp(town.deps, idea, event));
      told.push([event.type, await town.namesOf(people.map(({ person }) => person))]);
    }
    expect(told).toEqual([
      ['submitted', ['leader', 'other-leader']],
      ['coSubmitterAsked', ['colleague']],
    ]);
  });

  it('waits for a colleague who has not installed the bot, who is asked when they come', async () => {
    const { employee } = await town.allArrive('employee', 'leader');
    const idea = await town.submits(employee, { forColleague: town.emailOf('colleague') });
    // Until then they are known by their address alone, and that is nobody's name.
    const page = await openIdea(town.deps, employee, idea.id);
    expect([...(page?.names.values() ?? [])]).toEqual(['employee']);
    const colleague = await town.arrives('colleague');
    expect(await decisionVersion(colleague)).toEqual([idea.id]);
  });

  it('stays the writer’s after a no, and is asked about no more', async () => {
    const { employee, colleague } = await town.allArrive('employee', 'colleague', 'leader');
    const { id } = await town.submits(employee, { forColleague: town.emailOf('colleague') });
    const idea = await town.acts(colleague, id, story.declineJoining);
    expect(idea).toMatchObject({ submitter: employee.ref, coSubmitters: [] });
    expect(await decisionVersion(colleague)).toEqual([]);
    expect(await town.tries(employee, id, story.addCoSubmitter(colleague.ref))).toMatchObject({
      refusal: { code: 'cannotBeAsked' },
    });
  });

  it('for oneself is one’s own', async () => {
    const { employee } = await town.allArrive('employee', 'leader');
    const idea = await town.submits(employee, { forColleague: town.emailOf('employee') });
    expect(idea).toMatchObject({ submitter: employee.ref, coSubmitters: [] });
    expect(await town.record(idea.id)).toEqual(['submitted']);
  });

  it.each([
    ...['colleague', 'kollegan på ort', '@', `${'x'.repeat(250)}@ort.example`],
    ...['anna.privat@mejl.example', 'anna@ort.example.mejl.example', 'anna@under.ort.example'],
  ])('is refused for %p, and nothing is stored', async (forColleague) => {
    const { employee } = await town.allArrive('employee', 'leader');
    const submission = {
      idempotencyKey: newIdempotencyKey(town.deps.random),
      words: {},
      confidential: false,
      department: 'VOO',
    };
    const result = await submitIdea(town.deps, employee, { ...submission, forColleague });
    expect(result).toEqual({ ok: false, refusal: { code: 'unknownColleague' } });
    expect((await myIdeas(town.deps, employee, 0)).ideas).toEqual([]);
    expect((await town.deps.people.contacts([forColleague])).size).toBe(0);
  });

  it('may be for somebody with an address from elsewhere whom the bot has met, and not for one who was only named', async () => {
    const { employee } = await town.allArrive('employee', 'leader');
    const email = 'konsult@mejl.example';
    await town.deps.people.refOf({ email, name: email }, () => 'pNAMED');
    expect(await colleagueOf(town.deps, employee, email)()).toBeUndefined();
    const { person } = (await town.deps.people.byRef('pNAMED')) ?? {};
    if (!person) throw new Error('Nobody is named');
    const met = { ...person, identity: { tenant: 'orten', objectId: 'konsult' } };
    await town.deps.people.save({ person: met }, await town.deps.people.byRef('pNAMED'));
    expect(await colleagueOf(town.deps, employee, email)()).toBe('pNAMED');
  });

  it('twice with the same form is one idea', async () => {
    const { employee } = await town.allArrive('employee', 'leader', 'colleague');
    const words = { title: 'Delade cyklar', problem: 'Personalen får vänta.' };
    const submission = {
      idempotencyKey: newIdempotencyKey(town.deps.random),
      words,
      confidential: false,
      department: 'VOO',
    };
    const forColleague = town.emailOf('colleague');
    const both = await Promise.all([1, 2].map(() => submitIdea(town.deps, employee, { ...submission, forColleague })));
    const ids = both.map((result) => (result.ok ? result.value.id : result.refusal.code));
    expect(new Set(ids).size).toBe(1);
  });

  it('is decided on by those who are only named: somebody who names both leaders does not choose who decides', async () => {
    const people = await town.allArrive('leader', 'other-leader', 'deputy', 'employee');
    const { id } = await town.submits(people.employee, { forColleague: town.emailOf('leader') });
    const asked = await town.acts(people.employee, id, story.addCoSubmitter(people['other-leader'].ref));
    expect(asked).toMatchObject({ tier: 'leader', waiting: { for: 'deciders' }, decisionVersion: 1 });
    expect(await decisionVersion(people['other-leader'])).toContain(id);
    expect(await town.tries(people.leader, id, story.explore)).toMatchObject({ ok: true });
  });

  it('is decided on by neither of them once both have it, whatever posts they have', async () => {
    const { leader, employee } = await town.allArrive('leader', 'other-leader', 'deputy', 'employee');
    const byLeader = await town.submits(leader, { forColleague: town.emailOf('employee') });
    await town.acts(employee, byLeader.id, accept);
    const forLeader = await town.submits(employee, { forColleague: town.emailOf('leader') });
    await town.acts(leader, forLeader.id, accept);
    for (const { id } of [byLeader, forLeader]) {
      expect(await town.tries(leader, id, story.close())).toMatchObject({ refusal: { code: 'ownIdea' } });
      expect(await decisionVersion(leader)).not.toContain(id);
    }
  });

  it('goes to the next in the chain where the writer is the only leader', async () => {
    const { builder } = await town.allArrive('builder', 'office', 'employee');
    const idea = await town.submits(builder, { department: 'SBK', forColleague: town.emailOf('employee') });
    expect(idea.tier).toBe('office');
  });
});
