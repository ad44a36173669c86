import { nominatingIdea } from '../../app/award/nominate.js';
import type { Shows } from '../idea/actions/looking.js';

/** "Nominera", for leaders, managers and the office, where the organisation file has an award. */
export const nominateShown = {
  when: ({ foundOf }) => foundOf(nominatingIdea) !== undefined,
  shows: 'nominate',
} as const satisfies Shows[string];
