import type { Language } from '../domain/person.js';

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** "Miljö, Utbildning och Socialtjänst". */
export const listText = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items);
