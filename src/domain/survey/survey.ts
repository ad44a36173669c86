import { byLanguage, type Language } from '../languages.js';
import type { Dimension, WrittenSurvey } from './survey-schema.js';

export { type Dimension, dimensions, STATEMENTS, STEPS } from './survey-schema.js';

/** One thing that people are asked how true it is. */
export interface Statement {
  id: string;
  dimension: Dimension;
  text: Readonly<Record<Language, string>>;
  /** What the bot measures of the same; absent where it measures nothing of it. */
  beside?: Readonly<Record<Language, string>>;
}

/** "Hur är det att prova nytt hos er?": what everybody is asked, in its order. */
export interface Survey {
  statements: readonly Statement[];
  /** The answers in words, by their value: 0 says that one does not know. */
  scale: Readonly<Record<Language, readonly string[]>>;
}

/** Where nothing is asked. */
export const noSurvey: Survey = { statements: [], scale: byLanguage(() => []) };

/** As it is read from its file, in the order of its screens. */
export function readSurvey({ screens, statements, scale }: WrittenSurvey): Survey {
  return {
    statements: screens.flatMap((name) => {
      const found = statements.find(({ id }) => id === name);
      if (!found) return [];
      const { id, dimension, beside: written } = found;
      const measured = byLanguage((language) => written[language] ?? '');
      const isMeasured = Object.values(measured).every((one) => one !== '');
      const text = byLanguage((language) => found[language]);
      return [{ id, dimension, text, ...(isMeasured && { beside: measured }) }];
    }),
    scale: byLanguage((language) => [...scale[language].slice(-1), ...scale[language].slice(0, -1)]),
  };
}

/** How many screens of a phone it is. */
export const SCREENS = 3;

/** Which of the statements stand on a screen, by their places: as many on each, the first with one more where they do not come out even. */
export function placesOn(screen: number, { statements }: Pick<Survey, 'statements'>): number[] {
  const all = statements.map((_, place) => place);
  const from = (at: number) => Math.ceil((all.length * at) / SCREENS);
  return all.slice(from(screen), from(screen + 1));
}
