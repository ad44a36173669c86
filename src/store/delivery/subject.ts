import type { Month } from '../../domain/figures/months.js';
import type { CardName, EventName, RecordName } from '../../domain/record.js';
import type { Day, Week } from '../../domain/time.js';

/** What a message is about. The card itself is drawn when it is sent, from what is true then. */
export type Subject =
  /**
   * Tells of an event, to somebody whom it concerns: `as` what, the kind of record says; `together`: and of these of the same
   * record, each with its own `as` (told-together.ts), of which an earlier version tells the newest.
   */
  | ({ kind: 'notice'; as: string; together?: string } & EventName)
  /** Tells of what several have said of a record by a press, which the kind of record names; `from`: of those who came after so many. */
  | ({ kind: 'reactions'; as: string; reaction: string; from: number } & RecordName)
  /** Draws a card anew where it stands, because of this event or an earlier one; `card`: another card than the record's own (shown.ts). */
  | ({ kind: 'update'; conversation: string; activity: string; card?: CardName } & EventName)
  /** All that is new in one card a day. */
  | ({ kind: 'daily' } & DayCard)
  /** What somebody did is stored, and the answer that says so could not be shown: a record's event, or something else. */
  | ({ kind: 'receipt' } & Partial<EventName>)
  /** A file that somebody has asked for is there: asks whether they want it. */
  | { kind: 'file'; token: string }
  /** The first card of all, or that of a new post. */
  | { kind: 'welcome' }
  /** Somebody can be written to, for the first time or again: what waited for them is owed. No message of its own. */
  | { kind: 'arrival' }
  /** What somebody missed while they could not be written to, in one card: these records, their labels with blanks between. */
  | { kind: 'catchUp'; records: string }
  /** `month`: it is the first week to be told since that month was over. */
  | { kind: 'digest'; week: Week; month?: Month }
  /** Tells somebody of a thing that is no record: a department of theirs, or an account. */
  | { kind: 'note'; note: NoteName; about: string };

/** A person's day card. */
export interface DayCard {
  /** It tells of what was gathered for it. Absent in rows of an earlier version, which told of all that waits. */
  gathers?: true;
  /** Where it stands, once it has been posted, and on which day that was: from then on it is drawn anew in its place. */
  activity?: string;
  conversation?: string;
  postedOn?: Day;
  /** What it tells from elsewhere: the id of an idea and of the one that it is like, with a blank between. */
  elsewhere?: string;
  /** What it tells that may fit its reader's department: at most two such pairs. */
  fits?: string;
}

/** What a note is of; `about`: a department's code, a place, a reference, the hash of a file, a post's name, a draft's, a source's, a question's, or a day. */
export type NoteName =
  | 'capability'
  | 'thinIdeas'
  | 'thinMoney'
  | 'movedOn'
  | 'account'
  | 'moved'
  | 'organisationFault'
  | 'postCame'
  | 'postLeft'
  | 'departmentMerged'
  | 'unitsMoved'
  | 'ideaAsked'
  | 'askEnded'
  | 'workplace'
  | 'staffLoss'
  | 'changeAsked'
  | 'awaySet'
  | 'postsRight'
  | 'unknownNames'
  | 'postProposed'
  | 'nomination'
  | 'help'
  | 'sharing'
  | 'proposalEnded'
  | 'toRegister';
