import { type Actor, decide } from '../../domain/idea/decide.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isKept } from '../../domain/idea/policy.js';
import { type ComingAlong, comingAlong } from '../../domain/idea/use/taking-part.js';
import type { Directory } from '../../domain/organisation/directory.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { StoredIdea } from '../../store/idea/ideas.js';
import type { Step } from '../../store/steps.js';
import { answering, decideAndSave, type RecordStore, type Verdict } from '../decide-and-save.js';
import { type Deps, settingOf } from '../deps.js';
import { chainOf } from '../person/post-holders.js';
import { carried } from './merging/carry-needs.js';
import { tierFor } from './people/deciders.js';

/** What of the one who merges and of the first idea nothing tells any more when that is closed. */
interface CarriedOver {
  posts: NonNullable<Actor['posts']>;
  /** Who had it, was erased and comes back decides on neither. */
  marks: readonly string[];
}

/** What an idea that has become a part of another one still owes that one. */
export function absorbing(from: Idea, to: string, [merged]: readonly IdeaEvent[], { posts = [] }: Actor): Step {
  if (!merged || merged.by === 'clock') throw new Error(`Nobody merges idea ${from.id}`);
  const data = JSON.stringify({ posts, marks: from.formerMarks ?? [] } satisfies CarriedOver);
  return { name: 'absorb', id: from.id, seq: merged.seq, to, by: merged.by, data };
}

/** Takes another idea in; nobody's own act. */
export const merger = (ref: PersonRef, posts?: Actor['posts']): Actor => ({
  ...{ ref, roles: new Set(['merger'] as const), leads: [] },
  ...(posts && { posts }),
});

/** Who comes with an idea that becomes a part of another one, and those two as if they were one. */
export function comingFrom(from: Idea, into: Idea) {
  const { submitter, coSubmitters, joined = [], former = [], submittersLeft } = from;
  const submitters = [...(submittersLeft ? [] : [submitter, ...coSubmitters]), ...joined];
  const { joined: joinedThere = [], former: formerThere = [] } = into;
  const together = { ...into, joined: [...joinedThere, ...submitters], former: [...formerThere, ...former] };
  // Whoever asked for their name to be kept from others has it kept in the other idea too.
  return { submitters, former, together, kept: submitters.filter((ref) => isKept(ref, from)) };
}

/**
 * The other idea takes in the one that has become a part of it: those who come with that one gain nothing over it but to be
 * told. Once for each merge, whoever does it and however often, and from both as they are then: the first idea can lose
 * somebody meanwhile. Where the other idea has itself become a part of a third, that one takes it in.
 */
export async function absorb(deps: Deps, step: Step): Promise<void> {
  const { id, seq, by } = step;
  const { posts, marks } = JSON.parse(step.data) as CarriedOver;
  let next: string | undefined = step.to;
  while (next) {
    next = await decideAndSave(deps, marked(deps, marks), next, {
      beside: () => Promise.all([deps.ideas.load(id), saidOf(deps, id)]),
      async judge(before, [from, said]): Promise<Verdict<Idea, IdeaEvent, string | undefined>> {
        if (!before || !from) return answering(undefined);
        const { idea: into } = before;
        if (into.ending?.into) return answering(into.ending.into);
        const { submitters, former, together, kept } = comingFrom(from.idea, into);
        const { parts, speaking } = partsFrom(from.idea, into, deps.directory());
        // Those of the idea that was meant were left with the first commit, but for who has come to speak for a department since.
        const known = into.id === step.to ? [] : [...submitters, ...former];
        await deps.traces.leave([...new Set([...known, ...speaking])], { record: 'idea', id: into.id });
        const data = {
          ...{ from: id, submitters, tier: tierFor(await chainOf(deps, into.department), together) },
          ...(former.length > 0 && { former }),
          ...(kept.length > 0 && { kept }),
          ...parts,
        };
        const absorbed = decide({ type: 'absorb', data, words: {} }, into, merger(by, posts), settingOf(deps));
        if (!absorbed.ok) return answering(undefined);
        return {
          kind: 'change',
          ...{ idempotencyKey: `absorb.${id}.${seq}`, unchanged: [{ id, etag: from.etag }] },
          ...{ events: [absorbed.value], answers: () => undefined },
          // So many may have said so that it takes more than one commit: what is said from now on the relay brings along.
          ...(said && { step: { name: 'needs', id, seq, to: into.id, by, data: '{}' } satisfies Step }),
        };
      },
      again: () => undefined,
    });
    if (next === undefined) deps.kick({ steps: true });
  }
}

/** Whether anybody has said of an idea what goes along with it. One round trip. */
const saidOf = async ({ reactions }: Deps, id: string): Promise<boolean> =>
  (await Promise.all(carried.map((one) => reactions.any(id, one)))).includes(true);

/** The departments that come along, as the event names them; `speaking`: who had said so for any of them. */
function partsFrom(from: Idea, into: Idea, { codeNow }: Directory) {
  const { come, left } = comingAlong(from, into, codeNow);
  const named = (some: readonly ComingAlong[]) =>
    some.toSorted((one, other) => Number(!one.saidBy) - Number(!other.saidBy));
  const by = (some: readonly ComingAlong[]): PersonRef[] => some.flatMap(({ saidBy }) => saidBy ?? []);
  const [came, leftOut] = [named(come), named(left)];
  const [partsBy, leftBy] = [by(came), by(leftOut)];
  const parts = {
    ...(came.length > 0 && { parts: came.map(({ saidBy: _, ...part }) => part) }),
    ...(partsBy.length > 0 && { partsBy }),
    ...(leftOut.length > 0 && { left: leftOut.map(({ department }) => department) }),
    ...(leftBy.length > 0 && { leftBy }),
  };
  return { parts, speaking: [...partsBy, ...leftBy] };
}

/** Ideas in which the marks of another one stand too. */
const marked = ({ ideas }: Deps, marks: readonly string[]): RecordStore<StoredIdea, Idea, IdeaEvent> => ({
  async load(id) {
    const stored = await ideas.load(id);
    const formerMarks = [...new Set([...(stored?.idea.formerMarks ?? []), ...marks])];
    return stored && { ...stored, idea: { ...stored.idea, ...(formerMarks.length > 0 && { formerMarks }) } };
  },
  write: ideas.write,
});
