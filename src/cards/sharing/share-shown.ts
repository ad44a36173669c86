import { sharingIdea } from '../../app/sharing/share-idea.js';
import type { Shows } from '../idea/actions/looking.js';

/** "Dela med andra kommuner", where the municipality shares, for those who lead and the innovation office. */
export const shareShown = {
  when: ({ foundOf }) => foundOf(sharingIdea) !== undefined,
  shows: 'shareOut',
} as const satisfies Shows[string];
