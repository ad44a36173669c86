import { defineCommand } from '../../command.js';
import { waitsForTicks } from '../../deciding/checks.js';
import { defineDecision, type Noted } from '../../event.js';
import type { FunderTier } from '../../idea.js';
import { isReady } from '../../needs.js';
import { isForFunder } from '../conditions.js';
import { goesOn, type Planned, withPlan } from './plan-holds.js';

/** Those who decide let the plan be carried out. `funder`: who decides on its money. */
export const approvePlan = defineCommand('approvePlan')<{ funder: FunderTier }>({
  from: ['planning'],
  by: ['decider'],
  words: {},
  sameVersion: true,
  // Nobody approves a plan of their own: it starts, or goes to the one who decides on its money.
  when: (idea, roles) =>
    !roles.has('driver') &&
    !isForFunder(idea) &&
    idea.driver?.accepted === true &&
    isReady(idea) &&
    !waitsForTicks(idea),
  refusedAs: (_, roles) => (roles.has('driver') ? { code: 'ownPlan' } : undefined),
  leadsTo: (context) => goesOn(planApproved, context, {}),
});

export const planApproved = defineDecision('planApproved')<Planned & Noted>({
  changes: withPlan,
  hears: ['funder', 'driver', 'submitter', 'partners', 'followers'],
  atOnce: ['funder', 'driver'],
  wordsOf: 'record',
  inPost: true,
});
