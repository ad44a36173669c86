import type { Language } from '../languages.js';
import type { Localised } from './organisation-schema.js';

export type { Contact, Department, Goal, Localised, Organisation, OtherChannel, Unit } from './organisation-schema.js';

/** The name in the reader's language. */
export const nameIn = (name: Localised, language: Language): string => name[language];
