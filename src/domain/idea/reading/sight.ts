import type { PersonRef } from '../../person/person.js';
import type { FieldName } from '../fields.js';

/** What stands in an idea of who wrote what, and of what is out of sight (visibility.ts says for whom). */
export interface Sight {
  /** Who wrote each of the answers. */
  answeredBy?: Partial<Record<FieldName, PersonRef>>;
  /** Who wrote the words: those who had the idea then. */
  authors?: PersonRef[];
  /** A leader has taken the words out of sight, by this event. */
  hidden: boolean;
  hiddenSince?: number;
  /** Those whose idea it is have withdrawn it, and its words with it. */
  withheld?: true;
  /** Its department reads ideas before others do, and has not read this one. */
  unread?: true;
  /** Comments have been hidden, removed or changed: there is something that only the record tells. */
  commentsOut?: true;
  /** Lines of those who have the same problem have been hidden. */
  linesOut?: true;
  /** Somebody has said something about the text, and has no answer yet: the number of that event. */
  report?: number;
}

/** What has become of a comment since it was written: what it says now, and whether it is out of sight. */
export interface Since {
  comment?: string;
  out?: 'hidden' | 'removed' | undefined;
}
