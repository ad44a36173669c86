import { action } from '../action.js';

export const sendToChallenge = action('sendToChallenge', {
  asks: () => ({ tier: 'asItIs' as const }),
  data: (_press, { tier }) => ({ tier }),
  offers: { sendToChallenge: {} },
});

export const leaveAsleep = action('leaveAsleep', { offers: { leaveAsleep: {} } });
