/** How an idea in use goes: asked at half a year and then each year, and told at any time. */
export { askFollowUp, followUpAsked } from './ask-follow-up.js';
export { followedUp, followUp, retired } from './follow-up.js';
export { remindFollowUp } from './remind-follow-up.js';
