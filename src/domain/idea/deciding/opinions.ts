import type { PersonRef } from '../../person/person.js';
import { addDays, type Day } from '../../time.js';
import type { Idea, Who } from '../idea.js';
import type { Role } from '../people/role.js';
import type { Stage } from '../stages.js';
import type { Opinion } from './opinion.js';

/**
 * What others think of an idea before it is decided on. Those who decide ask a few; nothing waits for them, nothing passes to
 * them, and in two days it ends by itself. Nobody who is asked knows what the others have said before they have said theirs.
 */

/** As many are asked about one idea, whatever they answer: it is advice, and no vote. */
export const MOST_OPINIONS = 5;
export const OPINION_DAYS = 2;

/** Where something is decided for which it may help to ask. */
export const askedIn = ['submitted', 'exploring'] as const satisfies readonly Stage[];

type Asked = Pick<Idea, 'opinions'>;
type OpenOpinion = NonNullable<Opinion['asked']> & Pick<Opinion, 'person'>;

/** Those who are asked just now. */
export const openOpinions = ({ opinions = [] }: Asked): OpenOpinion[] =>
  opinions.flatMap(({ person, asked }) => (asked ? [{ person, ...asked }] : []));

/** What somebody is asked just now; undefined for everybody else. */
export const opinionAskedOf = (idea: Asked, person: Who): OpenOpinion | undefined =>
  openOpinions(idea).find((one) => one.person === person);

export const asksOpinions = (idea: Asked): boolean => openOpinions(idea).length > 0;

/** What has been said, in the order in which they were asked. */
export const givenOpinions = ({ opinions = [] }: Asked): Opinion[] => opinions.filter(({ view }) => view !== undefined);

/** As what somebody stands in it who is asked, or has said what they think. */
export function opinionRole(idea: Asked, person: PersonRef): Role | undefined {
  if (opinionAskedOf(idea, person)) return 'askedOpinion';
  return givenOpinions(idea).some((one) => one.person === person) ? 'gaveOpinion' : undefined;
}

/** The day on which the first of those questions is over. */
export function opinionsEndOn(idea: Asked): Day | undefined {
  const [first] = openOpinions(idea)
    .map(({ until }) => until)
    .sort();
  return first && addDays(first, 1);
}

/** Who reads what was said: those who decide, and whoever has said theirs; nobody who is still asked. */
export const readsOpinions = (roles: ReadonlySet<Role>): boolean =>
  !roles.has('askedOpinion') && (roles.has('decider') || roles.has('gaveOpinion'));

/** Whether whoever has asked decides no more: the answers are not theirs to read then. */
export const decidesNoMore = (_: Idea, roles: ReadonlySet<Role>): boolean => !roles.has('decider');

/** The idea with no more of that than this reader may know: who reads nothing of it reads of themself alone. */
export function opinionsSeenBy({ ref, roles }: { ref: PersonRef; roles: ReadonlySet<Role> }, idea: Idea): Idea {
  if (!idea.opinions || readsOpinions(roles)) return idea;
  return withOpinions(
    idea,
    idea.opinions.filter(({ person }) => person === ref),
  );
}

export function withOpinions({ opinions: _, ...idea }: Idea, opinions: readonly Opinion[]): Idea {
  return opinions.length > 0 ? { ...idea, opinions } : idea;
}

/** What was asked before a decision is over with it: what was said stays in the record, for those who decide. */
export const withoutLateOpinions = (idea: Idea): Idea =>
  idea.opinions && !askedIn.some((stage) => stage === idea.stage) ? withOpinions(idea, []) : idea;
