/** What is looked at before a test, by those whose matter it is. */
export { answerCheck, checkAnswered } from './answer-check.js';
export { askChecks, checksAsked } from './ask-checks.js';
export { checksReminded, remindChecks } from './remind-checks.js';
