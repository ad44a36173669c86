import type { Organisation } from '../../src/domain/organisation/organisation';
import type { Language } from '../../src/domain/person/person';
import english from '../../src/text/en.json';
import swedish from '../../src/text/sv.json';
import { wordsOf } from './lix';
import { variantsOf } from './message-variants';

export const texts: Record<Language, Readonly<Record<string, string>>> = { sv: swedish, en: english };

/** Texts that are the same in Swedish and English, each for a reason; any other is one that nobody has translated. */
export const sameInBoth: Readonly<Record<string, string>> = {
  'department.withUnit': 'two names with a dot between them',
  'happened.headed': 'a heading and what happened with a colon between them',
  'help.command.status': 'the word "status" is the same',
  'picture.idea': 'a title and an id',
  'settings.language.en': 'a language is called by its own name',
  'settings.language.sv': 'a language is called by its own name',
  'week.because': 'a decision and a reason with a colon between them',
};

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** Every word that a card in this language may show: the texts', the organisation's in this language, dates', and what people wrote. */
export function vocabulary(language: Language, organisation: Organisation, written: readonly string[]): Set<string> {
  const own = Object.values(texts[language]).flatMap(variantsOf);
  return new Set(
    [...own, ...organisationWords(organisation, language), ...dateWords(language), ...written].flatMap(plain),
  );
}

/** Names in the organisation file are in both languages, or the same in both (people, titles). */
function organisationWords(value: unknown, language: Language): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if ('sv' in value && 'en' in value) return [String(value[language])];
  return Object.values(value).flatMap((it) => organisationWords(it, language));
}

function dateWords(language: Language): string[] {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: 'long', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, month + 1))));
}

const plain = (text: string): string[] => wordsOf(text.toLowerCase());

/** Words of these texts that are none of the language's: a text that was written in code, or in the other language. */
export function strangeWords(shown: readonly string[], known: ReadonlySet<string>): string[] {
  const words = shown
    .filter((text) => !isAddress(text))
    .flatMap((text) => plain(text.replace(/K7M4\w\w|\S+@\S+/g, '')));
  return [...new Set(words.filter((word) => /\p{L}/u.test(word) && !known.has(word)))];
}

const isAddress = (text: string): boolean => /^\S+@\S+$|^https?:/.test(text);
