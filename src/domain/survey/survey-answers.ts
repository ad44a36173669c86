import { STATEMENTS, STEPS } from './survey-schema.js';

/** What somebody says of one statement: from 1, not at all, to 5, entirely; 0, that they do not know. */
export type SurveyStep = number;

/** Of each statement by its place; undefined of what has not been answered. */
export type SurveyAnswers = readonly (SurveyStep | undefined)[];

export const noAnswers: SurveyAnswers = Array.from({ length: STATEMENTS }, () => undefined);

/** What a field of a form holds; undefined of what is none of the answers. */
export function stepOf(text: string | undefined): SurveyStep | undefined {
  const step = text !== undefined && /^\d$/.test(text) ? Number(text) : undefined;
  return step !== undefined && step <= STEPS ? step : undefined;
}

/** SurveyAnswers with what a screen has said of some of them. */
export const answersWith = (before: SurveyAnswers, said: ReadonlyMap<number, SurveyStep>): SurveyAnswers =>
  before.map((step, place) => said.get(place) ?? step);

/** What stands for one that has not been answered. */
const UNSAID = '-';

/** In one word of the same length whatever is said, as it is sealed. */
export const writeAnswers = (answers: SurveyAnswers): string => answers.map((step) => step ?? UNSAID).join('');

/** What such a word says; undefined of what is none. */
export function readAnswers(text: string): SurveyAnswers | undefined {
  const letters = [...text];
  const isOne = letters.length === STATEMENTS && letters.every((one) => one === UNSAID || stepOf(one) !== undefined);
  return isOne ? letters.map(stepOf) : undefined;
}
