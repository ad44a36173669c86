import type { MeetingWordKey } from './words.js';

/** Why a command on a meeting was not carried out. */
export type MeetingRefusal =
  | { code: 'notFound' | 'notAllowed' | 'stale' | 'notNow' | 'full' | 'comesAlready' | 'comesNot' | 'notForYou' }
  | { code: 'wordsMissing' | 'wordsTooLong'; field: MeetingWordKey }
  | { code: 'badDate' | 'dateNotAhead' | 'dateFarOff'; field: 'on' }
  | { code: 'badTime' | 'hasBegun'; field: 'at' }
  | { code: 'badSeats' | 'fewerSeats'; field: 'seats' };
