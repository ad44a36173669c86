import { refuse } from '../../../result.js';
import { hasCome } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { happens, stays } from '../../standing.js';
import type { FollowUpAudience } from '../../use/follow-up.js';
import { remindFollowUpOn } from '../../use/in-use.js';
import { followUpAsked } from './ask-follow-up.js';
import { monthsInUse } from './months-in-use.js';

/** Those who have not answered how an idea goes are reminded, once. */
export const remindFollowUp = defineCommand('remindFollowUp')<{ to: readonly FollowUpAudience[] }>({
  from: ['inUse'],
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: (idea) => remindFollowUpOn(idea) !== undefined,
  leadsTo: (context) => {
    const { idea, data, today } = context;
    if (!hasCome(remindFollowUpOn(idea), today)) return refuse({ code: 'notNow' });
    return happens(followUpAsked, stays(context), { ...data, again: true, months: monthsInUse(context) });
  },
});
