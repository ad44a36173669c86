import { action } from '../action.js';

export const sendToChallenge = action('sendToChallenge', {
  asks: () => ({ anew: true as const }),
  data: (_press, { anew }) => anew,
  offers: { sendToChallenge: { forward: true, asked: () => true } },
});

export const leaveAsleep = action('leaveAsleep', { offers: { leaveAsleep: {} } });
