import { mergeIdea } from '../../src/app/merge-idea.js';
import { myIdeas } from '../../src/app/my-ideas.js';
import { openIdea } from '../../src/app/open-idea.js';
import type { Idea } from '../../src/domain/idea.js';
import { newOp } from '../../src/domain/ids.js';
import type { Person } from '../../src/domain/person.js';
import * as story from '../domain/story.js';
import { type AppAtWork, appAtWork } from './app-at-work.js';

let town: AppAtWork;
let people: Record<'employee' | 'colleague' | 'leader' | 'deputy' | 'builder' | 'office', Person>;
let from: Idea;
let into: Idea;
beforeEach(async () => {
  town = await appAtWork();
  people = await town.allArrive('employee', 'colleague', 'leader', 'deputy', 'builder', 'office');
  from = await town.submits(people.employee);
  into = await town.submits(people.colleague, { department: 'SBK' });
});

const words = { reason: 'De handlar om samma sak.' };
const merges = (person: Person, more: Partial<Parameters<typeof mergeIdea>[2]> = {}) =>
  mergeIdea(town.deps, person, {
    ...{ id: from.id, into: into.id, op: newOp(town.deps.random), turn: from.turn, words },
    ...more,
  });

describe('merging', () => {
  it('closes the one into the other, whose co-submitter and follower the submitter becomes', async () => {
    const outcome = await merges(people.leader);
    expect(outcome).toMatchObject({ ok: true, event: { type: 'merged', words }, idea: { stage: 'closed' } });
    expect(await town.idea(from.id)).toMatchObject({ ending: { into: into.id, ...words } });
    expect(await town.idea(into.id)).toMatchObject({ stage: 'submitted', coSubmitters: [people.employee.ref] });
    expect(await town.deps.follows.follows(into.id, people.employee.ref)).toBe(true);
    const mine = await myIdeas(town.deps, people.employee, 0);
    expect(mine.ideas.map(({ id }) => id).sort()).toEqual([from.id, into.id].sort());
  });

  it('keeps every event of both', async () => {
    await town.acts(people.leader, from.id, story.ask());
    await town.acts(people.employee, from.id, story.answer());
    await merges(people.leader, { turn: 3 });
    expect(await town.record(from.id)).toEqual(['submitted', 'asked', 'answered', 'merged']);
    expect(await town.record(into.id)).toEqual(['submitted', 'absorbed']);
  });

  it('is the leader’s of the first idea: not the second’s, not the submitter’s', async () => {
    expect(await merges(people.builder)).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
    expect(await merges(people.employee)).toMatchObject({ ok: false, refusal: { code: 'ownIdea' } });
    expect(await town.record(from.id)).toEqual(['submitted']);
    expect(await town.record(into.id)).toEqual(['submitted']);
  });

  it.each([
    ['an idea that is not there', async () => ({ into: 'A2A2A2' }), 'unknownIdea'],
    ['nothing', async () => ({ into: '' }), 'unknownIdea'],
    ['itself', async () => ({ into: from.id }), 'sameIdea'],
    [
      'an idea that is withdrawn',
      async () => void (await town.acts(people.colleague, into.id, story.withdraw)),
      'notNow',
    ],
    ['an idea from an old card', async () => void (await town.acts(people.leader, from.id, story.ask())), 'stale'],
  ])('into %s is refused, and shows what stands', async (_what, prepare, code) => {
    const more = (await prepare()) ?? {};
    const outcome = await merges(people.leader, more);
    expect(outcome).toMatchObject({ ok: false, refusal: { code }, seen: { idea: { id: from.id } } });
    expect((await town.record(from.id)).includes('merged')).toBe(false);
  });

  it('of an idea that is not there finds none', async () => {
    expect(await merges(people.leader, { id: 'A2A2A2' })).toEqual({ ok: false, refusal: { code: 'notFound' } });
  });

  it('into each other is refused: no idea can be lost in a circle', async () => {
    await merges(people.leader);
    const back = { id: into.id, into: from.id, turn: into.turn };
    expect(await merges(people.builder, back)).toMatchObject({ ok: false, refusal: { code: 'notNow' } });
    expect((await town.idea(into.id)).stage).toBe('submitted');
  });

  it('into a closed idea adds to what was learned there', async () => {
    await town.acts(people.builder, into.id, story.close());
    expect(await merges(people.leader)).toMatchObject({ ok: true });
    expect(await town.idea(into.id)).toMatchObject({ stage: 'closed', coSubmitters: [people.employee.ref] });
  });

  it('twice with one press is one effect and one answer, also at the same moment', async () => {
    const op = newOp(town.deps.random);
    const all = await Promise.all([1, 2, 3].map(() => merges(people.leader, { op })));
    for (const outcome of [...all, await merges(people.leader, { op })]) {
      expect(outcome).toMatchObject({ ok: true, event: { type: 'merged', seq: 2 } });
    }
    expect(await town.record(into.id)).toEqual(['submitted', 'absorbed']);
  });

  it('with an operation that somebody else has spent is out of date', async () => {
    const op = newOp(town.deps.random);
    await town.tries(people.builder, into.id, story.explore, op);
    expect(await merges(people.leader, { op })).toMatchObject({ ok: false, refusal: { code: 'stale' } });
    expect(await town.record(from.id)).toEqual(['submitted']);
  });

  it('goes through also where both ideas are busy', async () => {
    const others = Array.from({ length: 6 }, (_, n) =>
      town.acts(people.builder, n % 2 ? from.id : into.id, story.comment(`Nummer ${n}`)),
    );
    const [outcome] = await Promise.all([merges(people.leader), ...others]);
    expect(outcome.ok).toBe(true);
    expect((await town.record(into.id)).filter((type) => type === 'absorbed')).toHaveLength(1);
  });
});

describe('what a merge does to rights and names', () => {
  it('a leader who becomes a co-submitter decides no more: the next in the chain does', async () => {
    from = await town.submits(people.builder, { department: 'SBK' });
    expect(from.tier).toBe('office');
    await merges(people.office);
    expect(await town.idea(into.id)).toMatchObject({ tier: 'office', coSubmitters: [people.builder.ref] });
    expect(await town.tries(people.builder, into.id, story.explore)).toMatchObject({ refusal: { code: 'ownIdea' } });
    expect(await town.tries(people.office, into.id, story.explore)).toMatchObject({ ok: true });
  });

  it('a name that was to be kept from others is kept from them in the other idea too', async () => {
    from = await town.submits(people.employee, { confidential: true });
    await merges(people.leader);
    const seenBy = async (person: Person) => {
      const page = await openIdea(town.deps, person, into.id);
      return page?.names.get(people.employee.ref);
    };
    expect(await seenBy(people.deputy)).toBeUndefined();
    expect(await seenBy(people.builder)).toBe('employee');
    // Nor does the one whose idea it was learn whose has come to it.
    expect(await seenBy(people.colleague)).toBeUndefined();
  });
});
