import type { ChallengeWordKey } from './words.js';

/** Why a command on a challenge was not carried out. */
export type ChallengeRefusal =
  | { code: 'notFound' | 'notAllowed' | 'stale' | 'notNow' | 'noOffer' | 'sameOwner' }
  /** Who answers from outside is an organisation, and no person. */
  | { code: 'notOrganisation' }
  /** A correction that changes nothing. */
  | { code: 'sameAnswer' }
  | { code: 'tooManyOutside'; most: number }
  /** So many are open already as may be at a time. */
  | { code: 'tooManyOpen' | 'tooManyTakePart'; most: number }
  | { code: 'notYourDepartment' | 'takesPart' | 'takesNoPart' }
  | { code: 'wordsMissing' | 'wordsTooLong'; field: ChallengeWordKey }
  | { code: 'badDate' | 'dateNotAhead' | 'dateFarOff'; field: 'answerBy' | 'resultBy' }
  | { code: 'badAmount'; field: 'money' };
