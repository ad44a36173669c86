import { isDecision } from '../../domain/idea/deciding/decisions.js';
import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { everybodyIn, type Role } from '../../domain/idea/policy.js';
import { maySeePictures, type Onlooker } from '../../domain/idea/reading/visibility.js';
import { seesEvent } from '../../domain/idea/reading/words-of-events.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import type { Deps } from '../deps.js';
import type { IdeaView } from '../idea/idea-view.js';
import { namesFor, shownTo } from '../idea/people/names.js';
import { type SaidBeside, saidBeside } from './said-beside.js';

/**
 * Which copy of a record it is. `whole`: all that is kept, for whoever answers for the record and for the archive. `masked`:
 * what anybody in the municipality may read of it, without hidden words, kept names and what is only for some.
 */
export const recordCopies = ['whole', 'masked'] as const;
export type RecordCopy = (typeof recordCopies)[number];

/** All that is kept of one idea, as one copy of it shows that. */
export interface IdeaRecord {
  copy: RecordCopy;
  /** When it was read: what happens after that is not in it. */
  at: Instant;
  /** The idea as it stands, with all that happened to it and to its adoptions, the oldest first, and all names in it. */
  view: IdeaView & { history: readonly IdeaEvent[] };
  /** Everybody whom its events name, as far as this copy tells of it, in the order in which they come. */
  refs: readonly PersonRef[];
  /** What stands beside all that, in the order in which it was said. A masked copy has none of it: it is told to a few alone. */
  said: readonly SaidBeside[];
  /** How many events there are, also of those that no copy shows. */
  happened: number;
  /** Its pictures that this copy may show, without those that are gone. */
  pictures: readonly RecordPicture[];
  /** The names of those that it should have and that could not be found. */
  lacks: readonly string[];
}

export interface RecordPicture {
  name: string;
  /** "image/jpeg". */
  type: string;
  bytes: Uint8Array;
}

/** Nobody has this reference: a copy is read by no person, and nothing in it is somebody's own. */
const NOBODY = '';
const readers: Readonly<Record<RecordCopy, Onlooker>> = {
  whole: { ref: NOBODY, roles: new Set<Role>(['reader', 'decider', 'registrar']), disclosed: true },
  masked: { ref: NOBODY, roles: new Set<Role>(['reader']) },
};

/** The same for somebody who is asked what they think of the idea: they learn of no other's answer before they have given theirs. */
const readerOf = (copy: RecordCopy, asked: boolean): Onlooker => {
  const { roles, ...reader } = readers[copy];
  return { ...reader, roles: asked ? new Set<Role>([...roles, 'askedOpinion']) : roles };
};

/** So many names are read at a time. */
const NAMES_AT_ONCE = 50;

/**
 * The record of one idea; undefined where there is none. For what is made outside of turns: some four round trips, and more for
 * each thousand events, each fifty people and each picture. `most`: so many names are read, those of deciders first, and the
 * others stand by their roles. `lines`: of so many presses what was written with them. `asked`: it is for somebody who is asked
 * what they think of it.
 */
export async function recordOf(
  deps: Pick<Deps, 'ideas' | 'people' | 'pictures' | 'reactions' | 'nominations' | 'now'>,
  id: string,
  copy: RecordCopy,
  { most = Number.POSITIVE_INFINITY, lines, asked = false }: { most?: number; lines?: number; asked?: boolean } = {},
): Promise<IdeaRecord | undefined> {
  const at = deps.now();
  const [stored, events, reactions, said] = await Promise.all([
    deps.ideas.load(id),
    deps.ideas.history(id),
    deps.reactions.on(id, NOBODY),
    copy === 'whole' ? saidBeside(deps, id, lines) : [],
  ]);
  if (!stored) return undefined;
  const { idea } = stored;
  const names = await allNames(deps, decidersFirst(idea, events).slice(0, most));
  const pictures = maySeePictures(readers[copy], idea) ? await picturesOf(deps, idea) : [];
  return recordCopy(copy, { at, idea, events, names, reactions, said, pictures, asked });
}

