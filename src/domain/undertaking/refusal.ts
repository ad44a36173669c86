import type { UndertakingWordKey } from './words.js';

/** Why a command on an undertaking was not carried out. */
export type UndertakingRefusal =
  | { code: 'notFound' | 'notAllowed' | 'stale' | 'notNow' | 'yearFull' | 'yearSpent' }
  | { code: 'wordsMissing' | 'wordsTooLong'; field: UndertakingWordKey }
  | { code: 'badDate' | 'dateNotAhead' | 'dateFarOff' | 'otherYear'; field: 'until' };
