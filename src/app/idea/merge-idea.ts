import type { Actor } from '../../domain/idea/command.js';
import { decide, denial, permit } from '../../domain/idea/decide.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { everybodyIn, mayNotDecide, type Role, tierOf } from '../../domain/idea/policy.js';
import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import type { Words } from '../../domain/idea/words.js';
import type { Person } from '../../domain/person/person.js';
import type { OperationEffect } from '../../store/commit.js';
import type { StoredIdea } from '../../store/idea/ideas.js';
import type { Step } from '../../store/steps.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import { type Deps, settingOf } from '../deps.js';
import { chainOf, type PostHolder, refsOn } from '../person/post-holders.js';
import { finishStep } from '../steps.js';
import { absorbing, comingFrom, merger } from './absorb-idea.js';
import { type ActResult, actorAs, again, done, seenNow } from './act-on-idea.js';
import { actAsClock } from './clock/as-clock.js';
import { mayDecideIt } from './people/deciders.js';
import { rolesNow } from './roles.js';

export interface Merge {
  id: string;
  idempotencyKey: string;
  decisionVersion: number;
  /** The idea that it becomes a part of. */
  into: string;
  words: Words;
  shownIn?: string;
}

/** The answer to a proposal; `id` is the idea that is to become a part of the other one. */
export interface MergeAnswer {
  id: string;
  idempotencyKey: string;
  decisionVersion: number;
  yes: boolean;
  shownIn?: string;
}

/** An idea that so many people have had keeps its record in one row. */
const MOST_TOGETHER = 1000;

/** What somebody meets who wants to make an idea a part of another. */
interface MergeAttempt {
  from: StoredIdea;
  roles: ReadonlySet<Role>;
  actor: Actor;
  refused: (refusal: Refusal) => Promise<Judged>;
  /** Saves what was decided; `other`: what is left to do with the other idea, as long as that is as it was judged. */
  saving: (events: readonly IdeaEvent[], other?: { step: Step; etag: string }) => Judged;
}
type Judged = Verdict<Idea, IdeaEvent, Merged>;

/** What came of it, and what is left to do with the other idea. */
interface Merged {
  outcome: ActResult;
  step?: Step;
}

/**
 * Makes an idea a part of another one. Where the same person decides on both it is done at once: the first
 * is closed, and those who had it are named and told with the second, without a right over it. Else it becomes a
 * proposal that those who decide on the second one answer. Decided by those who decide on the first; refused where there is
 * no second that they may read, or it is withdrawn or itself a part of another.
 */
export function mergeIdea(deps: Deps, person: Person, merge: Merge): Promise<ActResult> {
  const { into, decisionVersion, words } = merge;
  const other = () => deps.ideas.load(into);
  return meet(deps, person, merge, other, async (meeting, target) => {
    const { from, actor, refused } = meeting;
    const permitted = permit({ type: 'merge', decisionVersion }, from.idea, actor);
    if (!permitted.ok) return refused(permitted.refusal);
    if (into === from.idea.id) return refused({ code: 'sameIdea' });
    const there = target && (await rolesNow(deps, person, target.idea));
    // One that they may not read is not there for them.
    if (!target || !there || !mayReadWords({ ref: person.ref, roles: there }, target.idea))
      return refused({ code: 'unknownIdea' });
    const closed = denial('absorb', undefined, target.idea, merger(person.ref));
    if (closed) return refused(closed);
    if (target.idea.stage === 'withdrawn') return refused({ code: 'notNow' });
    if (!there.has('decider')) return propose(deps, merge, meeting, target);
    const merged = permitted.value({ type: 'merge', data: { into }, words }, settingOf(deps));
    return merged.ok ? join(deps, meeting, target, [merged.value]) : refused(merged.refusal);
  });
}

/**
 * The answer of those who decide on the idea that another one is proposed to become a part of: yes, and it does; no, and
 * both stay as they are. Judged on both as they are stored: when either has moved, the proposal has ended.
 */
export function answerMerge(deps: Deps, person: Person, answer: MergeAnswer): Promise<ActResult> {
  const { decisionVersion, yes } = answer;
  return meet(deps, person, answer, nothing, async (meeting) => {
    const { from, actor, refused } = meeting;
    const { proposal } = from.idea;
    const target = proposal && (await deps.ideas.load(proposal.into));
    if (!proposal || proposal.intoVersion !== target?.idea.decisionVersion) {
      if (target) await endMoved(deps, target.idea);
      return refused({ code: 'proposalEnded' });
    }
    const command = { type: yes ? 'acceptMerge' : 'declineMerge', data: {}, words: {}, decisionVersion } as const;
    const decided = decide(command, from.idea, actor, settingOf(deps));
    if (!decided.ok) return refused(decided.refusal);
    return yes ? join(deps, meeting, target, [decided.value]) : meeting.saving([decided.value]);
  });
}

