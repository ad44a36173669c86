import { isDecision } from '../deciding/decisions.js';
import type { IdeaEvent } from '../events.js';
import type { Idea } from '../idea.js';
import type { Words } from '../words.js';
import { isForThem, isOutOfSight, isSpokenTo, type Onlooker } from './visibility.js';

const isSaid = (event: IdeaEvent): boolean => event.type === 'asked' || isDecision(event);

/** Whether an event itself is for this reader: that somebody has said something about a text, or has read a hidden one, is not for all. */
export function seesEvent(reader: Onlooker, { type, by }: IdeaEvent): boolean {
  const answers = reader.roles.has('decider') || reader.roles.has('registrar') || by === reader.ref;
  if (type === 'reported' || type === 'reportAnswered') return answers;
  return type !== 'hiddenRead' || answers || reader.roles.has('submitter');
}

/** What was said with an event, as far as this reader may read it; a comment as its writer has changed it since. */
export function wordsSeenBy(reader: Onlooker, idea: Idea, event: IdeaEvent): Words {
  if (reader.disclosed) return event.words;
  // What a comment said before it was changed or is now called is nobody's but the record's.
  if (event.type === 'commentEdited') return {};
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
function writersOf({ type, data, by }: IdeaEvent): readonly string[] {
  if (type === 'submitted') return [by, data.submitter, ...data.coSubmitters];
  return type === 'edited' ? [by, ...(data.authors ?? [])] : [by];
}
