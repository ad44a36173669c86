/** An idea moves on to somebody else, or ends; here, or as it was decided outside. */
export { close, closed } from './close.js';
export { noteDecision } from './note-decision.js';
export { passedOn, passOn } from './pass-on.js';
