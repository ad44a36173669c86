import { isAmount } from '../../../amount.js';
import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { defineDecision, type Noted } from '../../event.js';
import { forTest, happens } from '../../standing.js';
import { without } from '../changes.js';
import { isForFunder } from '../conditions.js';
import { testDays, testFrom } from './test-days.js';

/** The money is granted, and the test begins. `delegation`: what the one who decides rests on. */
export const grant = defineCommand('grant')<{ amount: number; delegation?: string }>({
  from: ['planning'],
  by: ['funder'],
  words: { reason: 'optional', diary: 'optional' },
  sameVersion: true,
  when: isForFunder,
  leadsTo: (context) => {
    const { idea, data } = context;
    const asked = idea.money?.asked ?? 0;
    if (!isAmount(data.amount) || data.amount === 0) return refuse({ code: 'badAmount', field: 'amount' });
    if (data.amount > asked) return refuse({ code: 'amountTooLarge' });
    const test = testDays(context);
    if (!test) return refuse({ code: 'testDatePassed' });
    return happens(granted, forTest(context, test.end), {
      amount: data.amount,
      asked,
      test,
      ...(data.delegation && { delegation: data.delegation }),
      ...(idea.driver && { driver: idea.driver.person }),
    });
  },
});

/** `delegation`: what those who decide on money rest on, as the organisation file said then. */
interface Granted {
  amount: number;
  asked: number;
  delegation?: string;
  driver?: PersonRef;
  test: { start: Day; end: Day };
}

export const granted = defineDecision('granted')<Granted & Noted>({
  persons: { driver: 'traced' },
  changes: (idea, { by, day, data, words }) => {
    const { amount, test } = data;
    const { diary } = words;
    // Whoever only notes what others have decided has granted nothing.
    const here = !data.outside && by !== 'clock' && { grantedBy: by };
    const money = idea.money && { ...idea.money, granted: amount, ...here, ...(diary && { diary }) };
    return {
      ...without(idea, 'earlierNo', 'question', 'obstacle'),
      ...(money && { money }),
      test: testFrom(test, day),
    };
  },
  hears: ['driver', 'leader', 'submitter', 'partners', 'followers'],
  atOnce: ['driver'],
  wordsOf: 'record',
  inPost: true,
  chain: () => 'money',
});
