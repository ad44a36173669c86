import { action } from '../action.js';

export const acceptJoining = action('acceptJoining', {
  asks: () => ({ tierWithMe: true as const }),
  data: (_press, { tierWithMe }) => ({ tier: tierWithMe }),
  offers: { acceptJoining: { forward: true, asked: () => true } },
});

export const declineJoining = action('declineJoining', { offers: { declineJoining: {} } });
