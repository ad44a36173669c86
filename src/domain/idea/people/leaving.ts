import type { PersonField, PersonRef } from '../../person/person.js';
import { withOpinions } from '../deciding/opinions.js';
import type { Assigned, Idea } from '../idea.js';
import { isAmong, withoutPerson } from './together.js';

/** Somebody has had their data erased. `contacts`: departments whose contact they had given. `pictures`: those that go with their words. */
export interface Leaving {
  leaver: PersonRef;
  words: 'kept' | 'erased';
  contacts: string[];
  pictures: string[];
  /** Departments of which they had written what stands there of their own way, or of what became better. */
  said?: SaidBy;
}
export type SaidBy = { readonly [K in 'ownWay' | 'better']?: readonly string[] };

/**
 * What becomes of an idea when somebody who has a part in it has their data erased. Their decisions stand, by a reference
 * that leads to nobody any more; what they were to do goes back to those who decide.
 */

/**
 * Every field of an idea that names somebody, and what becomes of the reference of one who leaves: it is taken out, or it
 * stands for what they decided, said or wrote and leads to nobody. A field that holds one person, by themself or with a task,
 * goes with them: nothing else has to be said of it. The compiler names a field that is missing here.
 */
export const namesOfLeaver: {
  readonly [K in PersonField<Idea>]: (K extends HoldsOne ? 'goes' : 'taken') | 'stands';
} = {
  // Of several who had it, the next one takes the place.
  submitter: 'stands',
  coSubmitters: 'taken',
  joined: 'taken',
  former: 'taken',
  askedColleagues: 'taken',
  saidNo: 'taken',
  tookPartBy: 'taken',
  checkedBy: 'taken',
  opinions: 'taken',
  proposal: 'taken',
  keptNames: 'taken',
  authors: 'taken',
  leader: 'goes',
  driver: 'goes',
  doer: 'goes',
  owner: 'goes',
  successor: 'goes',
  contact: 'goes',
  waiting: 'taken',
  talk: 'taken',
  replied: 'taken',
  progress: 'taken',
  question: 'stands',
  answeredBy: 'stands',
  money: 'stands',
  thankedBy: 'stands',
  formerly: 'stands',
};

/** The fields that hold one person and may be empty: an idea has a submitter as long as it is there. */
type HoldsOne = {
  [K in Exclude<PersonField<Idea>, 'submitter'>]: NonNullable<Idea[K]> extends PersonRef | Assigned ? K : never;
}[Exclude<PersonField<Idea>, 'submitter'>];

const going = (Object.keys(namesOfLeaver) as PersonField<Idea>[]).filter(
  (field): field is HoldsOne => namesOfLeaver[field] === 'goes',
);

const holds = (held: PersonRef | Assigned | undefined, person: PersonRef): boolean =>
  (typeof held === 'object' ? held.person : held) === person;

/** Whether the idea as it stands has this person in it, so that something changes when they leave. */
export const hasPart = (idea: Idea, person: PersonRef): boolean =>
  isAmong(idea, person) ||
  idea.talk?.by === person ||
  idea.talk?.with?.includes(person) === true ||
  idea.replied?.to.by === person ||
  idea.progress?.by === person ||
  Object.values(idea.checkedBy ?? {}).includes(person) ||
  (idea.opinions ?? []).some((one) => one.person === person || one.asked?.by === person) ||
  going.some((field) => holds(idea[field], person));

/** The idea without the one who has left. Of several who had it together, the next one is its submitter. */
export function withoutLeaver(idea: Idea, { leaver, words, contacts, pictures, said = {} }: Leaving): Idea {
  const rest = { ...idea };
  if (rest.talk?.by === leaver) delete rest.talk;
  if (rest.talk?.with) rest.talk = { ...rest.talk, with: rest.talk.with.filter((one) => one !== leaver) };
  if (rest.replied?.to.by === leaver) delete rest.replied;
  if (rest.progress?.by === leaver) delete rest.progress;
  if (rest.checkedBy) rest.checkedBy = withoutChecker(rest.checkedBy, leaver);
  for (const field of going) if (holds(rest[field], leaver)) delete rest[field];
  const left = withoutPerson(withoutOpinionsOf(rest, leaver), leaver);
  const { takingPart } = left;
  const unread = {
    ...left,
    adoptions: withoutSaid(withoutContacts(left.adoptions, contacts), said),
    ...(takingPart && { takingPart: withoutContacts(takingPart, contacts) }),
  };
  return words === 'erased' ? withoutWords(unread, pictures) : unread;
}

/** What they were asked about before a test is for those who decide. */
export const withoutChecker = (
  all: NonNullable<Idea['checkedBy']>,
  person: PersonRef,
): NonNullable<Idea['checkedBy']> => Object.fromEntries(Object.entries(all).filter(([, ref]) => ref !== person));

/** What they have said goes with them; of whom they have asked nobody is asked any more, and what those have said stands. */
const withoutOpinionsOf = (idea: Idea, person: PersonRef): Idea =>
  withOpinions(
    idea,
    (idea.opinions ?? []).filter((one) => one.person !== person && one.asked?.by !== person),
  );

function withoutContacts<T extends { contact?: string }>(
  all: Readonly<Record<string, T>>,
  departments: readonly string[],
): Record<string, Omit<T, 'contact'> & { contact?: string }> {
  const entries = Object.entries(all).map(([code, one]) => {
    const { contact: _, ...rest } = one;
    return [code, departments.includes(code) ? rest : one] as const;
  });
  return Object.fromEntries(entries);
}

function withoutSaid(all: Idea['adoptions'], { ownWay: ways = [], better: betters = [] }: SaidBy): Idea['adoptions'] {
  const entries = Object.entries(all).map(([code, { ownWay, better, ...rest }]) => [
    code,
    {
      ...rest,
      ...(ownWay && !ways.includes(code) && { ownWay }),
      ...(better && !betters.includes(code) && { better }),
    },
  ]);
  return Object.fromEntries(entries);
}

/** Whether the idea holds any of these words. */
export const holdsSaid = ({ adoptions }: Idea, said: SaidBy = {}): boolean =>
  (['ownWay', 'better'] as const).some((word) => said[word]?.some((code) => adoptions[code]?.[word] !== undefined));

/** The words of an idea are those of all who had it: they go with the last one. */
function withoutWords(idea: Idea, pictures: readonly string[]): Idea {
  const kept = { ...idea, pictures: idea.pictures.filter((name) => !pictures.includes(name)) };
  if (!idea.submittersLeft) return kept;
  const { workplace: _w, source: _s, ...rest } = kept;
  return { ...rest, words: { title: '', problem: '' } };
}

/** True when nobody can read the idea's words again: those whose they were have left, and had them erased. */
export const wordsAreErased = ({ words }: Pick<Idea, 'words'>): boolean => words.title === '';
