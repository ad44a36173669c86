import { refuse } from '../../../result.js';
import { type Day, hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import type { Audience } from '../../notices/audiences.js';
import { happens, stays, within } from '../../standing.js';
import type { FollowUpAudience } from '../../use/follow-up.js';
import { nextFollowUp, withFollowUpAsked } from '../../use/in-use.js';
import { monthsInUse } from './months-in-use.js';

/** How an idea in use goes is asked at half a year and then each year. `to`: who is asked. */
export const askFollowUp = defineCommand('askFollowUp')<{ to: readonly FollowUpAudience[] }>({
  from: ['inUse'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: (idea) => nextFollowUp(idea) !== undefined,
  leadsTo: (context) => {
    const { idea, data, today } = context;
    if (!hasCome(nextFollowUp(idea), today)) return refuse({ code: 'notNow' });
    return happens(followUpAsked, stays(context), {
      ...data,
      answerBy: within(context, 'owner'),
      months: monthsInUse(context),
    });
  },
});

/** `to`: who is asked; `again`: reminded, once; `months`: how long it has been in use. An earlier version kept nothing of it. */
interface FollowUpAsked {
  to?: readonly FollowUpAudience[];
  again?: true;
  answerBy?: Day;
  months?: number;
}

export const followUpAsked = defineEvent('followUpAsked')<FollowUpAsked>({
  changes: withFollowUpAsked,
  hears: ['owner', 'leader', 'deciders'],
  atOnce: ['owner'],
  // Of those who may be asked how an idea goes, only those who were.
  tells: ({ as }, { data }) => {
    const to: readonly Audience[] = data.to ?? ['owner', 'leader'];
    return to.includes(as);
  },
  stop: 'reminders',
  overtaken: (idea) => !idea.followUpAsked,
  asksBeside: ['owner', 'leader', 'deciders'],
  wordsOf: 'record',
});
