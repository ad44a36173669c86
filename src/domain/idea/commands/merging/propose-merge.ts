import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Tier } from '../../idea.js';
import { happens, stays, within } from '../../standing.js';
import { maybeReason, open } from '../conditions.js';
import { isProposed } from './proposal.js';

interface Proposed {
  into: string;
  intoVersion: number;
  department: string;
  tier: Tier;
  barred: PersonRef[];
}

/** Asks those who decide on another idea whether this one is to become a part of it. Proposing gives nobody anything. */
export const proposeMerge = defineCommand('proposeMerge')<Proposed>({
  from: open,
  by: ['decider'],
  words: maybeReason,
  sameVersion: true,
  when: (idea) => !isProposed(idea),
  leadsTo: (context) => {
    const { idea, data } = context;
    if (data.into === idea.id) return refuse({ code: 'sameIdea' });
    return happens(mergeProposed, stays(context), { ...data, until: within(context, 'leader') });
  },
});

export const mergeProposed = defineEvent('mergeProposed')<Proposed & { until: Day }>({
  persons: { barred: 'traced' },
  // They have or had the other idea, which may keep their names from whoever reads this one.
  untold: { barred: true },
  changes: (idea, { by, data, words: { reason } }) => ({
    ...idea,
    proposal: { ...data, by, ...(reason && { reason }) },
  }),
  hears: ['answerers'],
  atOnce: ['answerers'],
  asksBeside: ['answerers'],
  wordsOf: 'record',
});
