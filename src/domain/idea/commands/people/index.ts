/** Who somebody is, and that they have gone. */
export { handBack, handedBack } from './hand-back.js';
export { identified, identify } from './identify.js';
export { leave, personLeft } from './leave.js';
