import { defineCommand } from '../../command.js';
import { withNo } from '../../deciding/earlier-no.js';
import { defineDecision, type Noted } from '../../event.js';
import { forDriver, happens } from '../../standing.js';
import { without } from '../changes.js';
import { isForFunder } from '../conditions.js';

/** `delegation`: what the one who decides rests on. */
interface MoneyDeclined {
  delegation?: string;
}

/** The money is declined, and the plan goes back to the one who drives. */
export const declineMoney = defineCommand('declineMoney')<MoneyDeclined>({
  from: ['planning'],
  by: ['funder'],
  words: { reason: 'required', diary: 'optional' },
  sameVersion: true,
  when: isForFunder,
  leadsTo: (context) => happens(moneyDeclined, forDriver(context, 'planning'), context.data),
});

export const moneyDeclined = defineDecision('moneyDeclined')<MoneyDeclined & Noted>({
  changes: (idea, event) => without(withNo(idea, 'money', event, idea.money?.asked), 'money', 'question'),
  hears: ['driver', 'leader', 'submitter'],
  atOnce: ['driver'],
  wordsOf: 'record',
  inPost: true,
  chain: () => 'money',
});
