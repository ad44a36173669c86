import { timePasses } from '../../../src/app/idea/clock/time-passes.js';
import { myIdeas } from '../../../src/app/idea/lists/my-ideas.js';
import { myTurn } from '../../../src/app/idea/lists/my-turn.js';
import { answerMerge, endMoved, mergeIdea } from '../../../src/app/idea/merge-idea.js';
import { openIdea } from '../../../src/app/idea/open-idea.js';
import { createSearchIndex } from '../../../src/app/search-index/create-search-index.js';
import type { SearchText } from '../../../src/app/search-index/search-index.js';
import { decide } from '../../../src/domain/idea/decide.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import { newIdempotencyKey } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/person/person.js';
import { UnreadableRow } from '../../../src/store/row-versions.js';
import * as story from '../../../testing/samples/idea/story.js';
import { type AppAtWork, appAtWork } from '../../../testing/scenes/app-at-work.js';

let town: AppAtWork;
let people: Record<'employee' | 'colleague' | 'leader' | 'other-leader' | 'deputy' | 'builder' | 'office', Person>;
let from: Idea;
let into: Idea;
beforeEach(async () => {
  town = await appAtWork();
  people = await town.allArrive('employee', 'colleague', 'leader', 'other-leader', 'deputy', 'builder', 'office');
  from = await town.submits(people.employee);
  into = await town.submits(people.colleague);
});

const words = { reason: 'De handlar om samma sak.' };
const merges = (person: Person, more: Partial<Parameters<typeof mergeIdea>[2]> = {}) =>
  mergeIdea(town.deps, person, {
    ...{
      id: from.id,
      into: into.id,
      idempotencyKey: newIdempotencyKey(town.deps.random),
      decisionVersion: from.decisionVersion,
      words,
    },
    ...more,
  });

