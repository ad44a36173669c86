import { refuse } from '../../../result.js';
import { type Day, isDay } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { happens, stays } from '../../standing.js';

/** A challenge has opened that an idea which ended may fit: whoever had it is asked, once for each challenge, whether they send it there; `until`: the last day for that. */
export const wake = defineCommand('wake')<{ challenge: string; until: Day }>({
  from: ['closed'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: ({ ending, submittersLeft, hidden }) => !ending?.into && !submittersLeft && !hidden,
  leadsTo: (context) => {
    const { idea, data, today } = context;
    // Nobody is asked for what nobody could answer in time.
    const isLate = !isDay(data.until) || data.until < today;
    if (isLate || idea.woken?.challenge === data.challenge) return refuse({ code: 'notNow' });
    return happens(woken, stays(context), data);
  },
});

export const woken = defineEvent('woken')<{ challenge: string; until: Day }>({
  changes: (idea, { data: { challenge, until } }) => ({ ...idea, woken: { challenge, until } }),
  hears: ['submitter'],
  overtaken: (idea) => idea.woken === undefined || idea.woken.answered === true,
  submittersOnly: true,
  wordsOf: 'record',
  idle: true,
  leavesRights: true,
});
