import { obstacleOfIdea } from '../../app/obstacle/obstacle-of-idea.js';
import type { Shows } from '../idea/actions/looking.js';

/** "Om hindret": what else it stops, for those who may take care of it. */
export const obstacleShown = {
  when: ({ foundOf, seesWords }) => seesWords && foundOf(obstacleOfIdea)?.roles.has('keeper') === true,
  shows: 'obstacle',
} as const satisfies Shows[string];
