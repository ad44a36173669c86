import { answersChallenge } from '../../app/challenge/answers-challenge.js';
import type { IdeaFact } from '../idea/additions.js';

/** Which challenge an idea answers, on its card. */
export const answersFact: IdeaFact = ({ context, foundOf }) => {
  const found = foundOf(answersChallenge);
  if (!found || found.over) return [];
  const value = context.t('challenge.answers.value', { title: found.title, id: found.id });
  return [{ label: context.t(`challenge.${found.as}.fact`), values: [{ text: value }] }];
};
