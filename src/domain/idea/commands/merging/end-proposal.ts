import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { open } from '../conditions.js';
import { isProposed, withoutProposal } from './proposal.js';

/** A proposal ends without an answer: its date has passed, or the other idea has moved. */
export const endProposal = defineCommand('endProposal')<{ why: 'date' | 'moved' }>({
  from: open,
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: isProposed,
  leadsTo: (context) => {
    const { data, today } = context;
    const { proposal } = context.idea;
    if (!proposal || (data.why === 'date' && proposal.until >= today)) return refuse({ code: 'notNow' });
    return happens(mergeLapsed, stays(context), { into: proposal.into, asker: proposal.by, why: data.why });
  },
});

export const mergeLapsed = defineEvent('mergeLapsed')<{ into: string; asker: PersonRef; why: 'date' | 'moved' }>({
  persons: { asker: 'found' },
  changes: withoutProposal,
  hears: ['asker'],
  wordsOf: 'record',
});