/** All that is kept of an idea, before it is known who is to read it. */
export interface FoundRecord {
  at: Instant;
  idea: Idea;
  /** The oldest first, with what was said. */
  events: readonly IdeaEvent[];
  /** Of those who have left, by `deciderKey`. */
  names: ReadonlyMap<PersonRef, string>;
  reactions?: IdeaView['reactions'];
  said?: readonly SaidBeside[];
  pictures: readonly RecordPicture[];
  asked?: boolean;
}

/** One copy of what is kept of an idea. Pure. */
export function recordCopy(copy: RecordCopy, found: FoundRecord): IdeaRecord {
  const { at, idea, events, names, reactions, said = [], pictures, asked = false } = found;
  const reader = readerOf(copy, asked);
  const history = events.filter((event) => seesEvent(reader, event));
  const shown = maySeePictures(reader, idea) ? pictures : [];
  return {
    ...{ copy, at },
    view: { idea, reader, names: shownTo(reader, idea, names), reactions, history },
    refs: onceEach(history.flatMap(personsIn)),
    happened: events.length,
    said: copy === 'whole' ? said : [],
    pictures: shown,
    lacks: maySeePictures(reader, idea) ? idea.pictures.filter((one) => !shown.some(({ name }) => name === one)) : [],
  };
}

async function picturesOf({ pictures }: Pick<Deps, 'pictures'>, idea: Idea): Promise<RecordPicture[]> {
  const found: RecordPicture[] = [];
  for (const name of idea.pictures) {
    const picture = await pictures.get(name);
    if (picture) found.push({ name, ...picture });
  }
  return found;
}

/** Everybody whom the idea or its events name, once each, in the order in which they come: whose names a copy may need. */
function namedIn(idea: Idea, events: readonly IdeaEvent[]): PersonRef[] {
  const { leader, driver, doer, owner, successor, contact, askedColleagues = [], checkedBy = {}, opinions = [] } = idea;
  const all = [
    ...everybodyIn(idea),
    ...events.flatMap(personsIn),
    ...[leader, contact, ...[driver, doer, owner, successor].map((who) => who?.person)],
    ...Object.values(checkedBy),
    ...opinions.map(({ person }) => person),
    ...askedColleagues.flatMap(({ person, by }) => [person, by]),
    ...idea.thankedBy,
  ];
  return onceEach(all);
}

const onceEach = (all: readonly (PersonRef | 'clock' | undefined)[]): PersonRef[] => [
  ...new Set(all.flatMap((ref) => (ref === undefined || ref === 'clock' ? [] : [ref]))),
];

/** The same, those who have decided something before the others. */
function decidersFirst(idea: Idea, events: readonly IdeaEvent[]): PersonRef[] {
  const decided = new Set<string>(events.filter(isDecision).map(({ by }) => by));
  const all = namedIn(idea, events);
  return [...all.filter((ref) => decided.has(ref)), ...all.filter((ref) => !decided.has(ref))];
}

/** Who did it, and everybody whom its data names and people are told of. */
function personsIn(event: IdeaEvent): (PersonRef | 'clock')[] {
  const data = event.data as Readonly<Record<string, PersonRef | readonly PersonRef[] | undefined>>;
  const { persons = {}, untold = {} } = meaningOf(event);
  const told = Object.keys(persons).filter((field) => !Object.hasOwn(untold, field));
  return [event.by, ...told.flatMap((field) => data[field] ?? [])];
}

/** Their names; of somebody who has left that at their decisions alone. */
async function allNames(deps: Pick<Deps, 'people'>, refs: readonly PersonRef[]): Promise<Map<PersonRef, string>> {
  const names = new Map<PersonRef, string>();
  for (let from = 0; from < refs.length; from += NAMES_AT_ONCE) {
    const some = await namesFor(deps, refs.slice(from, from + NAMES_AT_ONCE));
    for (const [ref, name] of some) names.set(ref, name);
  }
  return names;
}
