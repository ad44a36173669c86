import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { answerRole, happens, stays, within } from '../../standing.js';
import { open } from '../conditions.js';

/** Whoever has not answered in time is reminded, and has a date of their own once more. */
export const remind = defineCommand('remind')({
  from: open,
  by: ['clock'],
  words: {},
  sameVersion: true,
  when: (idea) => !idea.reminded && idea.waiting !== undefined,
  leadsTo: (context) => {
    const { idea, today } = context;
    if (!idea.waiting || !idea.answerBy || idea.answerBy >= today) return refuse({ code: 'notNow' });
    const to = { ...stays(context), answerBy: within(context, answerRole(idea.waiting)) };
    return happens(reminded, to, { passed: idea.answerBy });
  },
});

/** `passed`: the date that has gone by. */
export const reminded = defineEvent('reminded')<{ passed: Day }>({
  changes: (idea) => ({ ...idea, reminded: true }),
  hears: ['waitedFor', 'submitter'],
  atOnce: ['waitedFor'],
  wordsOf: 'record',
  asksWorker: 'reminder',
  silence: (_, { day }) => ({ reminders: 1, remindedOn: day, toldOn: day }),
});
