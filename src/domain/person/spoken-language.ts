import type { Language } from '../languages.js';
import type { Person } from './person.js';

/**
 * So many times in a row somebody writes in another language before it is taken for theirs. One message from a borrowed
 * computer, or from a telephone that is set up in English, turns nothing.
 */
const TIMES_IN_A_ROW = 3;

/**
 * The person once they have written in a Teams that speaks this language; the same one where that says nothing new.
 * Whoever has chosen a language in the settings keeps it, whatever their Teams says.
 */
export function havingWritten(person: Person, spoken: Language | undefined): Person {
  const { otherLanguage, ...rest } = person;
  if (spoken === undefined || person.languageChosen) return person;
  if (spoken === person.language) return otherLanguage ? rest : person;
  const times = otherLanguage?.language === spoken ? otherLanguage.times + 1 : 1;
  return times >= TIMES_IN_A_ROW
    ? { ...rest, language: spoken }
    : { ...rest, otherLanguage: { language: spoken, times } };
}
