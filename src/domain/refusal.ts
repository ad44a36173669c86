import type { FieldName } from './needs.js';
import type { WordKey } from './words.js';

/** Why a command was not carried out. The code is a text key: `refusal.{code}`. */
export type Refusal =
  | { code: 'notFound' | 'notAllowed' | 'ownIdea' | 'stale' | 'notNow' | 'noQuestion' }
  | { code: 'sameDepartment' | 'unknownDepartment' | 'unknownColleague' | 'unknownChannel' | 'dateNotAhead' }
  | { code: 'notYourDepartment' | 'noDepartment' | 'sameIdea' | 'unknownIdea' | 'testDatePassed' | 'endBeforeStart' }
  | { code: 'amountTooLarge' | 'thankedBefore' | 'ownPlan' | 'tooManyEffects' }
  | { code: 'dateAhead' | 'someoneMay' }
  | { code: 'wordsMissing' | 'wordsTooLong'; field: WordKey | FieldName }
  | { code: 'badAmount' | 'badDate' | 'badChoice'; field: FieldName };
