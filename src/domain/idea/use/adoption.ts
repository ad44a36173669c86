import { addDays, type Day, type Instant } from '../../time.js';
import type { KeepsCore } from './core.js';

export type AdoptionStatus = 'invited' | 'testing' | 'using' | 'notNow' | 'stopped';

/** Whether a department has the idea in its everyday work now, for good or to try it. */
export const takesPart = (status: AdoptionStatus | undefined): boolean => status === 'using' || status === 'testing';

/**
 * A department that takes the idea in, or has been asked to. It is a record beside the idea's, with a version and events of
 * its own, so that any number of departments can answer at once; what the department that has the idea does with it is the
 * idea's own. Whoever reads an idea reads its adoptions with it.
 */
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
  /** What keeps it from taking the idea in, by its id: of one that has answered “Inte nu”. */
  obstacle?: string;
  /** When it is asked, once, whether the idea is used, and what has become better. */
  checkOn?: Day;
  /** Until when an answer to that is waited for, before the one reminder. */
  betterBy?: Day;
  /** What it changes where it is, and what has become better by it: told to all who use it, and the department's own words. */
  ownWay?: string;
  better?: string;
  /** When it said last what has become better. */
  betterOn?: Day;
  keeps?: KeepsCore;
}

/** So long an answer is waited for. */
const BETTER_WITHIN_DAYS = 14;

/** The adoption with its question out: until when an answer is waited for. */
export function asked({ checkOn: _, ...adoption }: Adoption, today: Day): Adoption {
  return { ...adoption, betterBy: addDays(today, BETTER_WITHIN_DAYS) };
}

/** The adoption of which no answer is waited for any more: it has come, or the reminder has gone out. */
export function unasked({ betterBy: _, ...adoption }: Adoption): Adoption {
  return adoption;
}

/** When a department that has not answered is reminded, once. */
export const remindBetterOn = ({ betterBy }: Adoption): Day | undefined => betterBy && addDays(betterBy, 1);

/** What a department has said of its own way with the idea: it stays, whether it tests, uses it or has stopped. */
export const saidOf = ({ ownWay, better, betterOn, keeps }: Partial<Adoption> = {}): Partial<Adoption> => ({
  ...(ownWay && { ownWay }),
  ...(better && { better }),
  ...(betterOn && { betterOn }),
  ...(keeps && { keeps }),
});

/** How far an adoption's own events have come. One that is only asked for has none. */
export interface AdoptionEvents {
  seq: number;
  at: Instant;
}

/** More events than all adoptions of an idea can have. */
const MOST_EVENTS = 1_000_000;

/** How much has happened to an idea: the number of its newest event, and behind the point how many its adoptions have had. */
export function happenedTo({
  seq,
  adoptionEvents = {},
}: {
  seq: number;
  adoptionEvents?: Readonly<Record<string, AdoptionEvents>>;
}): number {
  const ofAdoptions = Object.values(adoptionEvents).reduce((sum, one) => sum + one.seq, 0);
  return seq + Math.min(ofAdoptions, MOST_EVENTS - 1) / MOST_EVENTS;
}
