/** What a challenge that has opened asks of ideas that have ended. */
export { leaveAsleep, leftAsleep, sendToChallenge, sentToChallenge } from './answer-waking.js';
export { wake, woken } from './wake.js';
