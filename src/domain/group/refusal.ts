/** Why a command on a group was not carried out. */
export type GroupRefusal =
  | { code: 'notFound' | 'notAllowed' | 'notNow' | 'stale' | 'full' | 'stepsFull' | 'inItAlready' | 'notInIt' }
  | { code: 'stepMissing' | 'stepTooLong' }
  | { code: 'badDate' | 'dateNotAhead' | 'dateFarOff' };
