import type { ObstacleWordKey } from './words.js';

/** Why a command on an obstacle was not carried out. */
export type ObstacleRefusal =
  | { code: 'notFound' | 'notAllowed' | 'stale' | 'notNow' }
  | { code: 'wordsMissing' | 'wordsTooLong'; field: ObstacleWordKey }
  | { code: 'badDate' | 'dateNotAhead' | 'dateFarOff'; field: 'until' };
