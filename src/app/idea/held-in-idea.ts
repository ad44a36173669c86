import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { tracedIn } from '../../domain/idea/people/traced.js';
import { isSubmitter, type Role } from '../../domain/idea/policy.js';
import { type Reaction, reactionNames } from '../../domain/idea/reactions.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { RecordPlace } from '../../domain/record.js';
import type { Day, Instant } from '../../domain/time.js';
import type { SentCard } from '../../store/delivery/sent-cards.js';
import type { RecordRange } from '../../store/idea/record-pages.js';
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
  /** What came before these; absent where that is nothing. */
  earlier?: RecordPlace;
  follows: boolean;
  /** They have said something about its text. */
  reported: boolean;
  /** They have answered whether its problem has got better: what, nobody knows. */
  saidImprovement: boolean;
  /** What they have nominated it with, and nominations of it of which they are or were asked. */
  nominations?: readonly { on: Day; why: string; theirs: boolean }[];
  /** Where a card of it stands in their chat. */
  copy?: SentCard;
}

/**
 * Undefined where there is no such idea (any more). `part`: of its record no more than a page, the newest first. Some four
 * round trips.
 */
export async function heldInIdea(
  deps: Deps,
  person: Person,
  id: string,
  part?: RecordRange,
): Promise<HeldInIdea | undefined> {
  const refs = heldRefsOf(person);
  // What they have said by a press is told at the beginning, with the newest.
  const isFirst = part?.below === undefined && part?.before === undefined;
  const [stored, happened, reactions, follows, copy, report] = await Promise.all([
    deps.ideas.load(id),
    part ? deps.ideas.newest(id, part) : wholeRecord(deps, id),
    Promise.all(isFirst ? refs.flatMap((ref) => reactionNames.map((reaction) => saidBy(deps, id, reaction, ref))) : []),
    deps.follows.follows(id, person.ref),
    deps.sentCards.in(id, person.ref),
    deps.reports.in(id, person.ref),
  ]);
  if (!stored) return undefined;
  const { idea } = stored;
  const asked = idea.improvement !== undefined;
  const saidImprovement = asked && (await deps.improvements.hasAnswered(id, person.ref));
  const isTheirs = isSubmitter(person.ref, idea);
  const theirs = happened.events.filter((event) => isTheirs || tracedIn(event).some((ref) => refs.includes(ref)));
  const told = part && theirs.length > 0 ? await deps.ideas.withWords(id, theirs) : theirs;
  const pressed = reactions.flatMap(({ reaction, said }) => (said ? [reactionEvent(deps, idea, reaction, said)] : []));
  const events = [...told, ...pressed].sort((one, other) => (one.at < other.at ? -1 : 1));
  const roles = await rolesWith(deps, person, idea, false);
  const { earlier } = happened;
  // One that has never moved cannot have been nominated: only what is used or has taught something is.
  const nominated = idea.decisionVersion > 1 ? await deps.nominations.of(id) : [];
  return {
    ...{ record: 'idea', createdAt: idea.createdAt, idea, roles, events, follows, reported: report !== undefined },
    saidImprovement,
    nominations: nominated.flatMap(({ by, asked, on, why }) =>
      refs.includes(by) || refs.includes(asked) ? [{ on, why, theirs: refs.includes(by) }] : [],
    ),
    ...(copy && { copy }),
    ...(earlier && { earlier }),
  };
}

const wholeRecord = async (
  { ideas }: Deps,
  id: string,
): Promise<{ events: IdeaEvent[]; earlier?: RecordPlace | undefined }> => ({ events: await ideas.history(id) });

/** What somebody has said of it by a press of one kind. */
async function saidBy({ reactions }: Deps, id: string, reaction: Reaction, ref: PersonRef) {
  return { reaction, said: await reactions.of(id, reaction, ref) };
}
