import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { answersForRecord } from '../../reading/visibility.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Those who decide let a text stand that somebody has said something about. */
export const answerReport = defineCommand('answerReport')({
  from: stageNames,
  by: ['decider'],
  words: {},
  sameVersion: false,
  when: (idea) => idea.report !== undefined,
  leadsTo: (context) => {
    const { report } = context.idea;
    return report === undefined ? refuse({ code: 'notNow' }) : happens(reportAnswered, stays(context), { report });
  },
});

/** `report`: the event that it answers. */
export const reportAnswered = defineEvent('reportAnswered')<{ report: number }>({
  hears: ['reporters'],
  wordsOf: 'record',
  seenBy: (reader, { by }) => answersForRecord(reader, by),
  answersReport: true,
});
