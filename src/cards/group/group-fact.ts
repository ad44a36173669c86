import { groupOfIdea } from '../../app/group/group-of-idea.js';
import type { IdeaFact } from '../idea/additions.js';

/** How many work with an idea together, on its card. */
export const groupFact: IdeaFact = ({ context: { t }, foundOf }) => {
  const found = foundOf(groupOfIdea);
  return found ? [{ label: t('group.heading'), values: [{ text: t('group.fact', found) }] }] : [];
};
