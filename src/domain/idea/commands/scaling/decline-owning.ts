import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { forDeciders, happens, stays } from '../../standing.js';
import { without } from '../changes.js';
import { asksToAccept, maybeReason, spreading } from '../conditions.js';
import { entererOf, type FallsTo, fallsToThem, withEnterer } from '../falls-to.js';

/** Whoever is asked to look after it says no. */
export const declineOwning = defineCommand('declineOwning')({
  from: spreading,
  by: ['owner'],
  words: maybeReason,
  sameVersion: true,
  when: asksToAccept('owner'),
  leadsTo: (context) => {
    const enterer = entererOf(context);
    if (enterer && context.idea.stage === 'inUse') return happens(owningDeclined, stays(context), { enterer });
    const to = context.idea.stage === 'scaling' ? forDeciders(context, 'scaling') : stays(context);
    return happens(owningDeclined, to, {});
  },
});

export const owningDeclined = defineEvent('owningDeclined')<FallsTo>({
  persons: { enterer: 'found' },
  changes: (idea, { data }) => withEnterer('owner', without(idea, 'owner'), data),
  hears: ['deciders', 'submitter'],
  atOnce: ['deciders'],
  tells: fallsToThem,
  wordsOf: 'person',
});
