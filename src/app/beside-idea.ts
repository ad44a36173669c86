import { nominatingIdea } from './award/nominate.js';
import { answersChallenge } from './challenge/answers-challenge.js';
import { groupOfIdea } from './group/group-of-idea.js';
import { type Beside, lookUpsBeside } from './idea/beside.js';
import { testsHere } from './idea/lists/tests-here.js';
import { improvementOfIdea } from './improvement/improvement-of-idea.js';
import { obstacleOfIdea } from './obstacle/obstacle-of-idea.js';
import { sharingIdea } from './sharing/share-idea.js';

/** What is looked up about an idea for its card beside what stands with it, one line each; begun beside what the idea's room looks up. */
const besideIdea: readonly Beside<unknown>[] = [
  testsHere,
  improvementOfIdea,
  answersChallenge,
  obstacleOfIdea,
  groupOfIdea,
  nominatingIdea,
  sharingIdea,
];

export const lookUpBeside = lookUpsBeside(besideIdea);
