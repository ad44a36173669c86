/** From one place that has tested it to many that use it. */
export { acceptOwning, owningAccepted } from './accept-owning.js';
export { adapt, adapted } from './adapt.js';
export { adopt, adopted } from './adopt.js';
export { backToTest, testedAgain } from './back-to-test.js';
export { declineOwning, owningDeclined } from './decline-owning.js';
export { invite, invited } from './invite.js';
export { nameOwner, ownerNamed } from './name-owner.js';
export { notNow, notTakenIn } from './not-now.js';
export { scale, scaled } from './scale.js';
export { spread, takenIn } from './spread.js';
export { stoppedUsing, stopUsing } from './stop-using.js';
export { betterTold, tellBetter } from './tell-better.js';
export { coreTold, tellCore } from './tell-core.js';
