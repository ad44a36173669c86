import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { forDriver, happens, stays } from '../../standing.js';
import { accepted } from '../changes.js';
import { asksToAccept, driven } from '../conditions.js';
import { hasGranted } from './granted-by.js';

/** "Jag driver gärna". */
export const acceptDriving = defineCommand('acceptDriving')({
  from: driven,
  by: ['driver'],
  words: {},
  sameVersion: true,
  when: asksToAccept('driver'),
  leadsTo: (context) => {
    const { idea, actor } = context;
    if (hasGranted(actor.ref, idea)) return refuse({ code: 'grantedIt' });
    const to = idea.waiting?.for === 'driver' ? forDriver(context, idea.stage) : stays(context);
    return happens(drivingAccepted, to, {});
  },
});

export const drivingAccepted = defineEvent('drivingAccepted')({
  changes: accepted('driver'),
  hears: ['leader', 'submitter'],
  wordsOf: 'record',
  newTask: () => true,
});
