import { action } from '../action.js';

export const acceptJoining = action('acceptJoining', {
  asks: () => ({ tier: 'withMe' as const }),
  data: (_press, { tier }) => ({ tier }),
  offers: { acceptJoining: { forward: true, asked: () => true } },
});

export const declineJoining = action('declineJoining', { offers: { declineJoining: {} } });
