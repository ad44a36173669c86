import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { forDeciders, happens, stays } from '../../standing.js';
import { without } from '../changes.js';
import { asksToAccept, driven, maybeReason } from '../conditions.js';

/** "Helst någon annan". */
export const declineDriving = defineCommand('declineDriving')({
  from: driven,
  by: ['driver'],
  words: maybeReason,
  sameVersion: true,
  when: asksToAccept('driver'),
  leadsTo: (context) => {
    const { stage, waiting } = context.idea;
    return happens(drivingDeclined, waiting?.for === 'driver' ? forDeciders(context, stage) : stays(context), {});
  },
});

export const drivingDeclined = defineEvent('drivingDeclined')({
  // A question about its money was for them: the plan is handed in anew by whoever comes.
  changes: (idea) =>
    idea.question?.backTo === 'funder' ? without(idea, 'driver', 'question') : without(idea, 'driver'),
  hears: ['deciders'],
  atOnce: ['deciders'],
  wordsOf: 'person',
});
