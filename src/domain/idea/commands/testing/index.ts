/** The test and what comes of it. */
export { extend, extended } from './extend.js';
export { stopAsAgreed, stoppedAsAgreed } from './stop-as-agreed.js';
export { resultSubmitted, submitResult } from './submit-result.js';
export { usedHere, useHere } from './use-here.js';
