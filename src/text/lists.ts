import { byLanguage, type Language, languages } from '../domain/languages.js';

/** Made once: making one takes longer than using it. */
const formats = byLanguage((language) => new Intl.ListFormat(languages[language].locale, { type: 'conjunction' }));

/** "Miljö, Utbildning och Socialtjänst". */
export const listText = (items: readonly string[], language: Language): string => formats[language].format(items);
