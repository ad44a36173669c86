import { answersChallenge } from './challenge/answers-challenge.js';
import { type Beside, lookUpsBeside } from './idea/beside.js';

/** What rooms after the idea's look up about an idea for its card, one line each; begun beside what the idea's room looks up. */
const besideIdea: readonly Beside<unknown>[] = [answersChallenge];

export const lookUpBeside = lookUpsBeside(besideIdea);
