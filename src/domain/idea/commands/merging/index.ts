/** An idea becomes a part of another one: at once where the same people decide on both, else when those who decide on the other say yes. */
export { absorb, absorbed } from './absorb.js';
export { acceptMerge } from './accept-merge.js';
export { declineMerge, mergeDeclined } from './decline-merge.js';
export { endProposal, mergeLapsed } from './end-proposal.js';
export { merge, merged } from './merge.js';
export { mergeProposed, proposeMerge } from './propose-merge.js';
