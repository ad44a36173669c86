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

/** `others`: how many more have thanked in the stretch of time that is told of. */
export const thanked = defineEvent('thanked')<{ others?: number }>({
  reaction: 'thank',
  // Of records from before each thank-you had a row of its own.
  changes: (idea, { by }) => ({ ...idea, thankedBy: [...idea.thankedBy, ...(by === 'clock' ? [] : [by])] }),
  hears: ['submitter'],
  gathers: true,
  leavesRights: true,
  wordsOf: 'person',
  idle: true,
});
