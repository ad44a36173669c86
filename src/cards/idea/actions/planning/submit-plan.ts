import { costOf } from '../../../../domain/idea/needs.js';
import { amountText } from '../../parts/answers.js';
import { action } from '../action.js';

export const submitPlan = action('submitPlan', {
  asks: () => ({ funderIfItCosts: true as const }),
  data: (_press, { funderIfItCosts: funder }) => (funder ? { funder } : {}),
  offers: {
    submitPlan: {
      // A test that would be over before it began is mended first.
      when: ({ kit, idea, reader }) => !reader.roles.has('decider') || (idea.answers.end ?? '') >= kit.today,
      forward: true,
      title: ({ kit, idea, reader }) => {
        if (!reader.roles.has('decider')) return kit.say('button.submitPlan');
        const cost = costOf(idea) ?? 0;
        return cost === 0
          ? kit.say('button.startTest')
          : kit.say('button.askForMoney', { amount: amountText(kit, cost) });
      },
    },
  },
});
