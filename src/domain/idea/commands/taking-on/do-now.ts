import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import { addDays, type Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineDecision } from '../../event.js';
import { happens } from '../../standing.js';
import { assigned, withoutQuestion } from '../changes.js';
import { dayRefused } from '../chosen-day.js';

/** As far ahead as somebody can promise to have done it. */
const FARTHEST_DAYS = 366;

/** A leader has it done without a test, by somebody and by a day. */
export const doNow = defineCommand('doNow')<{ doer: PersonRef; until: Day }>({
  from: ['submitted'],
  by: ['decider'],
  words: {},
  sameVersion: true,
  leadsTo: ({ data, today }) => {
    const { doer, until } = data;
    const refused = dayRefused('until', until, { after: addDays(today, -1), last: addDays(today, FARTHEST_DAYS) });
    if (refused) return refuse(refused);
    return happens(doingAsked, { stage: 'doing', waiting: { for: 'doer', person: doer }, answerBy: until }, { doer });
  },
});

export const doingAsked = defineDecision('doingAsked')<{ doer: PersonRef }>({
  persons: { doer: 'traced' },
  changes: (idea, { by, data }) => ({ ...withoutQuestion(idea), leader: by, doer: assigned(data.doer, by) }),
  hears: ['doer', 'submitter', 'followers'],
  atOnce: ['doer'],
  wordsOf: 'record',
  inPost: true,
  opens: () => true,
});
