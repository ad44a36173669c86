/** What others think, asked before somebody decides. */
export { askOpinion, opinionAsked } from './ask-opinion.js';
export { endOpinions, opinionsEnded } from './end-opinions.js';
export { giveOpinion, opinionGiven } from './give-opinion.js';
