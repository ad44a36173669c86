import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { reactions as kinds, type Reaction, toldOf } from '../../../domain/idea/reactions.js';
import type { Person } from '../../../domain/person/person.js';
import { dayOf } from '../../../domain/time.js';
import type { Reacted } from '../../../store/idea/reactions.js';
import { type Deps, timeZoneOf } from '../../deps.js';
import type { IdeaView } from '../idea-view.js';
import { worksIn } from '../people/works-in.js';

/** A reaction as an event, which stands in no record: with what the person has written. */
export interface ReactionPress {
  idempotencyKey: string;
  event: IdeaEvent;
}

/**
 * Adds somebody's reaction, without touching the idea: once for each person and idea. Gives the event as it stands, also
 * where the same press has added it before; undefined where they had done so by another one. One round trip where it is new.
 */
export async function addReaction(
  deps: Deps,
  person: Person,
  idea: Idea,
  reaction: Reaction,
  { idempotencyKey, event }: ReactionPress,
): Promise<{ event: IdeaEvent; isNew: boolean } | undefined> {
  const { reactions, kick } = deps;
  const { at, words } = event;
  const { ref } = person;
  const department = departmentFor(deps, reaction, person);
  const where = department !== undefined && { department };
  const isNew = await reactions.add(idea.id, reaction, { person: ref, at, idempotencyKey, words, ...where }, event);
  // Also where it is there: whoever added it may have died before saying so.
  kick();
  if (isNew) return { event, isNew };
  const standing = await reactions.of(idea.id, reaction, ref);
  return standing?.idempotencyKey === idempotencyKey
    ? { event: reactionEvent(deps, idea, reaction, standing), isNew }
    : undefined;
}

/**
 * "Inte längre": somebody takes back what they have said of an idea, with the line that went with it; twice is once. False where
 * there is no such idea. Whoever follows the idea goes on following it. Where the idea has become a part of another one meanwhile, it stands there.
 */
export async function takeBackReaction(deps: Deps, { ref }: Person, id: string, reaction: Reaction): Promise<boolean> {
  const { ideas, reactions, kick } = deps;
  if (!(await ideas.load(id))) return false;
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    await reactions.take(at, reaction, ref);
    // Read after it: what has been carried before that is found where it went.
    at = kinds[reaction].goesAlong ? (await ideas.load(at))?.idea.ending?.into : undefined;
  }
  kick();
  return true;
}

/** What the reader sees when their own has just been added: it is one more than has been counted. */
export const withOwn = (
  deps: Pick<Deps, 'directory'>,
  view: IdeaView,
  reaction: Reaction,
  person: Person,
): IdeaView => {
  const { reactions } = view;
  if (!reactions) return view;
  const department = departmentFor(deps, reaction, person);
  const { count, departments = {} } = reactions[reaction];
  const where = department !== undefined && {
    departments: { ...departments, [department]: (departments[department] ?? 0) + 1 },
  };
  return { ...view, reactions: { ...reactions, [reaction]: { count: count + 1, mine: true, ...where } } };
};

/** What those whose idea it is are told of a stretch of reactions, in the words of those who have written a line; undefined where nothing is left to tell. Two round trips. */
export async function telling(
  deps: Deps,
  idea: Idea,
  reaction: Reaction,
  from: number,
): Promise<IdeaEvent | undefined> {
  const told = toldOf(await deps.reactions.tally(idea.id, reaction), from);
  if (!told) return undefined;
  const found = await Promise.all(told.newest.map((person) => deps.reactions.of(idea.id, reaction, person)));
  const there = found.filter((one) => one !== undefined);
  const [first] = there;
  const { line } = kinds[reaction];
  const said = there.flatMap(({ words, out }) => (out ? [] : (words[line] ?? [])));
  const words = said.length > 0 ? { [line]: said.join('\n') } : {};
  return first && reactionEvent(deps, idea, reaction, { ...first, words }, told.count - 1, departmentsOf(deps, there));
}

/** Where a reaction of somebody's is counted by department; undefined of one that is not. */
const departmentFor = (deps: Pick<Deps, 'directory'>, reaction: Reaction, person: Person): string | undefined =>
  kinds[reaction].byDepartment ? worksIn(deps, person) : undefined;

const departmentsOf = ({ directory }: Pick<Deps, 'directory'>, some: readonly Reacted[]): string[] => [
  ...new Set(some.flatMap(({ department }) => (department ? [directory().codeNow(department)] : []))),
];

/** A reaction as an event; it has no number in the record. */
export function reactionEvent(
  deps: Pick<Deps, 'settings'>,
  { stage, waiting, answerBy }: Idea,
  reaction: Reaction,
  { person, at, words }: Reacted,
  others = 0,
  departments: readonly string[] = [],
): IdeaEvent {
  return {
    type: kinds[reaction].event,
    seq: 0,
    at,
    day: dayOf(at, timeZoneOf(deps)),
    by: person,
    to: { stage, ...(waiting && { waiting }), ...(answerBy && { answerBy }) },
    data: { ...(others > 0 && { others }), ...(departments.length > 0 && { departments }) },
    words,
  } as IdeaEvent;
}
