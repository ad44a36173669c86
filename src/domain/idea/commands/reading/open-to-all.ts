import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Where a department reads ideas before others do, its leader lets the others read one. */
export const openToAll = defineCommand('openToAll')({
  from: stageNames,
  by: ['decider'],
  words: {},
  sameVersion: false,
  when: (idea) => idea.unread === true,
  leadsTo: (context) => happens(openedToAll, stays(context), {}),
});

export const openedToAll = defineEvent('openedToAll')({
  hears: ['submitter'],
  wordsOf: 'record',
  opens: () => true,
});
