import { offered } from '../action.js';

/** By those who decide on the idea that another is proposed to become a part of; one verb, with a yes or a no. */
export const acceptMerge = offered('acceptMerge', {
  offers: { acceptMerge: { forward: true, asked: () => true } },
});

export const declineMerge = offered('declineMerge', { offers: { declineMerge: {} } });
