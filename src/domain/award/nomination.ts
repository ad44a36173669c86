import type { Idea } from '../idea/idea.js';
import { mayNotFund } from '../idea/policy.js';
import { isOpenToEverybody } from '../idea/reading/visibility.js';
import { type Calendar, openDay } from '../organisation/calendar/calendar.js';
import type { PersonRef } from '../person/person.js';
import type { Posts } from '../person/posts.js';
import { addDays, type Day, yearAndLast } from '../time.js';

/** So many ideas somebody nominates in a year, whatever is answered. */
export const MOST_NOMINATIONS = 3;
/** So long whoever had the idea can say whether they want to; then it is over by itself. */
const ANSWER_DAYS = 14;
/** Why, in two to four sentences. */
export const LONGEST_WHY = 600;

/** An idea that somebody has nominated for the municipality's award. */
export interface Nomination {
  idea: string;
  /** The key of the press that made it. */
  name: string;
  by: PersonRef;
  /** In which post they did; absent of one from before that was noted. */
  as?: NominatorPost;
  /** Who had the idea, and is asked first. */
  asked: PersonRef;
  /** Code of its class. */
  class: string;
  why: string;
  on: Day;
  /** Counted from the day on which they are asked. */
  until: Day;
  /** They have said yes. */
  yes?: true;
  /** They have said no, or taken their yes back: it goes when those who wait for the answer have been told. */
  no?: true;
}

/** In which post somebody nominates, which is told of them instead of their name. */
export const nominatorPosts = ['leader', 'manager', 'office'] as const;
export type NominatorPost = (typeof nominatorPosts)[number];

export const nominatorPost = ({ leads, deputises, manages }: Pick<Posts, 'leads' | 'deputises' | 'manages'>) =>
  leads.length + deputises.length > 0 ? 'leader' : manages.length > 0 ? 'manager' : 'office';

/** Of which calendar years what is nominated can be had, the one that is shown by itself first: until the end of March the office still gives awards for the last. */
export function nominationYears(today: Day): readonly [string, string] {
  const [now, before] = yearAndLast(today);
  return today.slice(5, 7) <= LAST_MONTH_OF_BEFORE ? [before, now] : [now, before];
}
const LAST_MONTH_OF_BEFORE = '03';

/** Until when somebody who is asked on a day can answer. */
export const answerUntil = (asked: Day, calendar: Calendar): Day => openDay(addDays(asked, ANSWER_DAYS), calendar);

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
export const isAskedNow = ({ yes, no, until }: Pick<Nomination, 'yes' | 'no' | 'until'>, today: Day): boolean =>
  yes === undefined && no === undefined && today <= until;
