import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/** Thanks those whose idea it is. A thank-you is from one person: twice is once. */
export const thank = defineCommand('thank')({
  from: stageNames,
  by: ['reader'],
  words: { thanks: 'optional' },
  sameVersion: false,
  when: (_, roles) => !roles.has('submitter') && !roles.has('joined'),
  leadsTo: (context) =>
    context.idea.thankedBy.includes(context.actor.ref)
      ? refuse({ code: 'thankedBefore' })
      : happens(thanked, stays(context), {}),
});

export const thanked = defineEvent('thanked')({
  changes: (idea, { by }) => ({ ...idea, thankedBy: [...idea.thankedBy, ...(by === 'clock' ? [] : [by])] }),
  hears: ['submitter'],
  leavesRights: true,
  wordsOf: 'person',
  idle: true,
});
