import type { Idea } from '../idea/idea.js';
import { mayNotFund } from '../idea/policy.js';
import { isOpenToEverybody } from '../idea/reading/visibility.js';
import type { PersonRef } from '../person/person.js';
import type { Posts } from '../person/posts.js';
import type { Day } from '../time.js';

/** So many ideas somebody nominates in a year, whatever is answered. */
export const MOST_NOMINATIONS = 3;
/** So long whoever had the idea can say whether they want to; then it is over by itself. */
export const ANSWER_DAYS = 14;
/** Why, in two to four sentences. */
export const LONGEST_WHY = 600;

/** An idea that somebody has nominated for the municipality's award. */
export interface Nomination {
  idea: string;
  /** The key of the press that made it. */
  name: string;
  by: PersonRef;
  /** Who had the idea, and is asked first. */
  asked: PersonRef;
  /** Code of its class. */
  class: string;
  why: string;
  on: Day;
  until: Day;
  /** They have said yes. Of a no nothing is kept. */
  yes?: true;
}

/** Of which calendar year it is. */
export const yearOf = ({ on }: Pick<Nomination, 'on'>): string => on.slice(0, 4);

/** What is used, or has ended with something learned, in words that everybody may read, and has somebody who can be asked. */
export const canBeNominated = (idea: Idea): boolean =>
  (idea.stage === 'inUse' || (idea.stage === 'closed' && idea.ending?.lesson !== undefined)) &&
  isOpenToEverybody(idea) &&
  !idea.submittersLeft;

/** Who leads, stands in or manages somewhere, and the innovation office; never what they had or worked on themselves. `refs`: all that are theirs, or may be. */
export const mayNominate = (
  refs: readonly PersonRef[],
  { leads, deputises, manages, office }: Pick<Posts, 'leads' | 'deputises' | 'manages' | 'office'>,
  idea: Idea,
): boolean =>
  canBeNominated(idea) &&
  (office || leads.length + deputises.length + manages.length > 0) &&
  !refs.some((ref) => mayNotFund(ref, idea));

/** Whether it waits for the answer of whoever had the idea. */
export const isAskedNow = ({ yes, until }: Pick<Nomination, 'yes' | 'until'>, today: Day): boolean =>
  yes === undefined && today <= until;
