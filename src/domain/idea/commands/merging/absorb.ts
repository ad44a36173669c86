import type { PersonRef } from '../../../person/person.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Idea, Tier } from '../../idea.js';
import { withFormer, withKept } from '../../people/together.js';
import { isSubmitter, keptNamesOf, laterTier } from '../../policy.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import type { ComingAlong } from '../../use/taking-part.js';

/**
 * `submitters`: all who come with the other idea; `kept`: those of them whose names are kept from others. `parts`: the
 * departments that take part in that one and do so here now, `left` those for which there is no room. `partsBy` and `leftBy`:
 * who had said so for each, in the same order; those of whom nobody knows who did come last.
 */
interface Absorbed {
  from: string;
  submitters: PersonRef[];
  former?: PersonRef[];
  kept?: PersonRef[];
  tier?: Tier;
  parts?: Omit<ComingAlong, 'saidBy'>[];
  partsBy?: PersonRef[];
  left?: string[];
  leftBy?: PersonRef[];
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
  persons: { submitters: 'found', former: 'found', kept: 'found', partsBy: 'found', leftBy: 'found' },
  changes: (before, { data }) => {
    const { submitters, former = [], kept = [], tier } = data;
    const idea = withParts(before, data);
    const all = [...new Set([...(idea.joined ?? []), ...submitters])];
    const joined = all.filter((person) => !isSubmitter(person, idea));
    const came = { ...idea, ...(joined.length > 0 && { joined }), tier: laterTier(idea.tier, tier ?? idea.tier) };
    // Whoever has the idea already has said there what becomes of their name.
    const asked = kept.filter((person) => joined.includes(person));
    return withFormer(asked.length > 0 ? withKept(came, [...keptNamesOf(idea), ...asked]) : came, former);
  },
  // Of departments those for which there is no room: the others hear of the idea with which they came.
  hears: ['leader', 'driver', 'submitter', 'partners'],
  // Those who came with the other idea hear of that one.
  tells: ({ as, person }, { data }) =>
    as === 'partners'
      ? data.left !== undefined
      : (as !== 'submitter' && as !== 'joined') || !data.submitters.includes(person),
  wordsOf: 'record',
  inPost: true,
});

/** The idea with the departments that have come along. Never one that it has already. */
function withParts(idea: Idea, { parts = [], partsBy = [] }: Absorbed): Idea {
  const { takingPart = {}, tookPartBy = {} } = idea;
  const came = parts
    .map((part, at) => ({ ...part, who: partsBy[at] }))
    .filter(({ department }) => department !== idea.department && !takingPart[department]);
  if (came.length === 0) return idea;
  const saidSo = { ...tookPartBy };
  const parted = { ...takingPart };
  for (const { department, since, cameWith, who } of came) {
    parted[department] = { since, cameWith };
    if (who !== undefined) saidSo[department] = who;
  }
  return { ...idea, takingPart: parted, ...(Object.keys(saidSo).length > 0 && { tookPartBy: saidSo }) };
}
