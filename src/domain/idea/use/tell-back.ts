import type { Idea } from '../idea.js';
import type { Role } from '../policy.js';
import { isOpenToEverybody } from '../reading/visibility.js';

const tellsBack: readonly Role[] = ['submitter', 'driver', 'doer', 'owner', 'decider'];

/** Whether somebody with these roles gets a text for those who had the problem: of what is in use, and was told of here, in words that everybody may read. */
export const mayTellBack = (idea: Idea, roles: ReadonlySet<Role>): boolean =>
  idea.stage === 'inUse' && !idea.entered && isOpenToEverybody(idea) && tellsBack.some((role) => roles.has(role));
