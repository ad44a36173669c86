import { type IdeaEvent, meaningOf } from '../events.js';
import type { Idea, Who } from '../idea.js';
import type { Words } from '../words.js';
import { isForThem, isOutOfSight, isSpokenTo, type Onlooker } from './visibility.js';

/** Whether its words are said to those who have the idea or do the work. */
function isSaid(event: IdeaEvent): boolean {
  const { said, decision } = meaningOf(event);
  return said === true || decision === true;
}

/** Whether an event itself is for this reader: that somebody has said something about a text, or has read a hidden one, is not for all. */
export const seesEvent = (reader: Onlooker, event: IdeaEvent): boolean =>
  meaningOf(event).seenBy?.(reader, event) ?? true;

/** What was said with an event, as far as this reader may read it; a comment as its writer has changed it since. */
export function wordsSeenBy(reader: Onlooker, idea: Idea, event: IdeaEvent): Words {
  if (reader.disclosed) return event.words;
  // What a comment said before it was changed or is now called is nobody's but the record's.
  if (meaningOf(event).readInRecord) return {};
  const { out, comment } = event.since ?? {};
  const mine =
    writersOf(event).some((ref) => (idea.formerly?.[ref] ?? ref) === reader.ref) ||
    (isSaid(event) && isForThem(reader, idea, event));
  if (out === 'removed' || (!mine && (out !== undefined || isOutOfSight(idea, reader)))) return {};
  return comment === undefined ? event.words : { ...event.words, comment };
}

/** What is this reader's to take along of an event: what they have said, and a question or a decision that was said to them. */
export const wordsFor = (reader: Onlooker, idea: Idea, event: IdeaEvent): Words =>
  wordsSeenBy(reader, isSaid(event) && isSpokenTo(reader) ? idea : { ...idea, hidden: true }, event);

/** Whose the words of an event are: of those who had the idea then, or of the one who did it. */
const writersOf = (event: IdeaEvent): readonly Who[] => [event.by, ...(meaningOf(event).writers?.(event) ?? [])];
