import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { forDeciders, happens, stays, waitsFor } from '../../standing.js';
import { without } from '../changes.js';
import { asksToAccept, driven, maybeReason } from '../conditions.js';
import { entererOf, type FallsTo, fallsToThem, withEnterer } from '../falls-to.js';

/** "Helst någon annan". */
export const declineDriving = defineCommand('declineDriving')({
  from: driven,
  by: ['driver'],
  words: maybeReason,
  sameVersion: true,
  when: asksToAccept('driver'),
  leadsTo: (context) => {
    const { stage, waiting } = context.idea;
    const enterer = entererOf(context);
    if (enterer) {
      const to = waitsFor(context, stage, { for: 'driver', person: enterer }, context.idea.answerBy);
      return happens(drivingDeclined, waiting?.for === 'driver' ? to : stays(context), { enterer });
    }
    return happens(drivingDeclined, waiting?.for === 'driver' ? forDeciders(context, stage) : stays(context), {});
  },
});

export const drivingDeclined = defineEvent('drivingDeclined')<FallsTo>({
  persons: { enterer: 'found' },
  // A question about its money was for them: the plan is handed in anew by whoever comes.
  changes: (idea, { data }) =>
    withEnterer(
      'driver',
      idea.question?.backTo === 'funder' ? without(idea, 'driver', 'question') : without(idea, 'driver'),
      data,
    ),
  hears: ['deciders', 'submitter'],
  atOnce: ['deciders'],
  tells: fallsToThem,
  wordsOf: 'person',
});
