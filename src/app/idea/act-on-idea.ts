import type { Command, CommandType } from '../../domain/idea/commands.js';
import { type Actor, decide, denial } from '../../domain/idea/decide.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { departmentsOf, hadIt, mayAnswer, type Role, rolesOn } from '../../domain/idea/policy.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import { heldPosts } from '../../domain/person/held-posts.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import type { Result } from '../../domain/result.js';
import type { Effect } from '../../store/commit.js';
import { decideAndSave, type Verdict } from '../decide-and-save.js';
import { type Deps, settingOf, todayIn } from '../deps.js';
import { followIfUntold } from './follow-idea.js';
import { type KnownPerson, knownOn } from './leave-marks.js';
import { namesIn, shownTo } from './open-idea.js';
import { aLeaderIsAway, chainOf } from './people/deciders.js';
import { picturesOf } from './pictures/keep-picture.js';
import { type Beside, besideOf } from './proposed-merge.js';
import { queueIds } from './queues.js';

/** One press: the idea, the operation that the card minted for it, and the command. */
export interface Request {
  id: string;
  op: string;
  type: CommandType;
  /** The turn of the pressed card. */
  turn?: number;
  /** The whole command, once it is known that the person may give it: what it names is looked up here. */
  prepare: (idea: Idea) => Promise<Result<Command, Refusal>>;
  /** The activity whose card will show the outcome to the actor. */
  shownIn?: string;
}

/** The idea as the actor may see it, done or not, with the event that made it so. */
export interface Seen {
  idea: Idea;
  roles: ReadonlySet<Role>;
  event?: IdeaEvent;
  names: ReadonlyMap<PersonRef, string>;
  /** Where its pictures can be seen. */
  pictures: readonly string[];
  /** How many other ideas wait for the actor. */
  others: number;
  /** The idea that this one is proposed to become a part of, for those who decide on either. */
  beside?: Beside;
}

export type Outcome =
  | ({ ok: true; event: IdeaEvent } & Seen)
  /** Nothing changed. What stands now is absent where there is no such idea. */
  | { ok: false; refusal: Refusal; seen?: Seen };

/**
 * Everything that a person can do to an idea that exists: load, judge on what is stored, decide, save. The same operation
 * twice is one effect and the same answer; of two decisions on one turn the first wins, and the second one sees it. Two
 * round trips, one more where the command has something to look up and for a deputy.
 */
