/**
 * The languages that the bot speaks: a row each. A language is its row here, its folder in src/text and its file in
 * manifest/, `{code}.json`; what else it needs, the compiler names (`byLanguage` and every `Record<Language, …>`), except
 * how people put things in their own words: CONTRIBUTING.md lists those phrases.
 */
export const languages = {
  sv: { name: 'Svenska', locale: 'sv-SE' },
  en: { name: 'English', locale: 'en-GB' },
} as const satisfies Record<string, LanguageRow>;

interface LanguageRow {
  /** What the language calls itself. */
  name: string;
  /** In which dates, lists, numbers and plurals are written. */
  locale: string;
}

/** Its code (ISO 639-1): what Teams' locales begin with. */
export type Language = keyof typeof languages;

/** In the order of the table. */
export const languageCodes = Object.keys(languages) as [Language, ...Language[]];

/** Of an organisation whose file says nothing else, of people who have not been met, and of the app's package. */
export const firstLanguage = 'sv' satisfies Language;

/** Of whoever has Teams in a language that is not here. */
const languageOfOthers: Language = 'en';

/** Whatever people read is written in these, with Swedish first and English always; another language may lack what an organisation writes itself. */
export const isAlwaysWritten = (language: Language): boolean =>
  language === firstLanguage || language === languageOfOthers;

/** One value for each language. */
export const byLanguage = <T>(of: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(languageCodes.map((language) => [language, of(language)])) as Record<Language, T>;

/** Every locale of a language, however it is spelled (`sv-SE`, `sv_SE`, `SV`); English for one that is not spoken here. */
export const languageOf = (locale: string | undefined): Language =>
  languageCodes.find((code) => startsWith[code].test(locale ?? '')) ?? languageOfOthers;

const startsWith = byLanguage((code) => new RegExp(`^\\s*${code}(?![a-z\\d])`, 'i'));
