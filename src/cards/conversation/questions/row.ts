import type { AnswerName } from '../../../domain/organisation/organisation-schema.js';
import type { TextKey } from '../../../text/index.js';

/** Where an answer leads on. `askOffice` opens a chat with the innovation office. */
export type NextStep =
  | 'idea'
  | 'mine'
  | 'search'
  | 'leader'
  | 'week'
  | 'settings'
  | 'help'
  | 'changeDepartment'
  | 'askOffice';

/** Which of the asker's own ideas stand under an answer: the newest, those that are open, or those that have ended. */
export type OwnIdeas = 'newest' | 'open' | 'ended';

/**
 * What people ask, as one row: how they say it (domain/language/phrases.ts, both languages side by side), what is answered, and where the
 * answer leads. A new kind is a row in one of this folder's tables and a text; what people say goes into dev/audits/utterances.
 */
export interface QuestionRow {
  phrases: readonly string[];
  /** May hold `office`, `leader`, `place`, `municipality`, `days`, `moneyDays`, `limit` and the like: `factsOf` has them all. */
  answer: TextKey;
  next: NextStep;
  /** What the organisation file says of it stands in for the answer. */
  own?: AnswerName;
  ideas?: OwnIdeas;
  /** What is not about ideas is another question: no word may be left over. Else one may. */
  strict?: true;
  /** It is about the channels themselves, and so comes before them. */
  beforeDoors?: true;
}