export async function actOnIdea(deps: Deps, person: Person, request: Request): Promise<Outcome> {
  const { id, op, type, turn, shownIn } = request;
  return decideAndSave(deps, deps.ideas, id, {
    async judge(before): Promise<Verdict<Idea, IdeaEvent, Outcome>> {
      if (!before) return { answer: { ok: false, refusal: { code: 'notFound' } } };
      const { idea } = before;
      const roles = await rolesNow(deps, person, idea);
      const actor = actorAs(deps, person, roles);
      const denied = denial(type, turn, idea, actor);
      if (denied) return { answer: await refused(deps, person, idea, roles, op, denied) };
      const command = await request.prepare(idea);
      const decision = command.ok
        ? decide({ ...command.value, ...atTurn(turn) }, idea, actor, settingOf(deps))
        : command;
      if (!decision.ok) return { answer: await refused(deps, person, idea, roles, op, decision.refusal) };
      return {
        ...{ op, events: decision.value, ...(shownIn && { shownIn }) },
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

/** What was done, with its first event: what follows from it belongs to it. */
export function done(seen: Seen, [event]: readonly IdeaEvent[]): Outcome {
  if (!event) throw new Error(`Nothing was done to idea ${seen.idea.id}`);
  return { ok: true, ...seen, event };
}

/**
 * What a person is to an idea now. A round trip only for somebody who is a deputy of its department, or who may decide on
 * the idea that it is proposed to become a part of.
 */
export async function rolesNow(deps: Deps, person: Person, idea: Idea): Promise<ReadonlySet<Role>> {
  const [roles, answers] = await Promise.all([ownRoles(deps, person, idea), answersMerge(deps, person, idea)]);
  return answers ? new Set<Role>([...roles, 'answerer']) : roles;
}

/** Whether they answer the idea's open proposal, judged on the other idea as it is stored now. */
async function answersMerge(deps: Deps, person: Person, from: Idea): Promise<boolean> {
  const { proposal } = from;
  const { leads, deputises, office } = postsOf(person.emails, deps.directory);
  if (!proposal || !(office || [...leads, ...deputises].includes(proposal.department))) return false;
  const into = await deps.ideas.load(proposal.into);
  if (into?.idea.turn !== proposal.intoTurn) return false;
  const { ref, others, marks } = await knownOn(deps, person, [from]);
  const there = await ownRoles(deps, person, into.idea);
  return !hadIt(marks, from) && [ref, ...others].every((one) => mayAnswer(one, from, into.idea, there));
}

async function ownRoles(deps: Deps, person: Person, idea: Idea): Promise<ReadonlySet<Role>> {
  const deputises = postsOf(person.emails, deps.directory).deputises.includes(idea.department);
  const cover = deputises && aLeaderIsAway(await chainOf(deps, idea.department), todayIn(deps));
  return rolesOn(await knownOn(deps, person, [idea]), idea, deps.directory, cover);
}

/** A person as the one who presses. */
export const actorAs = ({ directory }: Deps, person: Person, roles: ReadonlySet<Role>): Actor => ({
  ref: person.ref,
  roles,
  leads: departmentsOf(person, directory),
  posts: heldPosts(person, directory),
});

const atTurn = (turn: number | undefined) => (turn === undefined ? {} : { turn });

/** Roles seldom change by what one does; a department's do when the idea was passed on. */
const rolesAfter = (deps: Deps, person: KnownPerson, after: Idea, before: Idea, roles: ReadonlySet<Role>) => {
  const own = rolesOn(person, after, deps.directory, roles.has('decider') && after.department === before.department);
  return after.proposal && roles.has('answerer') ? new Set<Role>([...own, 'answerer']) : own;
};

/** All that the card of an idea needs, as its reader may see it. */
export async function seenNow(
  deps: Deps,
  person: Person,
  idea: Idea,
  roles: ReadonlySet<Role>,
  event: IdeaEvent | undefined,
): Promise<Seen> {
  const [names, queue, pictures, beside] = await Promise.all([
    namesIn(deps, idea, event ? [event] : []),
    queueIds(deps, person),
    picturesOf(deps, idea, { ref: person.ref, roles }),
    besideOf(deps, person, idea, roles),
  ]);
  const others = queue.filter((waiting) => waiting !== idea.id).length;
  return {
    idea,
    roles,
    names: shownTo({ ref: person.ref, roles }, idea, names),
    pictures,
    others,
    ...(beside && { beside }),
    ...(event && { event }),
  };
}

/** A refusal may be our own effect, seen again: a resent press finds the idea already moved by it. */
async function refused(
  deps: Deps,
  person: Person,
  idea: Idea,
  roles: ReadonlySet<Role>,
  op: string,
  refusal: Refusal,
): Promise<Outcome> {
  const [effect, latest] = await Promise.all([deps.commits.effectOf(op), deps.ideas.event(idea.id, idea.seq)]);
  if (effect?.id === idea.id && effect.by === person.ref) return again(deps, person, idea.id, effect);
  return { ok: false, refusal, seen: await seenNow(deps, person, idea, roles, latest) };
}

/** An operation that was spent before: the same answer for the one who did. */
export async function again(deps: Deps, person: Person, id: string, effect: Effect): Promise<Outcome> {
  const here = effect.id === id;
  const [stored, event] = await Promise.all([deps.ideas.load(id), here ? deps.ideas.event(id, effect.seq) : undefined]);
  if (!stored || (here && !event)) throw new Error(`Operation on idea ${id} has no effect to show`);
  const seen = await seenNow(deps, person, stored.idea, await rolesNow(deps, person, stored.idea), event);
  // An operation belongs to the one who spent it; on somebody else's card, or another idea's, it says nothing.
  const own = event && effect.by === person.ref;
  return own ? { ok: true, ...seen, event } : { ok: false, refusal: { code: 'stale' }, seen };
}
