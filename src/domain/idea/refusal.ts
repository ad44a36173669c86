import type { FieldName } from './fields.js';
import type { WordKey } from './words.js';

/** Those that say all with their code. */
type Plain =
  | 'notFound'
  | 'notAllowed'
  | 'ownIdea'
  | 'stale'
  | 'notNow'
  | 'noQuestion'
  | 'sameDepartment'
  | 'unknownDepartment'
  | 'unknownColleague'
  | 'unknownChannel'
  | 'notYourDepartment'
  | 'noDepartment'
  | 'sameIdea'
  | 'unknownIdea'
  | 'testDatePassed'
  | 'testNotEnded'
  | 'usedMore'
  | 'endBeforeStart'
  | 'amountTooLarge'
  | 'hoursTooMany'
  | 'thankedBefore'
  | 'neededBefore'
  | 'ownProblem'
  | 'enoughTakingPart'
  | 'checksOpen'
  | 'ownPlan'
  | 'ownChecks'
  | 'postponedTwice'
  | 'tooManyEffects'
  | 'tooManyGoals'
  | 'tooManySame'
  | 'dateAhead'
  | 'startAhead'
  | 'someoneMay'
  | 'grantedIt'
  | 'dateBefore'
  | 'nobodyAnswers'
  | 'cannotBeAsked'
  | 'cannotGiveOpinion'
  | 'tooManyOpinions'
  | 'proposalEnded'
  | 'proposedBefore'
  | 'tooManyTogether'
  | 'authorUnknown'
  | 'tooManyAsked'
  | 'personalNumber'
  | 'perhapsPersonalNumber'
  | 'aboutPerson';

/** Why a command was not carried out. The code is a text key: `refusal.{code}`. */
export type Refusal =
  | { code: Plain }
  | { code: 'wordsMissing' | 'wordsTooLong'; field: WordKey | FieldName }
  | { code: 'badAmount' | 'badHours' | 'badLink' | 'badDate' | 'dateFarOff' | 'badChoice'; field: FieldName }
  /** A day that somebody chooses in a form of its own: until when, or on which to take the idea up again. */
  | { code: 'badDate' | 'dateNotAhead' | 'dateFarOff'; field: 'until' | 'tryAgainOn' }
  /** The last day of a test that has begun before it came here. */
  | { code: 'dateNotAhead'; field: 'end' }
  /** What has been decided outside, whether an idea is used, and what somebody thinks of it. */
  | { code: 'badChoice'; field: 'decision' | 'use' | 'view' }
  /** In which stage something is that exists already. */
  | { code: 'badChoice'; field: 'stage' }
  /** What stands in its way. */
  | { code: 'wordsMissing' | 'wordsTooLong'; field: 'obstacleLine' }
  /** What is granted, which is no part of what is needed. */
  | { code: 'badAmount'; field: 'amount' }
  | { code: 'badHours'; field: 'grantHours' };
