import type { Command, CommandType } from '../../domain/idea/commands.js';
import { type Actor, permit, wordsRefused } from '../../domain/idea/decide.js';
import { eventName, type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { departmentsOf, type Role } from '../../domain/idea/policy.js';
import { type Reaction, reactions } from '../../domain/idea/reactions.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import { codesAnswered } from '../../domain/idea/use/own-codes.js';
import type { Words } from '../../domain/idea/words.js';
import { type HeldPost, heldPosts } from '../../domain/person/held-posts.js';
import type { Person } from '../../domain/person/person.js';
import { wholeId } from '../../domain/record.js';
import type { Result } from '../../domain/result.js';
import type { OperationEffect } from '../../store/commit.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import { type Deps, settingOf } from '../deps.js';
import { type LookUpsAsked, type LookUpsFound, lookUpAsked } from '../look-ups.js';
import { followIfUntold } from './follow-idea.js';
import { type IdeaView, viewIdea } from './idea-view.js';
import { queueIds } from './lists/queues.js';
import { addReaction, type ReactionPress, withOwn } from './record/reactions.js';
import { knownOn, rolesAfter, rolesNow } from './roles.js';

/** One press: the idea, the operation that the card minted for it, and the command. */
export interface ActRequest {
  id: string;
  idempotencyKey: string;
  type: CommandType;
  /** That of the pressed card. */
  decisionVersion?: number;
  /** What has to be looked up before the command is whole. */
  asks?: LookUpsAsked;
  /** What was written, where it is judged before anything is looked up: an obstacle that is named is made by that. */
  words?: Words;
  /** The whole command, once it is known that the person may give it and what it asked. Pure: it may be made again. */
  command: (found: LookUpsFound) => Result<Command, Refusal>;
  /** The activity whose card will show the outcome to the actor. */
  shownIn?: string;
}

/** The idea as the actor may see it, done or not, with the event that made it so. */
export interface Acted {
  view: IdeaView;
  event?: IdeaEvent;
  /** How many other ideas wait for the actor. */
  others: number;
}

export type ActResult =
  | ({ ok: true; event: IdeaEvent } & Acted)
  /** Nothing changed. What stands now is absent where there is no such idea. */
  | { ok: false; refusal: Refusal; seen?: Acted };

/**
 * Everything that a person can do to an idea that exists: load, judge on what is stored, decide, save. The same operation
 * twice is one effect and the same answer; of two decisions on one version the first wins, and the second one sees it. Two
 * round trips, one more where the command has something to look up and for a deputy.
 */
export async function actOnIdea(deps: Deps, person: Person, request: ActRequest): Promise<ActResult> {
  const { id, idempotencyKey, type, decisionVersion, shownIn } = request;
  return decideAndSave(deps, deps.ideas, id, {
    // Begun anew with each try: what it rests on may be what came between.
    beside: async () => lookUpAsked(deps, person, request.asks ?? {}),
    async judge(before, looked): Promise<Verdict<Idea, IdeaEvent, ActResult>> {
      if (!before) return answering({ ok: false, refusal: { code: 'notFound' } });
      const { idea } = before;
      const roles = await rolesNow(deps, person, idea);
      const actor = actorAs(deps, person, idea, roles);
      const permitted = permit({ type, decisionVersion }, idea, actor);
      if (!permitted.ok) return answering(await refused(deps, person, idea, roles, idempotencyKey, permitted.refusal));
      const unworded = request.words && wordsRefused(type, request.words);
      if (unworded) return answering(await refused(deps, person, idea, roles, idempotencyKey, unworded));
      const found = await looked(idea);
      const unchanged = found.unchanged ?? [];
      const command = found.ok ? request.command(found.value) : found;
      const decision = command.ok ? permitted.value(command.value, settingOf(deps)) : command;
      if (!decision.ok) return answering(await refused(deps, person, idea, roles, idempotencyKey, decision.refusal));
      const { reaction } = meaningOf(decision.value);
      if (reaction) {
        const press = { idempotencyKey, event: decision.value };
        return answering(await react(deps, person, idea, roles, reaction, press));
      }
      return {
        kind: 'change',
        ...{ idempotencyKey, unchanged, events: [decision.value], ...(shownIn && { shownIn }) },
        async answers(after, events) {
          const known = await knownOn(deps, person, [after]);
          const rolesThen = rolesAfter(deps, known, after, idea, roles);
          const [seen] = await Promise.all([
            seenNow(deps, person, after, rolesThen, events.at(-1)),
            type === 'comment' && followIfUntold(deps, person, after),
          ]);
          return done(seen, events);
        },
      };
    },
    again: (effect) => again(deps, person, id, effect),
  });
}

/** What somebody says by a press once, beside the idea: others do so at the same time, and the idea stays as it is. */
async function react(
  deps: Deps,
  person: Person,
  idea: Idea,
  roles: ReadonlySet<Role>,
  reaction: Reaction,
  press: ReactionPress,
): Promise<ActResult> {
  const [added, seen] = await Promise.all([
    addReaction(deps, person, idea, reaction, press),
    seenNow(deps, person, idea, roles, press.event),
    reactions[reaction].follows && followIfUntold(deps, person, idea),
  ]);
  if (!added) return refused(deps, person, idea, roles, press.idempotencyKey, { code: reactions[reaction].again });
  const view = added.isNew ? withOwn(deps, seen.view, reaction, person) : seen.view;
  return { ok: true, ...seen, view, event: added.event };
}

/** What was done, with its first event: what follows from it belongs to it. */
export function done(seen: Acted, [event]: readonly IdeaEvent[]): ActResult {
  if (!event) throw new Error(`Nothing was done to idea ${seen.view.idea.id}`);
  return { ok: true, ...seen, event };
}

/** A person as the one who presses, with the departments for which they answer as the idea calls them. */
export function actorAs({ directory }: Deps, person: Person, idea: Idea, roles: ReadonlySet<Role>): Actor {
  const now = directory();
  const posts = heldPosts(person, now).flatMap((post): HeldPost[] =>
    'department' in post
      ? codesAnswered(idea, [post.department], now).map((department) => ({ ...post, department }))
      : [post],
  );
  return { ref: person.ref, roles, leads: codesAnswered(idea, departmentsOf(person, now), now), posts };
}

/** How the idea stands for the actor, and what else waits for them. */
export async function seenNow(
  deps: Deps,
  person: Person,
  idea: Idea,
  roles: ReadonlySet<Role>,
  event: IdeaEvent | undefined,
): Promise<Acted> {
  const [view, queue] = await Promise.all([
    viewIdea(deps, person, idea, roles, { events: event ? [event] : [] }),
    queueIds(deps, person),
  ]);
  const others = queue.filter((waiting) => waiting !== idea.id).length;
  return { view, others, ...(event && { event }) };
}

/** A refusal may be our own effect, seen again: a resent press finds the idea already moved by it. */
async function refused(
  deps: Deps,
  person: Person,
  idea: Idea,
  roles: ReadonlySet<Role>,
  idempotencyKey: string,
  refusal: Refusal,
): Promise<ActResult> {
  const [effect, latest] = await Promise.all([deps.commits.effectOf(idempotencyKey), newestIn(deps, idea)]);
  if (effect && isOf(effect, idea.id) && effect.by === person.ref) return again(deps, person, idea.id, effect);
  return { ok: false, refusal, seen: await seenNow(deps, person, idea, roles, latest) };
}

/** What has happened last to an idea or to an adoption of it. */
function newestIn({ ideas }: Deps, { id, seq, changedAt, adoptionEvents = {} }: Idea): Promise<IdeaEvent | undefined> {
  const newest = Object.entries(adoptionEvents).reduce(
    (last, [adoption, event]) => (event.at > last.at ? { ...event, adoption } : last),
    { seq, at: changedAt } as { seq: number; at: string; adoption?: string },
  );
  const name = eventName(id, newest);
  return ideas.event(name.id, name.seq);
}

/** Whether an operation changed this idea, or an adoption of it. */
const isOf = (effect: OperationEffect, id: string): boolean => wholeId(effect.id) === id;

/** An operation that was spent before: the same answer for the one who did. */
export async function again(deps: Deps, person: Person, id: string, effect: OperationEffect): Promise<ActResult> {
  const here = isOf(effect, id);
  // Whoever spent it may have died before saying that others are owed something.
  deps.kick();
  const [stored, event] = await Promise.all([
    deps.ideas.load(id),
    here ? deps.ideas.event(effect.id, effect.seq) : undefined,
  ]);
  if (!stored || (here && !event)) throw new Error(`Operation on idea ${id} has no effect to show`);
  const seen = await seenNow(deps, person, stored.idea, await rolesNow(deps, person, stored.idea), event);
  // An operation belongs to the one who spent it; on somebody else's card, or another idea's, it says nothing.
  const own = event && effect.by === person.ref;
  return own ? { ok: true, ...seen, event } : { ok: false, refusal: { code: 'stale' }, seen };
}
