import type { PersonRef } from '../../person/person.js';
import { opinionsSeenBy } from '../deciding/opinions.js';
import { type FieldName, fields } from '../fields.js';
import type { Idea, Who } from '../idea.js';
import { isSubmitter, keptNamesOf, type Role } from '../policy.js';

/**
 * Who may read the words of an idea: the one rule that everything that shows words goes through. Words are judged by who
 * wrote them when they were written; whoever comes to an idea later gains nothing by it.
 */
export interface Onlooker {
  ref: PersonRef;
  roles: ReadonlySet<Role>;
  /** They have asked for what is out of sight, may read it, and the record says that they did. */
  disclosed?: true | undefined;
}

/** Those who may read an idea before its innovation leader has. */
const readsFirst: readonly Role[] = [
  ...([
    'submitter',
    'decider',
    'office',
    'registrar',
    'funder',
    'driver',
    'doer',
    'owner',
    'successor',
    'askedSuccessor',
    'checker',
    'askedOpinion',
    'gaveOpinion',
    'invitee',
    'answerer',
  ] as const),
];

/** Out of sight for everybody but each writer: hidden by those who decide, or taken back by those whose idea it is. */
export const isTakenAway = ({ hidden, withheld }: Pick<Idea, 'hidden' | 'withheld'>): boolean =>
  hidden || withheld === true;

/** Whether the words of the idea as a whole are out of sight for this reader, but for those that they wrote themselves. */
export const isOutOfSight = (idea: Idea, reader: Onlooker): boolean =>
  !reader.disclosed &&
  (isTakenAway(idea) || (idea.unread === true && !readsFirst.some((role) => reader.roles.has(role))));

/**
 * Whether everybody in the municipality may read the idea's words: then it can be found by them. One that is withdrawn is found by
 * nobody, and one that has become a part of another is found by that one.
 */
export const isOpenToEverybody = (idea: Pick<Idea, 'hidden' | 'withheld' | 'unread' | 'stage' | 'ending'>): boolean =>
  !isTakenAway(idea) && idea.unread !== true && idea.stage !== 'withdrawn' && idea.ending?.into === undefined;

/** Whether there is anything that this reader may ask to read: those who decide, and the registrar. */
export const mayDisclose = (idea: Idea, roles: ReadonlySet<Role>): boolean =>
  (roles.has('decider') || roles.has('registrar')) &&
  (isTakenAway(idea) || idea.commentsOut === true || hasPicturesAway(idea));

/**
 * Whether a whole copy of the record tells this reader what no card does: lines that have been taken out of sight, and to the
 * registrar, who answers for the record and decides nothing, names that are kept.
 */
export const learnsFromWhole = (idea: Idea, roles: ReadonlySet<Role>): boolean =>
  ((roles.has('decider') || roles.has('registrar')) && idea.linesOut === true) ||
  (roles.has('registrar') && !roles.has('decider') && idea.confidential && keptNamesOf(idea).length > 0);

/**
 * Those who wrote the idea's own words and still have it. Rows from before this was kept: those whose idea it is, or the first of them where
 * others have come with ideas of their own.
 */
export const authorsOf = (idea: Idea): readonly PersonRef[] => {
  if (idea.authors) return idea.authors.filter((author) => isSubmitter(author, idea));
  if (idea.submittersLeft) return [];
  return idea.gathered ? [idea.submitter] : [idea.submitter, ...idea.coSubmitters];
};

/** Those whose words the idea's are once one of them has written them anew: not those who have gone. */
export const authorsAfterEdit = (idea: Idea, by: PersonRef): PersonRef[] => [...new Set([by, ...authorsOf(idea)])];

/** Whether this reader may read the idea's own words: title, problem, solution, evidence and workplace. */
export const mayReadWords = (reader: Onlooker, idea: Idea): boolean =>
  !isOutOfSight(idea, reader) || authorsOf(idea).includes(reader.ref);

/** Whether this reader may read what has been written in one answer to what is needed. Choices, days and sums are no words. */
export const mayReadAnswer = (reader: Onlooker, idea: Idea, field: FieldName): boolean =>
  fields[field].kind !== 'text' || !isOutOfSight(idea, reader) || idea.answeredBy?.[field] === reader.ref;

/**
 * Whether pictures of the idea may be given to whoever holds an address of one, which says nothing of its reader: gone at
 * once when the idea is hidden or withdrawn. An address is made for those only who may see them.
 */
export const picturesArePublic = (idea: Pick<Idea, 'hidden' | 'withheld' | 'stage'>): boolean =>
  !isTakenAway(idea) && idea.stage !== 'withdrawn';

