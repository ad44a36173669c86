import type { Idea } from '../idea.js';
import type { Role } from '../policy.js';
import { isOpenToEverybody } from '../reading/visibility.js';

const tells: readonly Role[] = ['submitter', 'joined', 'driver', 'doer', 'owner', 'decider', 'office'];

/**
 * Whether it is known how an idea became, in words that everybody may read: it is used, or it has ended after it was tried or
 * used. Of one that ended before that there is nothing to tell but why not, which its submitter has read.
 */
export const hasBecome = (idea: Idea): boolean =>
  (idea.stage === 'inUse' || (idea.stage === 'closed' && taught(idea))) && isOpenToEverybody(idea);

const taught = ({ ending: { tried, lesson, used } = {} }: Idea): boolean => Boolean(tried ?? lesson ?? used);

/** Whether somebody with these roles gets "Så blev det", for others outside of the product to read. */
export const mayTellHowItBecame = (idea: Idea, roles: ReadonlySet<Role>): boolean =>
  hasBecome(idea) && tells.some((role) => roles.has(role));
