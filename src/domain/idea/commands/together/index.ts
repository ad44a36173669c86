/** Who has an idea together. The idea waits for nobody's answer to that. */
export { acceptJoining, coSubmitterAdded } from './accept-joining.js';
export { addCoSubmitter, coSubmitterAsked } from './add-co-submitter.js';
export { coSubmitterDeclined, declineJoining } from './decline-joining.js';
export { coSubmitterLapsed, lapseJoining } from './lapse-joining.js';
export { stepOut, steppedOut } from './step-out.js';
