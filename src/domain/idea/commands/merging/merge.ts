import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { ended, happens } from '../../standing.js';
import { withoutQuestion } from '../changes.js';
import { maybeReason, open } from '../conditions.js';

/** An idea becomes a part of another one, at once where the same people decide on both. */
export const merge = defineCommand('merge')<{ into: string }>({
  from: open,
  by: ['decider'],
  words: maybeReason,
  sameVersion: true,
  leadsTo: ({ idea, data }) =>
    data.into === idea.id ? refuse({ code: 'sameIdea' }) : happens(merged, ended('closed'), data),
});

/** `asker`: who had proposed it, where those who decide on the other idea have said yes. */
export const merged = defineDecision('merged')<{ into: string; asker?: PersonRef }>({
  persons: { asker: 'found' },
  changes: (idea, { data, words }, { proposal }) => {
    const { reason = data.asker && proposal?.reason } = words;
    return { ...withoutQuestion(idea), ending: { into: data.into, ...(reason && { reason }) } };
  },
  hears: ['submitter', 'asker', 'driver', 'partners', 'followers'],
  wordsOf: 'record',
  inPost: true,
  // Whoever answers a proposal decides on the idea that it was put to.
  chain: ({ data }) => (data.asker === undefined ? 'home' : 'proposal'),
  opens: () => true,
});
