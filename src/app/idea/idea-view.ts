import { isOpenTo } from '../../domain/idea/decide.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { departmentAsked, departmentsOf, type Role } from '../../domain/idea/policy.js';
import type { Onlooker } from '../../domain/idea/reading/visibility.js';
import { codesAsked } from '../../domain/idea/use/own-codes.js';
import { mayTakePart, spokenFor, takesPartFor } from '../../domain/idea/use/taking-part.js';
import { heldPosts } from '../../domain/person/held-posts.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import type { Reactions } from '../../store/idea/reactions.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import type { Deps, FoundBeside } from '../deps.js';
import { namesIn, shownTo } from './people/names.js';
import { picturesOf } from './pictures/keep-picture.js';
import type { NeedLine } from './record/lines.js';
import type { RecordPart } from './record/record-shown.js';
import { rolesWith } from './roles.js';

/** What one reader sees of one idea: all that use cases hand up of it. A card adds only how it is drawn. */
export interface IdeaView {
  idea: Idea;
  /** Who reads it, and what they are to it. */
  reader: Onlooker;
  /** The persons named in it whose names the reader may see; one who is missing is told of by role. */
  names: ReadonlyMap<PersonRef, string>;
  /** Where its pictures can be seen; none of them to a reader who may not see its words. */
  pictures?: readonly string[] | undefined;
  /** Code of the department for which this reader may take the idea in; absent where they answer for none. */
  asDepartment?: string | undefined;
  /** Code of a department for which this reader may say that it is part of solving the problem. */
  mayTakePart?: string | undefined;
  /** When the reader said that they have the problem, where they may say so and have. */
  needSince?: Instant | undefined;
  /** Code of a department that is part of it, for which this reader may say that it is so no more. */
  takesPartFor?: string | undefined;
  /** The idea that this one is proposed to become a part of, for those who decide on either. */
  mergeInto?: IdeaView | undefined;
  /** Open ideas of its department that it may become a part of, the newest first; absent where nobody asked. */
  mergeTargets?: readonly Idea[] | undefined;
  /** Of those the one that is so much like it that it may be the same. */
  likelyTwin?: IdeaView | undefined;
  /** What others have written of its problem, of those lines that the reader may hide; absent where nobody asked. */
  needLines?: readonly NeedLine[] | undefined;
  /** How many have said something of it by a press, and whether the reader has; absent where it was not asked. */
  reactions?: Reactions | undefined;
  /** What is known of its events, the oldest first: those that the card shows. */
  history?: readonly IdeaEvent[] | undefined;
  /** Its decisions, where those are shown, the newest first. */
  decided?: RecordPart['decided'];
  /** Before which place there is more of what is shown of its record; absent where that is all. */
  earlier?: RecordPart['earlier'];
  /** Whether the reader follows the idea; absent where it was not asked. */
  follows?: boolean | undefined;
  /** What rooms after the idea's have looked up about it (beside.ts). */
  beside?: FoundBeside | undefined;
}

interface ViewOptions {
  /** Events that are told with it: the people whom they name are named too. */
  events?: readonly IdeaEvent[];
  /** The department that a button named, of several that the reader answers for. */
  department?: string | undefined;
  /** The reader has asked for what is out of sight, and the record says so. */
  disclosed?: true | undefined;
}

/**
 * An idea as this person may see it, with all that its card needs; `found` is what they are to it (`rolesNow`). One round
 * trip's time, two where it is proposed to become a part of another, and one more where it is asked whether a department takes part.
 */
export async function viewIdea(
  deps: Deps,
  person: Person,
  idea: Idea,
  found: ReadonlySet<Role> | Promise<ReadonlySet<Role>>,
  { events = [], department, disclosed }: ViewOptions = {},
): Promise<IdeaView> {
  const readAs = Promise.resolve(found).then((roles): Onlooker => ({ ref: person.ref, roles, disclosed }));
  const [reader, beside, names, reactions, pictures, mergeInto] = await Promise.all([
    readAs,
    deps.lookUpBeside(deps, person, idea),
    namesIn(deps, idea, events),
    deps.reactions.on(idea.id, person.ref),
    readAs.then((as) => picturesOf(deps, idea, as)),
    readAs.then(({ roles }) => mergeTarget(deps, person, idea, roles)),
  ]);
  const shown = shownTo(reader, idea, names);
  const directory = deps.directory();
  const spoken = codesAsked(idea, 'takingPart', spokenFor(heldPosts(person, directory)), directory);
  // Whoever speaks for one that takes part says whether it tests, though others say whether it takes the idea in.
  const testing = isOpenTo('testToo', idea, reader.roles) ? spoken.filter((code) => idea.takingPart?.[code]) : [];
  const answersFor = [...codesAsked(idea, 'adoptions', departmentsOf(person, directory), directory), ...testing];
  const asDepartment = departmentAsked(idea, answersFor, department);
  const part = { mayTakePart: mayTakePart(idea, spoken), takesPartFor: takesPartFor(idea, spoken) };
  // They are asked for a while: few are, so that nobody else waits for it.
  const asked = part.mayTakePart !== undefined && reactions.need.mine;
  const needSince = asked ? (await deps.reactions.of(idea.id, 'need', person.ref))?.at : undefined;
  return { idea, reader, names: shown, reactions, pictures, asDepartment, ...part, needSince, mergeInto, beside };
}

/** The idea that this one is proposed to become a part of, for those who decide on either of them. Two round trips' time, none where nothing is proposed. */
async function mergeTarget(
  deps: Deps,
  person: Person,
  { proposal }: Idea,
  roles: ReadonlySet<Role>,
): Promise<IdeaView | undefined> {
  if (!proposal || !(roles.has('answerer') || roles.has('decider'))) return undefined;
  const found = await unlessUnreadable(deps.ideas.load(proposal.into));
  if (!found) return undefined;
  // Whoever answers decides there, whether as a deputy or not.
  return viewBeside(deps, person, found.idea, roles.has('answerer'));
}

/** An idea as it stands beside another. Two round trips' time. */
export async function viewBeside(deps: Deps, person: Person, idea: Idea, decides: boolean): Promise<IdeaView> {
  const reader = { ref: person.ref, roles: await rolesWith(deps, person, idea, decides) };
  return { idea, reader, names: shownTo(reader, idea, await namesIn(deps, idea)) };
}
