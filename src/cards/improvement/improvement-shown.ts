import { improvementOfIdea } from '../../app/improvement/improvement-of-idea.js';
import type { Shows } from '../idea/actions/looking.js';

const isAsked: NonNullable<Shows[string]['when']> = ({ foundOf, seesWords }) =>
  seesWords && foundOf(improvementOfIdea)?.asked === true;

/** "Har det blivit bättre?", for those who are asked: before all else that they can do. */
export const improvementShown = {
  ...{ when: isAsked, asked: isAsked, forward: true },
  shows: 'improvement',
} as const satisfies Shows[string];
