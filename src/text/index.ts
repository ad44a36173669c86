import { IntlMessageFormat } from 'intl-messageformat';
import { byLanguage, firstLanguage, type Language, languages } from '../domain/languages.js';
import english from './en/index.js';
import swedish from './sv/index.js';

/** A language's texts, by subject: those of the Swedish files, which are the list, and no others. */
type Files = { [Subject in keyof typeof swedish]: Record<keyof (typeof swedish)[Subject], string> };

/** Every text that a user can see, by its key. */
export type TextKey = { [Subject in keyof Files]: keyof Files[Subject] }[keyof Files];
export type Values = Record<string, string | number>;
/** A text in one language. Messages are ICU MessageFormat: `{count, plural, one {# idé} other {# idéer}}`. */
export type Translate = (key: TextKey, values?: Values) => string;

/** Keys that stand in two files of a language. */
type Twice<F> = { [Subject in keyof F]: keyof F[Subject] & Keys<Omit<F, Subject>> }[keyof F];
type Keys<F> = { [Subject in keyof F]: keyof F[Subject] }[keyof F];
/** Keys that a language has and the Swedish files do not. */
type Surplus<F> = { [Subject in keyof Files & keyof F]: Exclude<keyof F[Subject], keyof Files[Subject]> }[keyof Files &
  keyof F];
type Sound<F> = [Twice<F> | Surplus<F>] extends [never] ? unknown : { twiceOrUnknown: Twice<F> | Surplus<F> };

/** A key that a language lacks, has too many or has twice fails the type check. */
function flat<Given extends Record<Language, Files>>(
  files: Given & { [L in keyof Given]: Sound<Given[L]> },
): Record<Language, Readonly<Record<TextKey, string>>> {
  return byLanguage((language) => Object.assign({}, ...Object.values<object>(files[language])));
}

/** The messages as they are written. */
export const texts = flat({ sv: swedish, en: english });

/** Signs with which something is filled in or quoted; a text without them is said as it is written. */
const FILLED_IN = /[{}'<]/;

function speaker(language: Language): Translate {
  const compiled = new Map<TextKey, IntlMessageFormat>();
  const plain = new Map(Object.entries(texts[language]).filter(([, text]) => !FILLED_IN.test(text)));
  const { locale } = languages[language];
  return (key, values) => {
    const asWritten = plain.get(key);
    if (asWritten !== undefined) return asWritten;
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(texts[language][key], locale, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(values));
  };
}

const speakers = byLanguage(speaker);

/** The texts in a person's language. A missing value throws: a card with a hole is a bug, not a text. */
export const inLanguage = (language: Language): Translate => speakers[language];

/** True for a code that has a text, for keys that are put together (`stage.${stage}`) from outside the types. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(texts[firstLanguage], key);
