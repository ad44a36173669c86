import type { Idea } from '../../idea.js';
import { stageRow } from '../../stages.js';
import type { WordKey } from '../../words.js';

/** An idea can be tried again within so many months; farther ahead nobody remembers it. */
export const FARTHEST_TRY_AGAIN_MONTHS = 60;

/** What has to be said when an idea is closed, and may be: never only "no". */
export function closingWords({ stage }: Pick<Idea, 'stage'>): { required: WordKey[]; optional: WordKey[] } {
  if (stageRow(stage).tested) return { required: ['tried', 'lesson'], optional: ['tryAgain'] };
  return { required: ['reason'], optional: ['tryAgain'] };
}
