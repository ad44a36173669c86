import type { FieldName } from './needs.js';

/**
 * What people write, and how long it may be, in UTF-16 units. The forms state the same limits (Input.Text maxLength),
 * and one idea with its words stays far below a table entity's 64 KiB a property.
 */
export const limits = {
  title: 120,
  problem: 4000,
  solution: 4000,
  evidence: 2000,
  workplace: 200,
  question: 2000,
  answer: 4000,
  comment: 2000,
  reason: 2000,
  tryAgain: 1000,
  tried: 2000,
  lesson: 3000,
  done: 1000,
  went: 2000,
  contact: 200,
  diary: 60,
} as const;

export type WordKey = keyof typeof limits;
/** Everything that people write: words of their own, and answers to what is needed. */
export type Words = Partial<Record<WordKey | FieldName, string>>;

// Everything that changes how text is shown without being seen: controls (not tab and newline), zero-width marks and
// bidirectional overrides, which can make a text read as something else than what was written.
const INVISIBLE = /(?![\t\n])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** The text as it is kept: Unicode NFC, no invisible controls, no lone surrogates, no white space around. */
export const tidy = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').toWellFormed().normalize('NFC').trim();

/** A title made from free text: its first sentence or line, shortened at a word. */
export function titleFrom(text: string): string {
  const first = (tidy(text).split(/(?<=[.!?])\s|\n/, 1)[0] ?? '').trimEnd();
  if (first.length <= limits.title) return first;
  // The cut may go through a character that takes two units; its first half goes too.
  const cut = first.slice(0, limits.title - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limits.title / 2 ? space : cut.length).trimEnd()}…`;
}
