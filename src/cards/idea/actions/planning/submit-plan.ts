import { needsOtherYes } from '../../../../domain/idea/deciding/checks.js';
import { costOf } from '../../../../domain/idea/needs.js';
import { amountText } from '../../parts/answers.js';
import { action } from '../action.js';

export const submitPlan = action('submitPlan', {
  asks: () => ({ funderIfItCosts: true as const, otherDecider: true as const }),
  data: (_press, { funderIfItCosts: funder, otherDecider: tier }) => ({
    ...(funder && { funder }),
    ...(tier && { tier }),
  }),
  offers: {
    submitPlan: {
      // A test that would be over before it began is mended first.
      when: ({ context, idea, reader }) => !reader.roles.has('decider') || (idea.answers.end ?? '') >= context.today,
      forward: true,
      title: ({ context, idea, reader }) => {
        // Somebody else says yes to a plan that touches what had to be looked at first.
        if (!reader.roles.has('decider') || needsOtherYes(idea)) return context.t('button.submitPlan');
        const cost = costOf(idea) ?? 0;
        return cost === 0
          ? context.t('button.startTest')
          : context.t('button.askForMoney', { amount: amountText(context, cost) });
      },
    },
  },
});
