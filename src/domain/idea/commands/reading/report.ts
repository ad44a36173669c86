import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { wordsAreErased } from '../../people/leaving.js';
import { answersForRecord, isOutOfSight } from '../../reading/visibility.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Says to those who decide that something is wrong with the text. */
export const report = defineCommand('report')({
  from: stageNames,
  by: ['reader'],
  words: { reason: 'optional' },
  sameVersion: false,
  // Whoever decides hides it. Nobody says something about what they cannot read.
  when: (idea, roles) => !roles.has('decider') && !isOutOfSight(idea, { ref: '', roles }) && !wordsAreErased(idea),
  // Whoever says it while those who decide have not answered yet is told of their answer (report-words.ts).
  leadsTo: (context) =>
    context.idea.report === undefined ? happens(reported, stays(context), {}) : refuse({ code: 'notNow' }),
});

export const reported = defineEvent('reported')({
  changes: (idea, { seq }) => ({ ...idea, report: seq }),
  hears: ['deciders'],
  wordsOf: 'person',
  seenBy: (reader, { by }) => answersForRecord(reader, by),
});
