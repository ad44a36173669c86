import { refuse } from '../../../result.js';
import { dayOf, daysBetween, hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';
import { tellDelayOn, toldOfDelay } from '../../waiting/silence.js';
import { open } from '../conditions.js';

/** The truth to the submitters, once a month. */
export const tellDelay = defineCommand('tellDelay')({
  from: open,
  by: ['clock'],
  words: {},
  sameVersion: true,
  when: (idea) => tellDelayOn(idea) !== undefined,
  leadsTo: (context) => {
    const { idea, today, setting } = context;
    const { waitingSince, silence, escalated } = idea;
    if (!hasCome(tellDelayOn(idea), today) || !waitingSince) return refuse({ code: 'notNow' });
    const days = daysBetween(dayOf(waitingSince, setting.timeZone), today);
    return happens(delayTold, stays(context), { days, reminders: silence?.reminders ?? (escalated ? 2 : 1) });
  },
});

export const delayTold = defineEvent('delayTold')<{ days: number; reminders: number }>({
  hears: ['submitter'],
  tells: ({ as, person }, _, idea) => as !== 'submitter' || toldOfDelay(idea).includes(person),
  // How long it has waited is no news of what has been answered meanwhile.
  overtaken: (idea) => !idea.silence,
  wordsOf: 'record',
  silence: (before, { day }) => ({ ...before, toldOn: day }),
});
