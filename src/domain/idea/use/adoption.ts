import type { Day } from '../../time.js';

export type AdoptionStatus = 'invited' | 'testing' | 'using' | 'notNow' | 'stopped';

/** Whether a department has the idea in its everyday work now, for good or to try it. */
export const takesPart = (status: AdoptionStatus | undefined): boolean => status === 'using' || status === 'testing';

/** A department that takes the idea in, or has been asked to. */
export interface Adoption {
  status: AdoptionStatus;
  /** Until when an invited department is asked to answer. */
  answerBy?: Day;
  /** Since when, as its leader says. */
  start?: Day;
  /** When it stopped. */
  stop?: Day;
  contact?: string;
  reason?: string;
  /** When it is asked, once, whether the idea is used. */
  checkOn?: Day;
}
