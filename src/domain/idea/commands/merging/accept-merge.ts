import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { ended, happens } from '../../standing.js';
import { open } from '../conditions.js';
import { merged } from './merge.js';
import { isProposed } from './proposal.js';

/** Those who decide on the other idea say yes. */
export const acceptMerge = defineCommand('acceptMerge')({
  from: open,
  by: ['answerer'],
  words: {},
  sameVersion: true,
  when: isProposed,
  leadsTo: ({ idea: { proposal } }) => {
    if (!proposal) return refuse({ code: 'proposalEnded' });
    return happens(merged, ended('closed'), { into: proposal.into, asker: proposal.by });
  },
});
