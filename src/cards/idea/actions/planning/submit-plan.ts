import { needsOtherYes } from '../../../../domain/idea/deciding/checks.js';
import { isFree, takenBy } from '../../../../domain/idea/deciding/resources.js';
import { resourcesText } from '../../parts/answers.js';
import { action } from '../action.js';

export const submitPlan = action('submitPlan', {
  asks: () => ({ funderIfItCosts: true as const, otherDecider: true as const, buyer: true as const }),
  data: (_press, { funderIfItCosts: funder, otherDecider: tier, buyer }) => ({
    ...(funder && { funder }),
    ...(tier && { tier }),
    ...(buyer && { buyer }),
  }),
  offers: {
    submitPlan: {
      // A test that would be over before it began is mended first.
      when: ({ context, idea, reader }) => !reader.roles.has('decider') || (idea.answers.end ?? '') >= context.today,
      forward: true,
      title: ({ context, idea, reader }) => {
        // Somebody else says yes to a plan that touches what had to be looked at first.
        if (!reader.roles.has('decider') || needsOtherYes(idea)) return context.t('button.submitPlan');
        return isFree(idea)
          ? context.t('button.startTest')
          : context.t('button.askForMoney', { amount: resourcesText(context, takenBy(idea)) });
      },
    },
  },
});
