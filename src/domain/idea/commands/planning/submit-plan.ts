import type { PersonRef } from '../../../person/person.js';
import { defineCommand } from '../../command.js';
import { needsOtherYes, waitsForTicks } from '../../deciding/checks.js';
import { defineDecision, defineEvent } from '../../event.js';
import type { FunderTier, Tier } from '../../idea.js';
import { isReady } from '../../needs.js';
import { laterTier } from '../../policy.js';
import { forDeciders, happens } from '../../standing.js';
import { withoutQuestion } from '../changes.js';
import { acceptedBy, isWith } from '../conditions.js';
import { type AskedBuyer, askedBuyer, asksBuyer, withBuyer } from './buyer.js';
import { goesOn, type Planned, withPlan } from './plan-holds.js';

/**
 * The driver hands in the plan. `funder`: who would decide on its money, where whoever drives it needs no approval. `tier`: who
 * decides on it where that is somebody else all the same. `buyer`: who looks at what it buys, where the organisation names them.
 */
export const submitPlan = defineCommand('submitPlan')<{ funder?: FunderTier; tier?: Tier; buyer?: PersonRef }>({
  from: ['planning'],
  by: ['driver'],
  words: {},
  sameVersion: true,
  // Who has come to drive a plan that waits for them to decide on it sends it on.
  when: (idea, roles) =>
    acceptedBy('driver')(idea, roles) &&
    (isWith('driver', idea) || (roles.has('decider') && isWith('deciders', idea) && !needsOtherYes(idea))) &&
    isReady(idea) &&
    !waitsForTicks(idea),
  leadsTo: (context) =>
    context.actor.roles.has('decider') && !needsOtherYes(context.idea)
      ? goesOn(ownPlanSent, context, askedBuyer(context))
      : happens(planSubmitted, forDeciders(context, 'planning'), {
          ...(context.data.tier && { tier: context.data.tier }),
          ...askedBuyer(context),
        }),
});

export const planSubmitted = defineEvent('planSubmitted')<{ tier?: Tier } & AskedBuyer>({
  persons: { buyer: 'traced' },
  changes: (idea, { data: { tier, ...asked } }) => ({
    ...withBuyer(withoutQuestion(idea), asked),
    ...(tier && { tier: laterTier(idea.tier, tier) }),
  }),
  hears: ['deciders', 'checkers'],
  atOnce: ['deciders', 'checkers'],
  asksBeside: ['checkers'],
  tells: asksBuyer,
  wordsOf: 'record',
});

/** The plan of somebody who decides on ideas here and drives this one: nobody approves their own. */
export const ownPlanSent = defineDecision('ownPlanSent')<Planned & AskedBuyer>({
  persons: { buyer: 'traced' },
  changes: (idea, event) => withBuyer(withPlan(idea, event), event.data),
  hears: ['funder', 'checkers', 'leader', 'submitter', 'partners', 'followers'],
  atOnce: ['funder', 'checkers'],
  asksBeside: ['checkers'],
  tells: asksBuyer,
  wordsOf: 'record',
});
