/** What others than those who have the idea say of its problem: that they have it too, and that they want to solve it with them. */
export { hideNeed, needHidden } from './hide-need.js';
export { leavePart, leftPart } from './leave-part.js';
export { need, needed } from './need.js';
export { takePart, tookPart } from './take-part.js';
export { testToo } from './test-too.js';
