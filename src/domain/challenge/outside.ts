import type { ChallengeRole } from './policy.js';

/** Whether somebody with these roles speaks of a challenge with organisations outside the municipality: who owns it, and those who decide. */
export const speaksOutside = (roles: ReadonlySet<ChallengeRole>): boolean => roles.has('owner') || roles.has('decider');
