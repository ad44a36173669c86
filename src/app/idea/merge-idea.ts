import { type Actor, decide, denial, type Refusal, theClock } from '../../domain/idea/decide.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { everybodyIn, isKept, mayNotDecide, type Role, tierOf } from '../../domain/idea/policy.js';
import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import type { Words } from '../../domain/idea/words.js';
import type { Person } from '../../domain/person/person.js';
import type { Saved, StoredIdea } from '../../store/idea/ideas.js';
import { type Deps, settingOf } from '../deps.js';
import { actorAs, type Outcome, rolesNow, seenNow } from './act-on-idea.js';
import { chainOf, type Link, mayDecideIt, refsOn, tierFor } from './people/deciders.js';

export interface Merge {
  id: string;
  op: string;
  turn: number;
  /** The idea that it becomes a part of. */
  into: string;
  words: Words;
  shownIn?: string;
}

/** The answer to a proposal; `id` is the idea that is to become a part of the other one. */
export interface MergeAnswer {
  id: string;
  op: string;
  turn: number;
  yes: boolean;
  shownIn?: string;
}

const TRIES = 20;
/** An idea that so many people have had keeps its record in one row. */
const MOST_TOGETHER = 1000;

/** What somebody meets who wants to make an idea a part of another. */
interface Meeting {
  from: StoredIdea;
  roles: ReadonlySet<Role>;
  actor: Actor;
  refused: (refusal: Refusal) => Promise<Outcome>;
}

/** Takes another idea in; nobody's own act. */
const absorbing = ({ ref }: Pick<Person, 'ref'>, posts?: Actor['posts']): Actor => ({
  ...{ ref, roles: new Set(['merger'] as const), leads: [] },
  ...(posts && { posts }),
});

/**
 * Makes an idea a part of another one. Where the same person decides on both it is done at once, in one transaction: the
 * first is closed, and those who had it are named and told with the second, without a right over it. Else it becomes a
 * proposal that those who decide on the second one answer. Decided by those who decide on the first; refused where there is
 * no second that they may read, or it is withdrawn or itself a part of another.
 */
export function mergeIdea(deps: Deps, person: Person, merge: Merge): Promise<Outcome> {
  const { into, turn, words } = merge;
  const other = () => deps.ideas.load(into);
  return untilSaved(deps, person, merge, other, async (meeting, target) => {
    const { from, actor, refused } = meeting;
    const denied = denial('merge', turn, from.idea, actor);
    if (denied) return refused(denied);
    if (into === from.idea.id) return refused({ code: 'sameIdea' });
    const there = target && (await rolesNow(deps, person, target.idea));
    // One that they may not read is not there for them.
    if (!target || !there || !mayReadWords({ ref: person.ref, roles: there }, target.idea))
      return refused({ code: 'unknownIdea' });
    const closed = denial('absorb', undefined, target.idea, absorbing(person));
    if (closed) return refused(closed);
    if (!there.has('decider')) return propose(deps, person, merge, meeting, target);
    const merged = decide({ type: 'merge', data: { into }, words, turn }, from.idea, actor, settingOf(deps));
    return merged.ok ? join(deps, person, merge, meeting, target, merged.value) : refused(merged.refusal);
  });
}

/**
 * The answer of those who decide on the idea that another one is proposed to become a part of: yes, and it does; no, and
 * both stay as they are. Judged on both as they are stored: when either has moved, the proposal has ended.
 */
export function answerMerge(deps: Deps, person: Person, answer: MergeAnswer): Promise<Outcome> {
  const { id, op, turn, yes, shownIn } = answer;
  return untilSaved(deps, person, answer, nothing, async (meeting) => {
    const { from, actor, refused } = meeting;
    const { proposal } = from.idea;
    const target = proposal && (await deps.ideas.load(proposal.into));
    if (!proposal || proposal.intoTurn !== target?.idea.turn) {
      if (target) await endMoved(deps, target.idea);
      return refused({ code: 'proposalEnded' });
    }
    const command = { type: yes ? 'acceptMerge' : 'declineMerge', data: {}, words: {}, turn } as const;
    const decided = decide(command, from.idea, actor, settingOf(deps));
    if (!decided.ok) return refused(decided.refusal);
    if (yes) return join(deps, person, answer, meeting, target, decided.value);
    const change = { before: from, id, op, events: decided.value, ...(shownIn && { shownIn }) };
    return shown(deps, person, meeting, decided.value, () => deps.ideas.save(change));
  });
}

/** Ends the proposals to make other ideas a part of one that has moved since; true where any did. */
export async function endMoved(deps: Deps, into: Idea): Promise<boolean> {
  let ended = false;
  for (const { id } of await deps.ideas.offers(into.id)) {
    const from = await deps.ideas.load(id);
    if (from?.idea.proposal?.into !== into.id || from.idea.proposal.intoTurn === into.turn) continue;
    const command = { type: 'endProposal', data: { why: 'moved' }, words: {} } as const;
    const decided = decide(command, from.idea, theClock, settingOf(deps));
    if (!decided.ok) continue;
    const op = `moved.${id}.${from.idea.seq}`;
    const { outcome } = await deps.ideas.save({ before: from, id, op, events: decided.value });
    ended ||= outcome === 'saved';
  }
  return ended;
}

const nothing = async (): Promise<undefined> => undefined;

/**
 * Once for each press: the same operation again gives what it gave, one that somebody else has spent is out of date, and a
 * change by somebody else in between is met anew. `alongside` is read beside the idea.
 */
