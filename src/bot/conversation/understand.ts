import { type Found, questionIn } from '../../cards/conversation/questions/index.js';
import { parseIdeaId } from '../../domain/ids.js';
import { plainWords } from '../../domain/language/phrases.js';
import { severalIn } from '../../domain/language/proposals.js';
import { isAsked, isOfOneself } from '../../domain/language/question-shape.js';
import type { Language } from '../../domain/languages.js';
import type { Door, DoorFinder } from '../../domain/organisation/doors.js';
import { type CommandMeant, commandMeant, languageAsked } from './meant.js';

/** What somebody means who has written no command. */
export type Meant =
  | { is: 'door'; door: Door }
  | { is: 'language'; language: Language }
  | { is: 'command'; command: CommandMeant }
  | { is: 'leader'; query: string }
  | { is: 'form'; about: string }
  | { is: 'mention'; id: string; asks: boolean }
  | ({ is: 'question' } & Found)
  | { is: 'several'; ideas: readonly string[] }
  /** A question without an answer here. */
  | { is: 'unanswered' }
  /** Perhaps an idea; `door`: and about something that has a channel of its own. */
  | { is: 'idea'; door?: Door };

/**
 * Reads what is no command, in the order in which a mistake would cost most: what must not wait first, then what is asked, and
 * what is left may be an idea. No storage, no service, the same answer every time.
 */
export function understand(text: string, doorIn: DoorFinder): Meant {
  // Nothing but signs.
  if (plainWords(text).length === 0) return { is: 'question', question: 'unclear', sure: true };
  const language = languageAsked(text);
  if (language) return { is: 'language', language };
  const aboutDoors = questionIn(text, ({ beforeDoors }) => beforeDoors === true);
  if (aboutDoors) return { is: 'question', ...aboutDoors };
  const ideas = severalIn(text);
  const door = doorIn(text);
  if (door && !door.proposed && ideas.length === 0) return { is: 'door', door };
  const about = ideaBegun(text);
  if (about !== undefined) return { is: 'form', about };
  if (ideas.length > 0) return { is: 'several', ideas };
  const id = idWithin(text);
  if (id) return { is: 'mention', id, asks: isAsked(text) };
  const query = leadersAsked(text);
  if (query) return { is: 'leader', query };
  const command = commandMeant(text);
  if (command) return { is: 'command', command };
  const question = questionIn(text);
  if (question) return { is: 'question', ...question };
  if (isAsked(text) || (!door && isOfOneself(text))) return { is: 'unanswered' };
  return { is: 'idea', ...(door && { door }) };
}

/** "Jag har en idé om …", in what people use for it; what follows is the idea. */
const BEGUN = new RegExp(
  [
    /^(?:(?:hej|hejsan|hallå|halla|hi|hello)\b[\s,!.]*)?/,
    /(?:(?:(?:jag|vi|i|we)(?:['’]ve)?\s+)?(?:har|have|had|got|fick|kom\s+på|kom\s+pa|vill\s+(?:lämna|lamna|skicka)(?:\s+in)?|want\s+to\s+(?:send|submit))|(?:jag|i)['’]ve(?:\s+got)?|(?:kan|får|far)\s+(?:jag|man|vi)\s+(?:skicka|lämna|lamna)(?:\s+in)?)\s+/,
    /(?:precis|just|också|ocksa|nog)?\s*(?:en|ett|an|a)\s+(?:ny|nytt|bra|new|good)?\s*(?:id[eé]a?|förslag|forslag|suggestion)(?!\p{L})[\s,.:;!?-]*/u,
    /(?:(?:om|kring|för|for|på|pa|till|som\s+gäller|som\s+galler|som\s+handlar\s+om|about|on)\s+)?/,
  ]
    .map(({ source }) => source)
    .join(''),
  'iu',
);

/** What somebody says that their idea is about who says that they have one; empty where they say no more. */
function ideaBegun(text: string): string | undefined {
  const [begun] = BEGUN.exec(text) ?? [];
  return begun === undefined ? undefined : text.slice(begun.length).trim();
}

/** "Vem är ledare för hemtjänsten?": of which department. */
const leadersAsked = (text: string): string | undefined =>
  /^(?:vem|vilka|who)(?:['’]s)?\s.*\b(?:ledare|innovationsledare|leaders?)\s+(?:för|for|på|i|hos|of|at|in)\s+(?!oss|mig|us|me\b)(.+?)[\s?!.]*$/iu.exec(
    text,
  )?.[1];

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
