import type { Language } from '../domain/person/person.js';

/** Made once: making one takes longer than using it. */
const formats: Record<Language, Intl.ListFormat> = {
  sv: new Intl.ListFormat('sv-SE', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

/** "Miljö, Utbildning och Socialtjänst". */
export const listText = (items: readonly string[], language: Language): string => formats[language].format(items);
