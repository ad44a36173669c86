import { isAmount } from '../../../amount.js';
import { isHours } from '../../../hours.js';
import type { PersonRef } from '../../../person/person.js';
import { refuse } from '../../../result.js';
import type { Day } from '../../../time.js';
import { defineCommand } from '../../command.js';
import { waitsForChecks } from '../../deciding/checks.js';
import { askedIn, hoursIn, isNothing } from '../../deciding/resources.js';
import { defineDecision, type Noted } from '../../event.js';
import { forTest, happens } from '../../standing.js';
import { without } from '../changes.js';
import { isForFunder } from '../conditions.js';
import { testDays, testFrom } from './test-days.js';

/** The money and the hours are granted, and the test begins. `hours`: all that were asked for where nothing is said. `delegation`: what the one who decides rests on. */
export const grant = defineCommand('grant')<{ amount: number; hours?: number; delegation?: string }>({
  from: ['planning'],
  by: ['funder'],
  words: { reason: 'optional', diary: 'optional' },
  sameVersion: true,
  // What the test touches is in order first; whoever decides on the money may say no meanwhile, or ask.
  when: (idea) => isForFunder(idea) && !waitsForChecks(idea),
  refusedAs: (idea) => (isForFunder(idea) && waitsForChecks(idea) ? { code: 'checksOpen' } : undefined),
  leadsTo: (context) => {
    const { idea, data } = context;
    const asked = idea.money ? askedIn(idea.money) : { amount: 0, hours: 0 };
    const { amount, hours = asked.hours } = data;
    if (!isAmount(amount)) return refuse({ code: 'badAmount', field: 'amount' });
    if (!isHours(hours)) return refuse({ code: 'badHours', field: 'grantHours' });
    // Nothing at all is a no, which has a reason.
    if (isNothing({ amount, hours })) {
      return refuse(
        asked.amount > 0 ? { code: 'badAmount', field: 'amount' } : { code: 'badHours', field: 'grantHours' },
      );
    }
    if (amount > asked.amount) return refuse({ code: 'amountTooLarge' });
    if (hours > asked.hours) return refuse({ code: 'hoursTooMany' });
    const test = testDays(context);
    if (!test) return refuse({ code: 'testDatePassed' });
    return happens(granted, forTest(context, test.end), {
      amount,
      asked: asked.amount,
      ...hoursIn('hours', hours),
      ...hoursIn('askedHours', asked.hours),
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
  hours?: number;
  askedHours?: number;
  delegation?: string;
  driver?: PersonRef;
  test: { start: Day; end: Day };
}

export const granted = defineDecision('granted')<Granted & Noted>({
  persons: { driver: 'traced' },
  changes: (idea, { by, day, data, words }) => {
    const { amount, hours = 0, test } = data;
    const { diary } = words;
    // Whoever only notes what others have decided has granted nothing.
    const here = !data.outside && by !== 'clock' && { grantedBy: by };
    const money = idea.money && {
      ...idea.money,
      granted: amount,
      ...hoursIn('grantedHours', hours),
      ...here,
      ...(diary && { diary }),
    };
    return {
      ...without(idea, 'earlierNo', 'question'),
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