describe('merging', () => {
  it('closes the one into the other, with which the submitter is named and told, without a right over it', async () => {
    const outcome = await merges(people.leader);
    expect(outcome).toMatchObject({ ok: true, event: { type: 'merged', words }, view: { idea: { stage: 'closed' } } });
    expect(await town.idea(from.id)).toMatchObject({ ending: { into: into.id, ...words } });
    const together = { stage: 'submitted', coSubmitters: [], joined: [people.employee.ref] };
    expect(await town.idea(into.id)).toMatchObject(together);
    expect(await town.deps.traces.of(people.employee.ref)).toContainEqual({ record: 'idea', id: into.id });
    for (const command of [story.edit(), story.withdraw, story.addCoSubmitter(people.deputy.ref)]) {
      expect(await town.tries(people.employee, into.id, command)).toMatchObject({ refusal: { code: 'notAllowed' } });
    }
    const mine = await myIdeas(town.deps, people.employee, 0);
    expect(mine.ideas.map(({ id }) => id).sort()).toEqual([from.id, into.id].sort());
  });

  it('keeps every event of both', async () => {
    await town.acts(people.leader, from.id, story.ask());
    await town.acts(people.employee, from.id, story.answer());
    await merges(people.leader, { decisionVersion: 3 });
    expect(await town.record(from.id)).toEqual(['submitted', 'asked', 'answered', 'merged']);
    expect(await town.record(into.id)).toEqual(['submitted', 'absorbed']);
  });

  it('is a leader’s of the first idea: not another department’s, not the submitter’s', async () => {
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
    expect(outcome).toMatchObject({ ok: false, refusal: { code }, seen: { view: { idea: { id: from.id } } } });
    expect((await town.record(from.id)).includes('merged')).toBe(false);
  });

  it('of an idea that is not there finds none', async () => {
    expect(await merges(people.leader, { id: 'A2A2A2' })).toEqual({ ok: false, refusal: { code: 'notFound' } });
  });

  it('into each other is refused: no idea can be lost in a circle', async () => {
    await merges(people.leader);
    const back = { id: into.id, into: from.id, decisionVersion: into.decisionVersion };
    expect(await merges(people.leader, back)).toMatchObject({ ok: false, refusal: { code: 'notNow' } });
    expect((await town.idea(into.id)).stage).toBe('submitted');
  });

  it('into a closed idea adds to what was learned there', async () => {
    await town.acts(people['other-leader'], into.id, story.close());
    expect(await merges(people.leader)).toMatchObject({ ok: true });
    expect(await town.idea(into.id)).toMatchObject({ stage: 'closed', joined: [people.employee.ref] });
  });

  it('twice with one press is one effect and one answer, also at the same moment', async () => {
    const idempotencyKey = newIdempotencyKey(town.deps.random);
    const all = await Promise.all([1, 2, 3].map(() => merges(people.leader, { idempotencyKey })));
    for (const outcome of [...all, await merges(people.leader, { idempotencyKey })]) {
      expect(outcome).toMatchObject({ ok: true, event: { type: 'merged', seq: 2 } });
    }
    expect(await town.record(into.id)).toEqual(['submitted', 'absorbed']);
  });

  it('with an operation that somebody else has spent is out of date', async () => {
    const idempotencyKey = newIdempotencyKey(town.deps.random);
    await town.tries(people['other-leader'], into.id, story.explore, idempotencyKey);
    expect(await merges(people.leader, { idempotencyKey })).toMatchObject({ ok: false, refusal: { code: 'stale' } });
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
  it('a leader whose idea becomes a part decides no more, and the others do as before', async () => {
    from = await town.submits(people['other-leader']);
    await merges(people.leader);
    expect(await town.idea(into.id)).toMatchObject({ tier: 'leader', joined: [people['other-leader'].ref] });
    expect(await town.tries(people['other-leader'], into.id, story.explore)).toMatchObject({
      refusal: { code: 'ownIdea' },
    });
    expect(await town.tries(people.leader, into.id, story.explore)).toMatchObject({ ok: true });
  });

  it('a name that was to be kept from others is kept from them in the other idea too, however many had that one', async () => {
    const many = Array.from({ length: 31 }, (_, n) => `pMANY${n}`);
    await town.acts(people.leader, into.id, story.comment());
    const stored = await town.deps.ideas.load(into.id);
    if (!stored) throw new Error('No idea');
    const absorb = { type: 'absorb', data: { from: 'A2A2A2', submitters: many }, words: {} } as const;
    const taken = decide(absorb, stored.idea, story.merger, { ...story.setting, now: town.deps.now() });
    if (!taken.ok) throw new Error(taken.refusal.code);
    const written = town.deps.ideas.write({ before: stored, id: into.id, events: [taken.value] });
    await town.deps.commits.commit(written, { idempotencyKey: 'ABSORB' });
    from = await town.submits(people.employee, { confidential: true });
    await merges(people.leader);
    const seenBy = async (person: Person) => {
      const page = await openIdea(town.deps, person, into.id);
      return page?.names.get(people.employee.ref);
    };
    expect((await town.idea(into.id)).joined).toContain(people.employee.ref);
    // Nor does the one whose idea it was learn whose has come to it.
    for (const person of [people.deputy, people.colleague]) expect(await seenBy(person)).toBeUndefined();
  });
});

describe('merging into an idea on which somebody else decides', () => {
  beforeEach(async () => {
    into = await town.submits(people.colleague, { department: 'SBK' });
  });
  const answers = (person: Person, yes: boolean, more: Partial<Parameters<typeof answerMerge>[2]> = {}) =>
    answerMerge(town.deps, person, {
      id: from.id,
      idempotencyKey: newIdempotencyKey(town.deps.random),
      decisionVersion: from.decisionVersion,
      yes,
      ...more,
    });
  const last = async (id: string) => town.deps.ideas.event(id, (await town.idea(id)).seq);
  const decisionVersion = async (person: Person) =>
    (await myTurn(town.deps, person, 'all', 0)).ideas.map(({ id }) => id);

  it('is proposed to those who do, and changes nothing before they answer', async () => {
    expect(await merges(people.leader)).toMatchObject({ ok: true, event: { type: 'mergeProposed' } });
    expect(await town.idea(from.id)).toMatchObject({
      stage: 'submitted',
      decisionVersion: 1,
      proposal: { into: into.id },
    });
    expect((await town.idea(into.id)).seq).toBe(1);
    expect(await decisionVersion(people.builder)).toEqual(expect.arrayContaining([from.id, into.id]));
    const page = await openIdea(town.deps, people.builder, from.id);
    expect([page?.reader.roles.has('answerer'), page?.reader.roles.has('decider'), page?.mergeInto?.idea.id]).toEqual([
      true,
      false,
      into.id,
    ]);
    for (const nobody of [people.employee, people.colleague, people.deputy, people.leader]) {
      expect(await answers(nobody, true)).toMatchObject({ ok: false });
    }
    expect(await town.record(into.id)).toEqual(['submitted']);
  });

  it('keeps the idea from none of those who decide on it where only a newer version can read the other one', async () => {
    await merges(people.leader);
    const unread = { kind: 'idea', id: into.id, why: 'state.stage: invalid_value', newer: false };
    const load: typeof town.deps.ideas.load = async (id) => {
      if (id === into.id) throw new UnreadableRow(unread);
      return town.deps.ideas.load(id);
    };
    const deps = { ...town.deps, ideas: { ...town.deps.ideas, load } };
    expect(await openIdea(deps, people.leader, from.id)).toMatchObject({ idea: { id: from.id } });
  });

  it('is done by their yes, and told to the one who proposed it', async () => {
    await merges(people.leader);
    const idempotencyKey = newIdempotencyKey(town.deps.random);
    const all = await Promise.all([1, 2].map(() => answers(people.builder, true, { idempotencyKey })));
    for (const outcome of [...all, await answers(people.builder, true, { idempotencyKey })]) {
      expect(outcome).toMatchObject({ ok: true, event: { type: 'merged', data: { asker: people.leader.ref } } });
    }
    expect(await town.idea(from.id)).toMatchObject({ stage: 'closed', ending: { into: into.id, ...words } });
    expect(await town.idea(into.id)).toMatchObject({ joined: [people.employee.ref], coSubmitters: [] });
    expect(await decisionVersion(people.builder)).toEqual([into.id]);
    // Both records keep in which post.
    const as = { role: 'leader', department: 'SBK' };
    expect(await last(from.id)).toMatchObject({ type: 'merged', by: people.builder.ref, as });
    expect(await last(into.id)).toMatchObject({ type: 'absorbed', by: people.builder.ref, as });
  });

  it('is refused where nobody could answer', async () => {
    into = await town.submits(people.colleague, { department: 'SBK' });
    for (const who of ['builder', 'office', 'other-office'] as const) {
      const { ref } = await town.arrives(who);
      await town.acts(people.colleague, into.id, story.addCoSubmitter(ref));
      await town.acts(await town.arrives(who), into.id, story.acceptJoining);
    }
    into = await town.idea(into.id);
    expect(await merges(people.leader)).toMatchObject({ refusal: { code: 'nobodyAnswers' } });
    expect(await town.record(from.id)).toEqual(['submitted']);
  });

  it('is left as it is by their no, and can be proposed again', async () => {
    await merges(people.leader);
    expect(await merges(people.leader)).toMatchObject({ refusal: { code: 'proposedBefore' } });
    expect(await answers(people.builder, false)).toMatchObject({ ok: true, event: { type: 'mergeDeclined' } });
    expect(await last(from.id)).toMatchObject({ type: 'mergeDeclined', as: { role: 'leader', department: 'SBK' } });
    expect(await decisionVersion(people.builder)).toEqual([into.id]);
    expect(await merges(people.leader)).toMatchObject({ ok: true });
  });

  it('ends when either idea moves: what stands is told, and nothing is done', async () => {
    await merges(people.leader);
    await town.acts(people.leader, from.id, story.exploreWith(people.leader.ref));
    expect(await answers(people.builder, true)).toMatchObject({ refusal: { code: 'proposalEnded' } });
    expect(await decisionVersion(people.builder)).toEqual([into.id]);

    from = await town.submits(people.employee);
    await merges(people.leader);
    const moved = await town.acts(people.builder, into.id, story.exploreWith(people.builder.ref));
    expect(await answers(people.builder, true)).toMatchObject({ refusal: { code: 'proposalEnded' } });
    expect(await town.record(from.id)).toEqual(['submitted', 'mergeProposed', 'mergeLapsed']);
    expect(await endMoved(town.deps, moved)).toBe(false);
    expect(await town.record(into.id)).toEqual(['submitted', 'explored']);
  });

  it('ends by itself when nobody answers', async () => {
    await merges(people.leader);
    town.comes('2026-12-01');
    expect(await timePasses(town.deps, from.id, 'endProposal')).toBe(true);
    expect((await town.idea(from.id)).proposal).toBeUndefined();
    expect(await decisionVersion(people.builder)).toEqual([into.id]);
  });

  it('is not there for somebody who may not read it', async () => {
    await town.acts(people.builder, into.id, story.hide);
    expect(await merges(people.leader)).toMatchObject({ refusal: { code: 'unknownIdea' } });
    expect(await town.record(from.id)).toEqual(['submitted']);
  });

  it('is no matter of somebody who had either idea, whatever they lead', async () => {
    const own = await town.submits(people.builder);
    await merges(people.leader, { id: own.id, decisionVersion: own.decisionVersion });
    expect(await answers(people.builder, true, { id: own.id })).toMatchObject({ ok: false });
    expect(await decisionVersion(people.builder)).not.toContain(own.id);
  });
});

describe('the ideas that a merge offers', () => {
  it('are the department’s open ones, the newest first, without hidden ones, only to those who may choose', async () => {
    town.comes('2026-11-17');
    const later = await town.submits(people.colleague);
    const hidden = await town.submits(people.colleague);
    await town.acts(people.leader, hidden.id, story.hide);
    await town.submits(people.colleague, { department: 'SBK' });
    const offered = async (person: Person) =>
      (await openIdea(town.deps, person, from.id, { withTargets: true }))?.mergeTargets?.map(({ id }) => id);
    expect(await offered(people.leader)).toEqual([later.id, into.id]);
    expect(await offered(people.employee)).toEqual([]);
  });

  it('begin with those that may be the same, also of another department, and never with one that not everybody may read', async () => {
    town.comes('2026-11-17');
    const elsewhere = await town.submits(people.colleague, { department: 'SBK' });
    const hidden = await town.submits(people.colleague, { department: 'SBK' });
    await town.acts(people.builder, hidden.id, story.hide);
    const index = createSearchIndex({ names: [] });
    const other = { title: 'Snöröjning vid skolan', problem: 'Plogen kommer för sent.' };
    const document = (id: string, words: SearchText) => ({
      ...{ id, version: 1, departments: ['SBK'], goals: [], stage: 'submitted' },
      ...words,
    });
    // The index has not heard yet that one is hidden.
    await index.put([
      ...[from.id, elsewhere.id, hidden.id].map((id) => document(id, from.words)),
      document(into.id, other),
    ]);
    const deps = { ...town.deps, searching: { ...town.deps.searching, similar: index.similar } };
    const offered = await openIdea(deps, people.leader, from.id, { withTargets: true });
    expect(offered?.mergeTargets?.map(({ id }) => id)).toEqual([elsewhere.id, into.id]);
    // That one stands beside it; without one like it none does.
    expect(offered?.likelyTwin?.idea.id).toBe(elsewhere.id);
    expect((await openIdea(town.deps, people.leader, from.id, { withTargets: true }))?.likelyTwin).toBeUndefined();
    await index.close();
  });
});
