import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';
import { isProposed, withoutProposal } from './proposal.js';

/** Those who decide on the other idea say no. */
export const declineMerge = defineCommand('declineMerge')({
  from: open,
  by: ['answerer'],
  words: {},
  sameVersion: true,
  when: isProposed,
  leadsTo: (context) => {
    const { proposal } = context.idea;
    if (!proposal) return refuse({ code: 'proposalEnded' });
    return happens(mergeDeclined, stays(context), { into: proposal.into, asker: proposal.by });
  },
});

export const mergeDeclined = defineEvent('mergeDeclined')<{ into: string; asker: PersonRef }>({
  persons: { asker: 'found' },
  changes: withoutProposal,
  hears: ['asker'],
  wordsOf: 'record',
  inPost: true,
  chain: () => 'proposal',
});
