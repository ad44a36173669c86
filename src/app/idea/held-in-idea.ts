import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { tracedIn } from '../../domain/idea/people/traced.js';
import { isSubmitter, type Role } from '../../domain/idea/policy.js';
import { heldRefsOf, type Person } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import type { SentCard } from '../../store/delivery/sent-cards.js';
import type { Deps } from '../deps.js';
import { reactionEvent } from './record/reactions.js';
import { rolesWith } from './roles.js';

/** What is stored of somebody about one idea. Nobody else is named in it. */
export interface HeldInIdea {
  record: 'idea';
  /** When the idea was submitted. */
  createdAt: Instant;
  idea: Idea;
  roles: ReadonlySet<Role>;
  /** Of an idea of theirs all that happened to it; of another one what they did, and what was asked of them. */
  events: IdeaEvent[];
  follows: boolean;
  /** They have said something about its text. */
  reported: boolean;
  /** Where a card of it stands in their chat. */
  copy?: SentCard;
}

/** Some four round trips. Undefined where there is no such idea (any more). */
export async function heldInIdea(deps: Deps, person: Person, id: string): Promise<HeldInIdea | undefined> {
  const refs = heldRefsOf(person);
  const [stored, history, reactions, follows, copy, report] = await Promise.all([
    deps.ideas.load(id),
    deps.ideas.history(id),
    Promise.all(refs.map((ref) => deps.reactions.of(id, 'thank', ref))),
    deps.follows.follows(id, person.ref),
    deps.sentCards.in(id, person.ref),
    deps.reports.in(id, person.ref),
  ]);
  if (!stored) return undefined;
  const { idea } = stored;
  const isTheirs = isSubmitter(person.ref, idea);
  const events = [
    ...history.filter((event) => isTheirs || tracedIn(event).some((ref) => refs.includes(ref))),
    ...reactions.flatMap((one) => (one ? [reactionEvent(deps, idea, 'thank', one)] : [])),
  ].sort((one, other) => (one.at < other.at ? -1 : 1));
  const roles = await rolesWith(deps, person, idea, false);
  return {
    ...{ record: 'idea', createdAt: idea.createdAt, idea, roles, events, follows, reported: report !== undefined },
    ...(copy && { copy }),
  };
}
