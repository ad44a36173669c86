import { improvementOfIdea } from '../../app/improvement/improvement-of-idea.js';
import { type ImprovementTally, improvements } from '../../domain/improvement/improvement.js';
import type { CardContext } from '../card-context.js';
import type { IdeaFact } from '../idea/additions.js';
import type { Fact } from '../paragraphs.js';

/** How many have answered what to "Har det blivit bättre?", a line for each answer that somebody has given. */
export function improvementFact({ t }: CardContext, tally: ImprovementTally | undefined): Fact[] {
  if (!tally) return [];
  const given = improvements.filter((improvement) => tally[improvement] > 0);
  const values = given.map((improvement) => ({
    text: t('improvement.counted', { answer: t(`improvement.${improvement}`), count: tally[improvement] }),
  }));
  return [{ label: t('improvement.fact'), values }];
}

/** What those who had the problem have answered, on the idea's card. */
export const improvementOnIdea: IdeaFact = ({ context, foundOf }) =>
  improvementFact(context, foundOf(improvementOfIdea)?.tally);
