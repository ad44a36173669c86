import { prefixRange } from '../../keys.js';

/** That an idea answers a challenge: a row beside all that do. */
export const answerKey = (challenge: string, idea: string) => `answer|${challenge}|${idea}`;
export const answersOf = (challenge: string) => prefixRange(`answer|${challenge}|`);
