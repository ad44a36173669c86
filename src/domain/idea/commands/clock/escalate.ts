import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Tier } from '../../idea.js';
import { answerRole, happens, stays, within } from '../../standing.js';
import { comesTo } from '../changes.js';
import { open } from '../conditions.js';
import { type FromTier, oneMoreReminded } from './told.js';

/** Nobody has answered after a reminder: it goes to the next in the chain. */
export const escalate = defineCommand('escalate')<{ tier: Tier }>({
  from: open,
  by: ['clock'],
  words: {},
  sameVersion: true,
  when: (idea) => idea.reminded && !idea.escalated && idea.waiting !== undefined,
  leadsTo: (context) => {
    const { idea, data, today } = context;
    if (!idea.waiting || !idea.answerBy || idea.answerBy >= today) return refuse({ code: 'notNow' });
    const to = { ...stays(context), answerBy: within(context, answerRole(idea.waiting)) };
    return happens(escalated, to, { from: idea.tier, tier: data.tier });
  },
});

export const escalated = defineEvent('escalated')<FromTier>({
  changes: (idea, { data }) => ({ ...comesTo(idea, data.tier), escalated: true }),
  hears: ['deciders'],
  wordsOf: 'record',
  silence: oneMoreReminded,
});
