import { parseIdeaId } from '../../domain/ids.js';
import { nearlySame, plain } from '../../domain/language/spelling.js';
import { type WrittenCommand, wordsOf, writtenCommands } from '../../domain/language/written-commands.js';

/** What a written message asks for. */
export type ParsedCommand =
  | { command: 'idea' | 'leader' | 'week'; rest: string }
  | { command: 'search'; rest: string; lessons: boolean }
  | { command: 'methods'; support: boolean }
  | {
      command:
        | 'mine'
        | 'queue'
        | 'day'
        | 'settings'
        | 'myData'
        | 'eraseMe'
        | 'help'
        | 'thanks'
        | 'existing'
        | 'challenges'
        | 'obstacles'
        | 'overview';
    }
  | { command: 'open' | 'why'; id: string }
  | { command: 'status' }
  | { command: 'text'; text: string };

interface CommandSpelling {
  command: WrittenCommand;
  words: string[];
  rest: boolean;
}
/** Longest first, so that "min innovationsledare" is not "min" and something. */
const spellings: CommandSpelling[] = (Object.keys(writtenCommands) as WrittenCommand[])
  .flatMap((command) =>
    wordsOf(command).map((text) => ({
      command,
      words: plain(text).split(' '),
      rest: writtenCommands[command].rest === true,
    })),
  )
  .sort((a, b) => b.words.length - a.words.length);

const singleWords = (command: WrittenCommand): ReadonlySet<string> =>
  new Set(
    wordsOf(command)
      .map(plain)
      .filter((words) => !words.includes(' ')),
  );
/** Thanks and greetings are said twice and together: "hej hej", "toppen, tack". */
const smallWords = { thanks: singleWords('thanks'), help: singleWords('help') };

/**
 * Reads a message: any case, å/ä/ö or not, a small typing mistake in words of five letters and more. A message that only
 * begins like a command is one where something may follow ("ledare hemtjänst"); "Idén är bra" is not.
 */
export function readMessage(message: string): ParsedCommand {
  const text = message.trim();
  const written = plain(text).split(' ').filter(Boolean);
  if (written.length === 0) return isOnlyEmoji(text) ? { command: 'thanks' } : { command: 'text', text };
  const id = writtenId(text);
  if (id) return { command: 'open', id };
  for (const same of [exactly, nearly]) {
    const match = spellings.find((spelling) => begins(written, spelling, same));
    if (match) return asked(match, text, written);
  }
  const smallTalk = (['thanks', 'help'] as const).find((one) => written.every((word) => smallWords[one].has(word)));
  return smallTalk ? { command: smallTalk } : { command: 'text', text };
}

const exactly = (one: string, other: string) => one === other;
const nearly = (one: string, other: string) =>
  one === other || (other.length >= 5 && one.length >= 4 && nearlySame(one, other));

const begins = (
  written: string[],
  { words, rest }: CommandSpelling,
  same: (one: string, other: string) => boolean,
): boolean =>
  (rest ? written.length >= words.length : written.length === words.length) &&
  words.every((word, i) => same(written[i] ?? '', word));

function asked({ command, words }: CommandSpelling, text: string, written: string[]): ParsedCommand {
  const rest = afterWords(text, words.length);
  switch (command) {
    case 'idea':
      // Words without a colon or line after them may just be a sentence about an idea.
      return written.length === words.length || startsIdea(text) ? { command, rest } : { command: 'text', text };
    case 'why': {
      const id = idIn(rest);
      if (id) return { command, id };
      // The word alone asks for an idea too; a sentence that begins with it is one.
      return rest === '' ? { command: 'status' } : { command: 'text', text };
    }
    case 'status': {
      const id = idIn(rest);
      if (id) return { command: 'open', id };
      return rest && written.length > 3 ? { command: 'text', text } : { command: 'status' };
    }
    case 'week':
      return rest === '' || WEEK.test(rest) ? { command, rest } : { command: 'text', text };
    case 'search':
      return isSought(words, written, text)
        ? { command, rest, lessons: LESSONS.has(words[0] ?? '') }
        : { command: 'text', text };
    case 'methods':
      return { command, support: SUPPORT.has(words[0] ?? '') };
    case 'leader':
      return written.length - words.length <= 4 ? { command, rest } : { command: 'text', text };
    default:
      return { command };
  }
}

/** By these some ask for help with their own life, and not with an idea. */
const SUPPORT: ReadonlySet<string> = new Set(['stod', 'support']);
/** With these only what was learned is looked for. */
const LESSONS: ReadonlySet<string> = new Set(['lardomar', 'lessons']);
/** Nobody looks for more words than so many; "Hitta en bättre rutin för …" is an idea, and begins with a word that people use otherwise. */
const MOST_SOUGHT = 8;
const MOST_FOUND = 3;
const ALWAYS_SEEKS: ReadonlySet<string> = new Set(['sok', 'search']);

/** Whether words after "sök", "hitta" are what somebody looks for. A mistyped word with others after it may be any sentence. */
function isSought(words: string[], written: string[], text: string): boolean {
  const count = written.length - words.length;
  if (count === 0) return true;
  const most = ALWAYS_SEEKS.has(words[0] ?? '') ? MOST_SOUGHT : MOST_FOUND;
  return count <= most && words.every((word, at) => word === written[at]) && !/[.!?]\s+\S/.test(text);
}

const idIn = (rest: string) => parseIdeaId(rest.replaceAll(/[\s"'”.?-]/g, ''));

/** 2026-W47, 2026 v 47, v47 or just 47. */
export const WEEK = /^(?:(\d{4})[\s-]*)?(?:v|w|vecka|week)?\.?\s*(\d{1,2})$/i;

const startsIdea = (text: string): boolean => /^\S+(\s+id[ée]a?)?\s*[:\n-]/i.test(text);

/** The message after its first words, as it was written. */
function afterWords(text: string, count: number): string {
  let rest = text;
  for (let i = 0; i < count; i++) rest = rest.replace(/^[^\p{L}\p{N}]*[\p{L}\p{N}\p{M}]+/u, '');
  return rest.replace(/^[\s:,.!?-]+/, '').trim();
}

/** An id as a whole message, also as cards show it and people write it: "Idé K7M4QX", "K7M4-QX". A word of six letters is none. */
function writtenId(text: string): string | undefined {
  const bare = text
    .replace(/^(?:min\s+|my\s+)?id(?:é|e|ea)[\s:]+|[\s.?!]+$/giu, '')
    .replaceAll(/(?<=\w)[\s-](?=\w)/g, '');
  return /\d/.test(bare) || bare === bare.toUpperCase() ? parseIdeaId(bare) : undefined;
}

const isOnlyEmoji = (text: string): boolean =>
  text !== '' && /^[\p{Extended_Pictographic}\p{Emoji_Component}\s!.]+$/u.test(text);
