/** Who somebody is, and that they have gone. */
export { identified, identify } from './identify.js';
export { leave, personLeft } from './leave.js';
