import type { CommandType } from '../domain/idea/commands.js';
import { nominateShown } from './award/nominate-shown.js';
import { sendsThere, whileAsked } from './challenge/waking.js';
import { actions as ofIdea, withOwnVerbs as ofIdeaWithOwnVerbs } from './idea/actions/index.js';
import { looking as ofIdeaLooking, type Shows } from './idea/actions/looking.js';
import { improvementShown } from './improvement/improvement-shown.js';
import { hinder } from './obstacle/hinder.js';
import { hinderThere } from './obstacle/hinder-there.js';
import { hindered, hinderedTogether } from './obstacle/hindered.js';
import { obstacleShown } from './obstacle/obstacle-shown.js';
import { shareShown } from './sharing/share-shown.js';

/**
 * What can be done on the idea's card, of whatever room: the idea's own, and what rooms after it add, which the idea's room
 * does not know. Offers, presses, panels and their texts are made of these (idea/actions/tables.ts), and what is missing for
 * one the compiler names. In which order its buttons stand is said in idea-order.ts; what else rooms put on the card, in
 * idea-card.ts.
 */
export const actions = {
  ...ofIdea,
  close: hinderedTogether(ofIdea.close),
  declineMoney: hindered(ofIdea.declineMoney),
  notNow: hindered(ofIdea.notNow),
  postpone: hindered(ofIdea.postpone),
  leaveAsleep: whileAsked(ofIdea.leaveAsleep),
  sendToChallenge: sendsThere(ofIdea.sendToChallenge),
  hinder,
  hinderThere,
} as const satisfies { readonly [T in CommandType]?: { type: T } };

/** Those whose presses are verbs of their own (verbs.ts). */
export const withOwnVerbs = { ...ofIdeaWithOwnVerbs } as const satisfies {
  readonly [T in CommandType]?: { type: T };
};

/** What no button of an idea's card gives: a form of its own gives it, time brings it, or it follows from something else. */
const withoutButton = [
  ...(['submit', 'enter', 'proposeMerge', 'absorb', 'identify', 'leave', 'handBack', 'comeBack', 'moveOn'] as const),
  ...(['moveWithUnit', 'liftObstacle', 'liftThere'] as const),
  ...(['remind', 'escalate', 'remindAgain', 'tellDelay', 'askProgress', 'lookHalfWay', 'lapseJoining'] as const),
  ...(['lapseTakingOver', 'endRest', 'remindChecks', 'endOpinions', 'pause'] as const),
  ...(['endProposal', 'wake', 'endWaking', 'checkAdoption', 'remindBetter', 'askFollowUp', 'remindFollowUp'] as const),
  'askImprovement',
] as const satisfies readonly CommandType[];

/** All of them: the compiler names a command that has neither a button nor a place in the list above. */
export const everyAction = { ...actions, ...withOwnVerbs } as const satisfies {
  readonly [T in Exclude<CommandType, (typeof withoutButton)[number]>]: { type: T };
};

const shows = {
  improvement: improvementShown,
  obstacle: obstacleShown,
  nominate: nominateShown,
  shareOut: shareShown,
} as const satisfies Shows;

/** What is offered and changes nothing of the idea; other rooms' offers each show a panel of theirs. */
export const looking = { ...ofIdeaLooking, ...shows };
