import { lookUp } from '../../src/app/audiences.js';
import { myIdeas } from '../../src/app/my-ideas.js';
import { myTurn } from '../../src/app/my-turn.js';
import { openIdea } from '../../src/app/open-idea.js';
import { submitIdea } from '../../src/app/submit-idea.js';
import { newOp } from '../../src/domain/ids.js';
import { recipientsOf } from '../../src/domain/notices.js';
import * as story from '../domain/story.js';
import { type AppAtWork, appAtWork } from './app-at-work.js';

let town: AppAtWork;
beforeEach(async () => {
  town = await appAtWork();
});

describe('an idea submitted for a colleague', () => {
  it('is the colleague’s, with the writer as co-submitter; both find it among their ideas', async () => {
    const { employee, colleague } = await town.allArrive('employee', 'colleague', 'leader');
    const idea = await town.submits(employee, { forColleague: ` ${town.emailOf('colleague').toUpperCase()} ` });
    expect(idea).toMatchObject({ submitter: colleague.ref, coSubmitters: [employee.ref], tier: 'leader' });
    for (const person of [employee, colleague]) {
      expect((await myIdeas(town.deps, person, 0)).ideas.map(({ id }) => id)).toEqual([idea.id]);
      const page = await openIdea(town.deps, person, idea.id);
      expect(page?.roles.has('submitter')).toBe(true);
    }
    expect(await town.record(idea.id)).toEqual(['submitted']);
  });

  it('is told to the colleague, and not to the one who wrote it down', async () => {
    const { employee } = await town.allArrive('employee', 'colleague', 'leader');
    const idea = await town.submits(employee, { forColleague: town.emailOf('colleague') });
    const [event] = await town.deps.ideas.history(idea.id);
    if (!event) throw new Error('No event');
    const told = recipientsOf(event, idea, await lookUp(town.deps, idea, event));
    expect(await town.namesOf(told.map(({ person }) => person))).toEqual(['colleague', 'leader', 'other-leader']);
  });

  it('waits for a colleague who has not installed the bot, who finds it when they come', async () => {
    const { employee } = await town.allArrive('employee', 'leader');
    const idea = await town.submits(employee, { forColleague: town.emailOf('colleague') });
    const colleague = await town.arrives('colleague');
    expect(colleague.ref).toBe(idea.submitter);
    expect((await myIdeas(town.deps, colleague, 0)).ideas).toHaveLength(1);
  });

  it('for oneself is one’s own', async () => {
    const { employee } = await town.allArrive('employee', 'leader');
    const idea = await town.submits(employee, { forColleague: town.emailOf('employee') });
    expect(idea).toMatchObject({ submitter: employee.ref, coSubmitters: [] });
  });

  it.each(['colleague', 'a b@ort.example', '@', `${'x'.repeat(250)}@ort.example`])(
    'is refused for %p, and nothing is stored',
    async (forColleague) => {
      const { employee } = await town.allArrive('employee', 'leader');
      const submission = { op: newOp(town.deps.random), words: {}, confidential: false, department: 'VOO' };
      const result = await submitIdea(town.deps, employee, { ...submission, forColleague });
      expect(result).toEqual({ ok: false, refusal: { code: 'unknownColleague' } });
      expect((await myIdeas(town.deps, employee, 0)).ideas).toEqual([]);
    },
  );

  it('twice with the same form is one idea', async () => {
    const { employee } = await town.allArrive('employee', 'leader', 'colleague');
    const words = { title: 'Delade cyklar', problem: 'Personalen får vänta.' };
    const submission = { op: newOp(town.deps.random), words, confidential: false, department: 'VOO' };
    const forColleague = town.emailOf('colleague');
    const both = await Promise.all([1, 2].map(() => submitIdea(town.deps, employee, { ...submission, forColleague })));
    const ids = both.map((result) => (result.ok ? result.value.id : result.refusal.code));
    expect(new Set(ids).size).toBe(1);
  });

  it('is decided on by neither of them, whatever posts they have', async () => {
    const { leader, employee } = await town.allArrive('leader', 'other-leader', 'deputy', 'employee');
    const byLeader = await town.submits(leader, { forColleague: town.emailOf('employee') });
    expect(byLeader.tier).toBe('leader');
    expect(await town.tries(leader, byLeader.id, story.explore)).toMatchObject({ refusal: { code: 'ownIdea' } });
    const forLeader = await town.submits(employee, { forColleague: town.emailOf('leader') });
    expect(await town.tries(leader, forLeader.id, story.close())).toMatchObject({ refusal: { code: 'ownIdea' } });
    for (const { id } of [byLeader, forLeader]) {
      expect((await myTurn(town.deps, leader, 'all', 0)).ideas.map((one) => one.id)).not.toContain(id);
    }
  });

  it('goes to the next in the chain where the writer is the only leader', async () => {
    const { builder } = await town.allArrive('builder', 'office', 'employee');
    const idea = await town.submits(builder, { department: 'SBK', forColleague: town.emailOf('employee') });
    expect(idea.tier).toBe('office');
  });
});
