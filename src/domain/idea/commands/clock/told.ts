import type { Happened } from '../../event.js';
import type { Silence, Tier } from '../../idea.js';

/** From which tier something came to which. */
export interface FromTier {
  from: Tier;
  tier: Tier;
}

/** The silence when one more has been reminded; while others than those who decide are waited for, these are only told. */
export function oneMoreReminded(before: Silence, { day, to, data }: Happened<string, FromTier>): Silence {
  const told = to.waiting?.for !== 'deciders' && { told: data.tier };
  return { ...before, reminders: before.reminders + 1, remindedOn: day, ...told };
}
