import { MOST_IN_TITLE } from '../language/tidy.js';
import { LONGEST_MESSAGE_LINK } from './content/source.js';
import type { FieldName } from './fields.js';

/**
 * What people write, and how long it may be, in UTF-16 units. The forms state the same limits (Input.Text maxLength),
 * and one idea with its words stays far below a table entity's 64 KiB a property.
 */
export const limits = {
  title: MOST_IN_TITLE,
  problem: 4000,
  solution: 4000,
  evidence: 2000,
  workplace: 200,
  source: LONGEST_MESSAGE_LINK,
  question: 2000,
  answer: 4000,
  comment: 2000,
  progress: 300,
  opinion: 300,
  thanks: 300,
  need: 500,
  reason: 2000,
  tryAgain: 1000,
  tried: 2000,
  lesson: 3000,
  done: 1000,
  went: 2000,
  contact: 200,
  diary: 60,
  taker: 200,
  coreSame: 400,
  coreOwn: 400,
  coreFirst: 400,
  ownWay: 500,
  better: 800,
} as const;

export type WordKey = keyof typeof limits;
/** Everything that people write: words of their own, and answers to what is needed. */
export type Words = Partial<Record<WordKey | FieldName, string>>;
