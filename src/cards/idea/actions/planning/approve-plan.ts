import { asksForTheSame } from '../../../../domain/idea/deciding/earlier-no.js';
import { action } from '../action.js';

export const approvePlan = action('approvePlan', {
  asks: () => ({ funder: true as const }),
  data: (_press, { funder }) => ({ funder }),
  offers: {
    approvePlan: {
      // What was asked for and declined is not approved once more: its cost is changed first.
      when: ({ context, idea }) => (idea.answers.end ?? '') >= context.today && !asksForTheSame(idea),
      forward: true,
    },
  },
});
