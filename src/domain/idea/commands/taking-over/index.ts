/** Who takes over if a test works is asked before it, and answers. */
export { acceptTakingOver, takingOverAccepted } from './accept-taking-over.js';
export { declineTakingOver, takingOverDeclined } from './decline-taking-over.js';
export { lapseTakingOver, takingOverLapsed } from './lapse-taking-over.js';
export { nameSuccessor, successorNamed } from './name-successor.js';
