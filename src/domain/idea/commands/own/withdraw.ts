import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageRow } from '../../stages.js';
import { ended, happens } from '../../standing.js';
import { isUsedElsewhere } from '../../use/in-use.js';
import { withoutQuestion } from '../changes.js';
import { open } from '../conditions.js';

/** `hide`: and takes its words back. */
interface Withdrawn {
  hide?: true;
}

/** Those whose idea it is take it back. */
export const withdraw = defineCommand('withdraw')<Withdrawn>({
  from: [...open, 'inUse', 'closed'],
  by: ['submitter'],
  words: {},
  sameVersion: false,
  // What somebody has entered as it was they take back in whatever stage that is, until others use it.
  when: (idea) => stageRow(idea.stage).open || (idea.entered === true && !idea.ending?.into && !isUsedElsewhere(idea)),
  leadsTo: ({ data }) => happens(withdrawn, ended('withdrawn'), data.hide ? { hide: true } : {}),
});

export const withdrawn = defineEvent('withdrawn')<Withdrawn>({
  changes: (idea, { data }) => ({ ...withoutQuestion(idea), ...(data.hide && { withheld: true }) }),
  // Also those who hear of it when it is opened again.
  hears: ['doer', 'driver', 'owner', 'partners', 'followers'],
  wordsOf: 'record',
  takesAway: ({ data }) => data.hide === true,
});
