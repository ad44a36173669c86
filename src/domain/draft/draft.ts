import type { Words } from '../idea/words.js';
import type { EntraIdentity, PersonRef } from '../person/person.js';
import { type Instant, instantOf, millisecondsOf } from '../time.js';

/**
 * What somebody has written for an idea and not sent in. It is nobody else's business, and ends by itself. What they wrote in a chat, and another wants sent in,
 * is one too: theirs, and the other has one without words that says that they have asked.
 */
export interface KeptDraft {
  /** Whose words they are. */
  person: PersonRef;
  /** The operation that sends it in: sent twice it is one idea. */
  name: string;
  words: Words;
  confidential: boolean;
  /** Code of the department that they chose; absent where theirs was known. */
  department?: string;
  /** A stored picture that goes along. */
  picture?: string;
  /** The challenge that it answers, by its id. */
  challenge?: string;
  at: Instant;
  /** After that it goes. */
  until: Instant;
  /** Who wants it sent in, where that is somebody else: whose words it holds is asked. */
  by?: PersonRef;
  /** The question is owed to them. */
  told?: true;
  /** They have said yes or no: its words are gone, and it stands so that nobody asks them again. */
  answered?: true;
  /** Who is asked, in that of whoever asks. */
  of?: PersonRef;
  /** Who is asked, where the bot had not met them: what stands of them goes with the question. */
  unmet?: EntraIdentity;
}

/** So many days what was written is kept, and a question whether it is to be sent in. */
export const DRAFT_DAYS = 30;
export const ASKED_DAYS = 14;

/** A question that its reader has not answered. */
export const isAsked = ({ by, answered }: KeptDraft): boolean => by !== undefined && !answered;

/** Something that the person can send in. */
export const isSendable = ({ of, answered }: KeptDraft): boolean => of === undefined && !answered;

/** When something is to be done about it: a question is owed at once. */
export const dueOf = ({ by, told, at, until }: KeptDraft): Instant => (by !== undefined && !told ? at : until);

const DAY_MS = 86_400_000;

/** When something that is kept for so many days ends. */
export const endOf = (at: Instant, days: number): Instant => instantOf(millisecondsOf(at) + days * DAY_MS);
