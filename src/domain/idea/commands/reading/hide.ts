import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Those who decide take unsuitable words out of sight at once; the record says that it happened. */
export const hide = defineCommand('hide')({
  from: stageNames,
  by: ['decider'],
  words: {},
  sameVersion: false,
  when: (idea) => !idea.hidden,
  leadsTo: (context) => {
    const { report } = context.idea;
    return happens(hidden, stays(context), report === undefined ? {} : { report });
  },
});

/** `report`: the event by which somebody had said something about the text, which this answers. */
export const hidden = defineEvent('hidden')<{ report?: number }>({
  changes: (idea, { seq }) => ({ ...idea, hidden: true, hiddenSince: seq }),
  hears: ['submitter', 'reporters'],
  // What has been done with their words is as a decision on their idea.
  atOnce: ['submitter'],
  submittersOnly: true,
  leavesRights: true,
  wordsOf: 'record',
  inPost: true,
  answersReport: true,
  takesAway: () => true,
});
