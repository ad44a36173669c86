/** What a challenge that has opened asks of ideas that have ended. */
export { endWaking, leaveAsleep, leftAsleep, sendToChallenge, sentToChallenge, wakingEnded } from './answer-waking.js';
export { wake, woken } from './wake.js';