/** Whether it has pictures that are public to none. */
export const hasPicturesAway = (idea: Pick<Idea, 'hidden' | 'withheld' | 'stage' | 'pictures'>): boolean =>
  idea.pictures.length > 0 && !picturesArePublic(idea);

/**
 * Whether this reader may see the idea's pictures: where they are public to none, whoever reads what is hidden, and of an
 * idea that is only withdrawn those whose it is.
 */
export const maySeePictures = (reader: Onlooker, idea: Idea): boolean => {
  if (picturesArePublic(idea)) return !isOutOfSight(idea, reader);
  return reader.disclosed === true || (!isTakenAway(idea) && isSubmitter(reader.ref, idea));
};

/**
 * The idea as this reader may see it: in the place of every text that they may not read stands `instead`, so that no view
 * can show what it should not. All else is as it is.
 */
export function asSeenBy(reader: Onlooker, whole: Idea, instead: string): Idea {
  const idea = opinionsSeenBy(reader, whole);
  if (!isOutOfSight(idea, reader)) return idea;
  const texts = <T extends object>(part: T, ...keys: (keyof T)[]): T => ({
    ...part,
    ...Object.fromEntries(keys.flatMap((key) => (part[key] ? [[key, instead]] : []))),
  });
  const own = (by: unknown): boolean => by === reader.ref;
  const { workplace, source, question, talk, replied, progress, proposal, money, earlierNo, ending } = idea;
  const { takingPart, checks, opinions, core } = idea;
  const wrote = authorsOf(idea).includes(reader.ref);
  return {
    ...idea,
    ...(!wrote && { words: texts(idea.words, 'title', 'problem', 'solution', 'evidence') }),
    ...(!wrote && workplace && { workplace: instead }),
    ...(!wrote && source && { source: instead }),
    ...(idea.diary && { diary: instead }),
    answers: Object.fromEntries(
      Object.entries(idea.answers).map(([field, text]) => [
        field,
        mayReadAnswer(reader, idea, field as FieldName) ? text : instead,
      ]),
    ),
    ...(question && !own(question.by) && !isForThem(reader, idea, question) && { question: texts(question, 'text') }),
    ...(talk && !own(talk.by) && { talk: texts(talk, 'text') }),
    ...(replied && !own(replied.to.by) && { replied: { ...replied, to: texts(replied.to, 'text') } }),
    ...(progress && !own(progress.by) && { progress: texts(progress, 'text') }),
    ...(proposal && !own(proposal.by) && { proposal: texts(proposal, 'reason') }),
    // Who wrote these, the history tells: it gives each their own.
    ...(money && { money: texts(money, 'diary') }),
    ...(earlierNo && {
      earlierNo: Object.fromEntries(
        Object.entries(earlierNo).map(([what, no]) => [what, isForThem(reader, idea, no) ? no : texts(no, 'reason')]),
      ),
    }),
    ...(ending && { ending: texts(ending, 'done', 'reason', 'tryAgain', 'tried', 'lesson') }),
    ...(checks && {
      checks: Object.fromEntries(Object.entries(checks).map(([name, one]) => [name, texts(one, 'line')])),
    }),
    ...(opinions && { opinions: opinions.map((one) => (own(one.person) ? one : texts(one, 'line'))) }),
    ...(takingPart && {
      takingPart: Object.fromEntries(Object.entries(takingPart).map(([code, one]) => [code, texts(one, 'contact')])),
    }),
    ...(core && { core: texts(core, 'same', 'own', 'first') }),
    adoptions: Object.fromEntries(
      Object.entries(idea.adoptions).map(([code, adoption]) => [
        code,
        texts(adoption, 'contact', 'reason', 'ownWay', 'better'),
      ]),
    ),
  };
}

/** Those to whom a question or a decision is said: it asks something of them, or tells them why. */
const spokenTo: readonly Role[] = ['submitter', 'driver', 'doer', 'owner'];

/** Whether a question or a decision was said to them when the idea was hidden already: they need it, and who said it knew. */
export const isForThem = (reader: Onlooker, { hiddenSince }: Idea, { seq = 0 }: { seq?: number }): boolean =>
  hiddenSince !== undefined && seq > hiddenSince && isSpokenTo(reader);

export const isSpokenTo = ({ roles }: Onlooker): boolean => spokenTo.some((role) => roles.has(role));

/** Whether this reader answers for the record of what somebody did, or is the one who did it. */
export const answersForRecord = (reader: Onlooker, by: Who): boolean =>
  reader.roles.has('decider') || reader.roles.has('registrar') || by === reader.ref;
