import { refuse } from '../../result.js';
import { type Consequences, ended, happens, stays, within } from './consequence.js';

/**
 * An idea becomes a part of another one: at once where the same people decide on both, else when those who decide on the
 * other one say yes. Proposing gives nobody anything.
 */
export const merging: Consequences<
  'merge' | 'proposeMerge' | 'acceptMerge' | 'declineMerge' | 'endProposal' | 'absorb'
> = {
  merge: ({ idea, data }) =>
    data.into === idea.id ? refuse({ code: 'sameIdea' }) : happens('merged', ended('closed'), data),
  proposeMerge: (occasion) => {
    const { idea, data } = occasion;
    if (data.into === idea.id) return refuse({ code: 'sameIdea' });
    return happens('mergeProposed', stays(occasion), { ...data, until: within(occasion, 'leader') });
  },
  acceptMerge: ({ idea: { proposal } }) => {
    if (!proposal) return refuse({ code: 'proposalEnded' });
    return happens('merged', ended('closed'), { into: proposal.into, asker: proposal.by });
  },
  declineMerge: (occasion) => {
    const { proposal } = occasion.idea;
    if (!proposal) return refuse({ code: 'proposalEnded' });
    return happens('mergeDeclined', stays(occasion), { into: proposal.into, asker: proposal.by });
  },
  endProposal: (occasion) => {
    const { data, today } = occasion;
    const { proposal } = occasion.idea;
    if (!proposal || (data.why === 'date' && proposal.until >= today)) return refuse({ code: 'notNow' });
    return happens('mergeLapsed', stays(occasion), { into: proposal.into, asker: proposal.by, why: data.why });
  },
  absorb: (occasion) => happens('absorbed', stays(occasion), occasion.data),
};
