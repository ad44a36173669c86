/** What time brings. Each refuses when it is not due, so that nobody is told twice or too early. */
export { askProgress, progressAsked } from './ask-progress.js';
export { adoptionChecked, checkAdoption } from './check-adoption.js';
export { cameBack, comeBack } from './come-back.js';
export { endRest, restEnded } from './end-rest.js';
export { escalate, escalated } from './escalate.js';
export { halfWay, lookHalfWay } from './look-half-way.js';
export { movedOn, moveOn } from './move-on.js';
export { movedWithUnit, moveWithUnit } from './move-with-unit.js';
export { pause, paused } from './pause.js';
export { remind, reminded } from './remind.js';
export { remindAgain, remindedAgain } from './remind-again.js';
export { betterReminded, remindBetter } from './remind-better.js';
export { delayTold, tellDelay } from './tell-delay.js';
