import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/person/person.js';
import english from './en.json';
import swedish from './sv.json';

/** Every text that a user can see. The Swedish file is the list; a key that English lacks, or has too many, fails the type check. */
export type TextKey = keyof typeof swedish;
export type Values = Record<string, string | number>;
/** A text in one language. Messages are ICU MessageFormat: `{count, plural, one {# idé} other {# idéer}}`. */
export type Say = (key: TextKey, values?: Values) => string;

const exactly = <T extends Record<TextKey, string>>(texts: T & Record<Exclude<keyof T, TextKey>, never>): T => texts;
const files: Record<Language, Record<TextKey, string>> = { sv: swedish, en: exactly(english) };
const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

function speaker(language: Language): Say {
  const compiled = new Map<TextKey, IntlMessageFormat>();
  return (key, values) => {
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(files[language][key], locales[language], undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
}

const speakers: Record<Language, Say> = { sv: speaker('sv'), en: speaker('en') };

/** The texts in a person's language. A missing value throws: a card with a hole is a bug, not a text. */
export const inLanguage = (language: Language): Say => speakers[language];

/** True for a code that has a text, for keys that are put together (`stage.${stage}`) from outside the types. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(swedish, key);

/** Swedish for every locale of that language, however it is spelled (`sv-SE`, `sv_SE`, `SV`); English for every other. */
export const languageOf = (locale: string | undefined): Language =>
  /^\s*sv(?![a-z\d])/i.test(locale ?? '') ? 'sv' : 'en';
