import type { Idea, Who } from '../../idea.js';

/** Nobody leads the work that they have granted money to (kommunallagen 6 kap. 28–32 §§). */
export const hasGranted = (who: Who, { money }: Idea): boolean => money?.grantedBy === who;