async function untilSaved<T>(
  deps: Deps,
  person: Person,
  { id, op }: Pick<Merge, 'id' | 'op'>,
  alongside: () => Promise<T>,
  tries: (meeting: Meeting, beside: T) => Promise<Outcome | 'again'>,
): Promise<Outcome> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [from, effect, beside] = await Promise.all([deps.ideas.load(id), deps.ideas.effectOf(op), alongside()]);
    if (!from) return { ok: false, refusal: { code: 'notFound' } };
    const roles = await rolesNow(deps, person, from.idea);
    const own = effect?.by === person.ref && effect.id === id;
    const event = own ? await deps.ideas.event(id, effect.seq) : undefined;
    if (event) return { ok: true, ...(await seenNow(deps, person, from.idea, roles, event)), event };
    const refused = async (refusal: Refusal): Promise<Outcome> => ({
      ok: false,
      refusal,
      seen: await seenNow(deps, person, from.idea, roles, undefined),
    });
    const outcome = await tries({ from, roles, actor: actorAs(deps, person, roles), refused }, beside);
    if (outcome !== 'again') return outcome;
    if (effect) return refused({ code: 'stale' });
  }
  throw new Error(`Idea ${id} changed ${TRIES} times during one turn`);
}

/** Asks those who decide on the other idea. Nothing changes by that but that they are asked. */
async function propose(
  deps: Deps,
  person: Person,
  { id, op, into, turn, words, shownIn }: Merge,
  meeting: Meeting,
  { idea: there }: StoredIdea,
): Promise<Outcome | 'again'> {
  const { from, actor, refused } = meeting;
  if (from.idea.proposal) return refused({ code: 'proposedBefore' });
  const { department } = there;
  const chain = Object.values(await chainOf(deps, department)).flat();
  const answers = (link: Link) =>
    mayDecideIt(link, there) && !refsOn(link.card).some((ref) => mayNotDecide(ref, from.idea));
  if (!chain.some(answers)) return refused({ code: 'nobodyAnswers' });
  const barred = chain.flatMap(({ card }) =>
    card && refsOn(card).some((ref) => mayNotDecide(ref, there)) ? [card.ref] : [],
  );
  const data = {
    ...{ into, intoTurn: there.turn, department, tier: tierOf(there, deps.directory) },
    barred: [...new Set(barred)],
  };
  const proposed = decide({ type: 'proposeMerge', data, words, turn }, from.idea, actor, settingOf(deps));
  if (!proposed.ok) return refused(proposed.refusal);
  const change = { before: from, id, op, events: proposed.value, ...(shownIn && { shownIn }) };
  return shown(deps, person, meeting, proposed.value, () => deps.ideas.save(change));
}

/** Both ideas change together; those who come with the first gain nothing over the second but to be told. */
async function join(
  deps: Deps,
  person: Person,
  { id, op, shownIn }: Pick<Merge, 'id' | 'op' | 'shownIn'>,
  meeting: Meeting,
  target: StoredIdea,
  merged: IdeaEvent[],
): Promise<Outcome | 'again'> {
  const { from, refused } = meeting;
  const { submitter, coSubmitters, joined = [], former = [], submittersLeft } = from.idea;
  const submitters = [...(submittersLeft ? [] : [submitter, ...coSubmitters]), ...joined];
  const { joined: joinedThere = [], former: formerThere = [] } = target.idea;
  // Who had it, was erased and comes back decides on neither.
  const marks = [...new Set([...(target.idea.formerMarks ?? []), ...(from.idea.formerMarks ?? [])])];
  const before = { ...target, idea: { ...target.idea, ...(marks.length > 0 && { formerMarks: marks }) } };
  const together = { ...before.idea, joined: [...joinedThere, ...submitters], former: [...formerThere, ...former] };
  if (everybodyIn(together).length > MOST_TOGETHER) return refused({ code: 'tooManyTogether' });
  // Whoever asked for their name to be kept from others has it kept in the other idea too.
  const kept = submitters.filter((ref) => isKept(ref, from.idea));
  const [chain] = await Promise.all([
    chainOf(deps, target.idea.department),
    deps.traces.leave([...submitters, ...former], target.idea.id),
  ]);
  const tier = tierFor(chain, together);
  const data = {
    ...{ from: id, submitters, tier },
    ...(former.length > 0 && { former }),
    ...(kept.length > 0 && { kept }),
  };
  const command = { type: 'absorb', data, words: {} } as const;
  const absorbed = decide(command, before.idea, absorbing(person, meeting.actor.posts), settingOf(deps));
  if (!absorbed.ok) return refused(absorbed.refusal);
  return shown(deps, person, meeting, merged, () =>
    deps.ideas.saveTogether([
      { before: from, id, op, events: merged, ...(shownIn && { shownIn }) },
      { before, id: target.idea.id, op, events: absorbed.value },
    ]),
  );
}

/** What was saved, as the one who did it may see it. */
async function shown(
  deps: Deps,
  person: Person,
  { roles }: Meeting,
  [event]: readonly IdeaEvent[],
  save: () => Promise<Saved>,
): Promise<Outcome | 'again'> {
  const saved = await save();
  if (saved.outcome !== 'saved' || !event) return 'again';
  const now = saved.idea.proposal ? roles : new Set([...roles].filter((role) => role !== 'answerer'));
  return { ok: true, ...(await seenNow(deps, person, saved.idea, now, event)), event };
}
