import { type Found, questionIn } from '../../cards/conversation/questions/index.js';
import { parseIdeaId } from '../../domain/ids.js';
import { TypedText } from '../../domain/language/analysis/typed-text.js';
import { type Begun, ideaBegun } from '../../domain/language/begun.js';
import { meanSomething } from '../../domain/language/phrases.js';
import { isAsked, isOfOneself } from '../../domain/language/question-shape.js';
import { severalIn } from '../../domain/language/several.js';
import type { Language } from '../../domain/languages.js';
import type { Door, DoorFinder } from '../../domain/organisation/doors.js';
import { type CommandMeant, commandMeant, languageAsked } from './meant.js';

/** What somebody means who has written no command. */
export type Meant =
  | { kind: 'door'; door: Door }
  | { kind: 'language'; language: Language }
  | { kind: 'command'; command: CommandMeant }
  | { kind: 'leader'; query: string }
  | { kind: 'form'; about: string }
  | { kind: 'mention'; id: string; asks: boolean }
  | ({ kind: 'question' } & Found)
  | { kind: 'several'; ideas: readonly string[] }
  /** A question without an answer here. */
  | { kind: 'unanswered' }
  /** Perhaps an idea; `door`: and about something that has a channel of its own. */
  | { kind: 'idea'; door?: Door };

/**
 * Reads what is no command, in the order in which a mistake would cost most: what must not wait first, then what is asked, and
 * what is left may be an idea. No storage, no service, the same answer every time.
 */
export function understand(text: string, doorIn: DoorFinder): Meant {
  const read = new TypedText(text);
  // Nothing but signs.
  if (read.words.length === 0) return { kind: 'question', question: 'unclear', sure: true };
  const language = languageAsked(read);
  if (language) return { kind: 'language', language };
  const aboutDoors = questionIn(read, ({ beforeDoors }) => beforeDoors === true);
  if (aboutDoors) return { kind: 'question', ...aboutDoors };
  const ideas = severalIn(text);
  const door = doorIn(read);
  if (door && !door.proposed && (ideas.length === 0 || door.grave)) return { kind: 'door', door };
  const begun = ideaBegun(text);
  if (begun && ideas.length === 0) return meantByBegun(read, begun);
  if (ideas.length > 0) return { kind: 'several', ideas };
  const id = idWithin(text);
  if (id) return { kind: 'mention', id, asks: isAsked(read) };
  const query = leadersAsked(text);
  if (query) return { kind: 'leader', query };
  const command = commandMeant(read);
  if (command) return { kind: 'command', command };
  const question = questionIn(read);
  if (question) return { kind: 'question', ...question };
  if (isAsked(read)) return { kind: 'unanswered' };
  if (!meanSomething(read.words) && read.words.length < LONGEST_MURMUR)
    return { kind: 'question', question: 'unclear', sure: false };
  if (!door && isOfOneself(read)) return { kind: 'unanswered' };
  return { kind: 'idea', ...(door && { door }) };
}

/** Who has an idea gets its form, filled with what they say of it, unless it is a question about how: "… åt en kollega?". */
function meantByBegun(read: TypedText, { about, named, asks }: Begun): Meant {
  if (about === '' || (named && !isAsked(about))) return { kind: 'form', about };
  const question = questionIn(read) ?? (isAsked(about) ? questionIn(about) : undefined);
  if (question && !named) return { kind: 'question', ...question };
  return asks && !named ? { kind: 'unanswered' } : { kind: 'form', about };
}

/** "Vem är ledare för hemtjänsten?": of which department. */
const leadersAsked = (text: string): string | undefined =>
  /^(?:vem|vilka|who)(?:['’]s)?\s.*\b(?:ledare|innovationsledare|leaders?)\s+(?:för|for|på|i|hos|of|at|in)\s+(?!oss|mig|us|me\b)(.+?)[\s?!.]*$/iu.exec(
    text,
  )?.[1];

/** Small words alone say nothing, but for so many of them: "och en sak till" begins to. */
const LONGEST_MURMUR = 4;

/** More words are an idea that names another one. */
const LONGEST_MENTION = 20;

/** An id among other words, as cards show it: both letters and digits, so that no word is taken for one. */
function idWithin(text: string): string | undefined {
  const words = text.split(/[\s,.:;!?"'”()]+/).filter(Boolean);
  if (words.length > LONGEST_MENTION) return undefined;
  return words
    .filter((word) => /^#?[\p{L}\d]{6}$/u.test(word) && /\d/.test(word))
    .flatMap((word) => parseIdeaId(word) ?? [])[0];
}
