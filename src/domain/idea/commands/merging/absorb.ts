import type { PersonRef } from '../../../person/person.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Tier } from '../../idea.js';
import { withFormer, withKept } from '../../people/together.js';
import { isSubmitter, keptNamesOf, laterTier } from '../../policy.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** `submitters`: all who come with the other idea; `kept`: those of them whose names are kept from others. */
interface Absorbed {
  from: string;
  submitters: PersonRef[];
  former?: PersonRef[];
  kept?: PersonRef[];
  tier?: Tier;
}

/** Another idea becomes a part of this one. */
export const absorb = defineCommand('absorb')<Absorbed>({
  // Also one that is withdrawn before it has taken the other in: it may be brought back, and those who came are to be known then.
  from: stageNames,
  by: ['merger'],
  words: {},
  sameVersion: false,
  // Two ideas that have become parts of each other would both be out of reach.
  when: (idea) => !idea.ending?.into,
  leadsTo: (context) => happens(absorbed, stays(context), context.data),
});

export const absorbed = defineEvent('absorbed')<Absorbed>({
  // A transaction has no room for all of them: their traces are written before it.
  persons: { submitters: 'found', former: 'found', kept: 'found' },
  changes: (idea, { data: { submitters, former = [], kept = [], tier } }) => {
    const all = [...new Set([...(idea.joined ?? []), ...submitters])];
    const joined = all.filter((person) => !isSubmitter(person, idea));
    const came = { ...idea, ...(joined.length > 0 && { joined }), tier: laterTier(idea.tier, tier ?? idea.tier) };
    // Whoever has the idea already has said there what becomes of their name.
    const asked = kept.filter((person) => joined.includes(person));
    return withFormer(asked.length > 0 ? withKept(came, [...keptNamesOf(idea), ...asked]) : came, former);
  },
  hears: ['leader', 'driver', 'submitter'],
  // Those who came with the other idea hear of that one.
  tells: ({ as, person }, { data }) => (as !== 'submitter' && as !== 'joined') || !data.submitters.includes(person),
  wordsOf: 'record',
  inPost: true,
});
