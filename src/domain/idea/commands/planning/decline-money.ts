import { defineCommand } from '../../command.js';
import { withNo } from '../../deciding/earlier-no.js';
import { askedIn, hoursIn, takenBy } from '../../deciding/resources.js';
import { defineDecision, type Noted } from '../../event.js';
import { forDriver, happens } from '../../standing.js';
import { without } from '../changes.js';
import { isForFunder } from '../conditions.js';

/** `asked`, `askedHours`: what it was about. `delegation`: what the one who decides rests on. `obstacle`: what stands in the idea's way. */
interface MoneyDeclined {
  asked?: number;
  askedHours?: number;
  obstacle?: string;
  delegation?: string;
}

/** The money, with the hours, is declined, and the plan goes back to the one who drives. */
export const declineMoney = defineCommand('declineMoney')<Pick<MoneyDeclined, 'delegation' | 'obstacle'>>({
  from: ['planning'],
  by: ['funder'],
  words: { reason: 'required', diary: 'optional' },
  sameVersion: true,
  when: isForFunder,
  leadsTo: (context) => {
    const { idea, data } = context;
    const { amount, hours } = idea.money ? askedIn(idea.money) : takenBy(idea);
    const about = { asked: amount, ...hoursIn('askedHours', hours) };
    return happens(moneyDeclined, forDriver(context, 'planning'), { ...data, ...about });
  },
});

export const moneyDeclined = defineDecision('moneyDeclined')<MoneyDeclined & Noted>({
  changes: (idea, event) => {
    const { obstacle } = event.data;
    const declined = without(withNo(idea, 'money', event, idea.money), 'money', 'question');
    return { ...declined, ...(obstacle && { obstacle }) };
  },
  hears: ['driver', 'leader', 'submitter'],
  atOnce: ['driver'],
  wordsOf: 'record',
  inPost: true,
  chain: () => 'money',
});