/** Ends the proposals to make other ideas a part of one that has moved since; true where any did. */
export async function endMoved(deps: Deps, into: Idea): Promise<boolean> {
  const moved = (idea: Idea) => idea.proposal?.into === into.id && idea.proposal.intoVersion !== into.decisionVersion;
  let ended = false;
  for (const { id } of await deps.ideas.offers(into.id)) {
    const { kind } = await actAsClock(deps, id, { name: 'moved' }, (idea) =>
      moved(idea) ? { type: 'endProposal', data: { why: 'moved' }, words: {} } : undefined,
    );
    ended ||= kind === 'saved';
  }
  return ended;
}

const nothing = async (): Promise<undefined> => undefined;

/**
 * Once for each press: the same operation again gives what it gave, one that somebody else has spent is out of date, and a
 * change by somebody else in between is met anew. `alongside` is read beside the idea. What is then left to do with the
 * other idea is done at once; where it is not, the clock's work does it.
 */
async function meet<T>(
  deps: Deps,
  person: Person,
  { id, idempotencyKey, shownIn }: Pick<Merge, 'id' | 'idempotencyKey' | 'shownIn'>,
  alongside: () => Promise<T>,
  judge: (meeting: MergeAttempt, beside: T) => Promise<Judged>,
): Promise<ActResult> {
  const { outcome, step } = await decideAndSave(deps, deps.ideas, id, {
    beside: () => Promise.all([deps.commits.effectOf(idempotencyKey), alongside()]),
    async judge(from, [effect, beside]: [OperationEffect | undefined, T]): Promise<Judged> {
      if (!from) return answering({ outcome: { ok: false, refusal: { code: 'notFound' } } });
      const roles = await rolesNow(deps, person, from.idea);
      if (effect?.by === person.ref && effect.id === id) {
        return answering({ outcome: await again(deps, person, id, effect) });
      }
      const refused = async (refusal: Refusal): Promise<Judged> =>
        answering({
          outcome: { ok: false, refusal, seen: await seenNow(deps, person, from.idea, roles, undefined) },
        });
      const saving: MergeAttempt['saving'] = (events, other) => ({
        kind: 'change',
        ...{ idempotencyKey, events, ...(shownIn && { shownIn }) },
        ...(other && { step: other.step, unchanged: [{ id: other.step.to, etag: other.etag }] }),
        async answers(after) {
          const now = after.proposal ? roles : new Set([...roles].filter((role) => role !== 'answerer'));
          const seen = await seenNow(deps, person, after, now, events[0]);
          return { outcome: done(seen, events), ...(other && { step: other.step }) };
        },
      });
      const judged = await judge(
        { from, roles, actor: actorAs(deps, person, from.idea, roles), refused, saving },
        beside,
      );
      return effect && judged.kind === 'change' ? refused({ code: 'stale' }) : judged;
    },
    again: async (effect): Promise<Merged> => ({ outcome: await again(deps, person, id, effect) }),
  });
  // What has been stored is true, whatever becomes of the rest: its row stands, and who finds it says what goes wrong.
  if (step) await finishStep(deps, step).catch(() => undefined);
  return outcome;
}

/** Asks those who decide on the other idea. Nothing changes by that but that they are asked. */
async function propose(
  deps: Deps,
  { into, decisionVersion, words }: Merge,
  { from, actor, refused, saving }: MergeAttempt,
  { idea: there }: StoredIdea,
): Promise<Judged> {
  if (from.idea.proposal) return refused({ code: 'proposedBefore' });
  const { department } = there;
  const chain = Object.values(await chainOf(deps, department)).flat();
  const answers = (link: PostHolder) =>
    mayDecideIt(link, there) && !refsOn(link.card).some((ref) => mayNotDecide(ref, from.idea));
  if (!chain.some(answers)) return refused({ code: 'nobodyAnswers' });
  const barred = chain.flatMap(({ card }) =>
    card && refsOn(card).some((ref) => mayNotDecide(ref, there)) ? [card.ref] : [],
  );
  const data = {
    ...{ into, intoVersion: there.decisionVersion, department, tier: tierOf(there, deps.directory()) },
    barred: [...new Set(barred)],
  };
  const proposed = decide({ type: 'proposeMerge', data, words, decisionVersion }, from.idea, actor, settingOf(deps));
  return proposed.ok ? saving([proposed.value]) : refused(proposed.refusal);
}

/** The idea is closed; that the other one takes it in is another commit, which the step keeps from being forgotten. */
async function join(
  deps: Deps,
  { from: { idea }, actor, refused, saving }: MergeAttempt,
  target: StoredIdea,
  merged: readonly IdeaEvent[],
): Promise<Judged> {
  const into = target.idea.id;
  const { submitters, former, together } = comingFrom(idea, target.idea);
  if (everybodyIn(together).length > MOST_TOGETHER) return refused({ code: 'tooManyTogether' });
  await deps.traces.leave([...submitters, ...former], { record: 'idea', id: into });
  return saving(merged, { step: absorbing(idea, into, merged, actor), etag: target.etag });
}
