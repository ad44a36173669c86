import type { PersonRef } from './person.js';
import type { Stage } from './stages.js';
import type { Day, Instant } from './time.js';
import type { Words } from './words.js';

/** Who decides on a department's ideas: the first of these with somebody who has not submitted the idea. */
export type Tier = 'leader' | 'deputy' | 'office';

/** Whom an idea waits for. The deciders are a role, so that a changed organisation moves queues by itself. */
export type Waiting = { for: 'deciders' } | { for: 'submitter' | 'driver' | 'doer'; person: PersonRef };

/** An idea as it stands: what its events have made of it. */
export interface Idea {
  id: string;
  /** Number of its newest event, from 1. */
  seq: number;
  /** Rises when stage, the one it waits for, or department changes. A card drawn at another turn is out of date. */
  turn: number;
  stage: Stage;
  words: { title: string; problem: string; solution?: string; evidence?: string };
  /** A leader has taken the words out of sight. */
  hidden: boolean;
  submitter: PersonRef;
  /** The submitter's name is shown only to those who decide. */
  confidential: boolean;
  department: string;
  unit?: string;
  /** The department it came from. */
  origin: string;
  tier: Tier;
  /** The leader who took it on first. */
  leader?: PersonRef;
  driver?: PersonRef;
  doer?: { person: PersonRef; accepted: boolean };
  waiting?: Waiting;
  waitingSince?: Instant;
  answerBy?: Day;
  /** The reminder for this turn has been given. */
  reminded: boolean;
  /** The submitter has been asked something, now or before. */
  asked: boolean;
  /** A question to the submitter that has no answer yet. */
  question?: { by: PersonRef; text: string };
  /** How it ended: what was done, or why we do not go on. */
  ending?: { done?: string; reason?: string; tryAgain?: string; channel?: string };
  createdAt: Instant;
  changedAt: Instant;
}

/** Where the idea stands after an event. `waiting` and `answerBy` are absent where it waits for nobody. */
export interface Standing {
  stage: Stage;
  waiting?: Waiting;
  answerBy?: Day;
}

/** What each kind of event says beside its envelope. References, codes and dates only: free text goes into `words`. */
export interface EventData {
  submitted: { submitter: PersonRef; department: string; unit?: string; confidential: boolean; tier: Tier };
  edited: { confidential: boolean };
  asked: object;
  answered: object;
  explored: object;
  doingAsked: { doer: PersonRef };
  doingAccepted: object;
  doingDeclined: object;
  done: object;
  passedOn: { from: string; department: string; tier: Tier };
  closed: { channel?: string };
  hidden: object;
  withdrawn: object;
  reminded: { passed: Day };
}

export type EventType = keyof EventData;

/** The clock is an actor too: it reminds. */
export type Who = PersonRef | 'clock';

interface Envelope<T extends EventType> {
  type: T;
  seq: number;
  /** Later than the previous event's, whatever the clocks say. */
  at: Instant;
  by: Who;
  to: Standing;
  data: EventData[T];
  /** What people wrote. Stored apart, so that it can be hidden or erased and the record stays whole. */
  words: Words;
}

/** Something that happened to an idea: insert-only, the record of decisions. */
export type IdeaEvent = { [T in EventType]: Envelope<T> }[EventType];
export type EventOf<T extends EventType> = Envelope<T>;
