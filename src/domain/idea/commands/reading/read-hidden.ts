import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { answersForRecord, mayDisclose } from '../../reading/visibility.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Whoever may read what is out of sight asks for it, and the record says that they did. */
export const readHidden = defineCommand('readHidden')({
  from: stageNames,
  by: ['decider', 'registrar'],
  words: {},
  sameVersion: false,
  when: mayDisclose,
  leadsTo: (context) => happens(hiddenRead, stays(context), {}),
});

export const hiddenRead = defineEvent('hiddenRead')({
  hears: [],
  wordsOf: 'record',
  seenBy: (reader, { by }) => answersForRecord(reader, by) || reader.roles.has('submitter'),
  inPost: true,
});
