import { type Found, questionIn } from '../../cards/conversation/questions/index.js';
import { parseIdeaId } from '../../domain/ids.js';
import { type Begun, ideaBegun } from '../../domain/language/begun.js';
import { meansSomething, plainWords } from '../../domain/language/phrases.js';
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
  // Nothing but signs.
  if (plainWords(text).length === 0) return { kind: 'question', question: 'unclear', sure: true };
  const language = languageAsked(text);
  if (language) return { kind: 'language', language };
  const aboutDoors = questionIn(text, ({ beforeDoors }) => beforeDoors === true);
  if (aboutDoors) return { kind: 'question', ...aboutDoors };
  const ideas = severalIn(text);
  const door = doorIn(text);
  if (door && !door.proposed && (ideas.length === 0 || door.grave)) return { kind: 'door', door };
  const begun = ideaBegun(text);
  if (begun && ideas.length === 0) return meantByBegun(text, begun);
  if (ideas.length > 0) return { kind: 'several', ideas };
  const id = idWithin(text);
  if (id) return { kind: 'mention', id, asks: isAsked(text) };
  const query = leadersAsked(text);
  if (query) return { kind: 'leader', query };
  const command = commandMeant(text);
  if (command) return { kind: 'command', command };
  const question = questionIn(text);
  if (question) return { kind: 'question', ...question };
  if (isAsked(text)) return { kind: 'unanswered' };
  if (!meansSomething(text) && plainWords(text).length < LONGEST_MURMUR)
    return { kind: 'question', question: 'unclear', sure: false };
  if (!door && isOfOneself(text)) return { kind: 'unanswered' };
  return { kind: 'idea', ...(door && { door }) };
}

/** Who has an idea gets its form, filled with what they say of it, unless it is a question about how: "… åt en kollega?". */
function meantByBegun(text: string, { about, named, asks }: Begun): Meant {
  if (about === '' || (named && !isAsked(about))) return { kind: 'form', about };
  const question = questionIn(text) ?? (isAsked(about) ? questionIn(about) : undefined);
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
