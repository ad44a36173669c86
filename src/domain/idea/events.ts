import type { PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';
import type { TakenAs } from './deciding/decider.js';
import type { PartName } from './fields.js';
import type { AskedColleague, FunderTier, Standing, Tier, Who } from './idea.js';
import type { SightEvents, Since } from './reading/sight.js';
import type { Effect, FollowUpAudience, Use } from './use/follow-up.js';
import type { Words } from './words.js';

/**
 * Somebody has had their data erased. `contacts`: departments whose contact they had given. `pictures`: those that go with
 * their words. `waitedAs`: the idea waited for them, as this.
 */
export interface Leaving {
  leaver: PersonRef;
  words: 'kept' | 'erased';
  contacts: string[];
  pictures: string[];
}

type None = Record<never, never>;
/** Of a decision that was taken outside: on which day. Who took it stands in its words, and `by` is who noted it. */
type Noted = { outside?: { on: Day } };

/** What each kind of event says beside its envelope. References, codes and dates only: free text goes into `words`. */
export interface EventData extends SightEvents {
  submitted: {
    submitter: PersonRef;
    coSubmitters: PersonRef[];
    department: string;
    unit?: string;
    confidential: boolean;
    tier: Tier;
    /** The department reads ideas before others do. */
    readFirst?: true;
  };
  /** `authors`: whose the words are now. */
  edited: { confidential: boolean; authors?: PersonRef[] };
  /** `hide`: and takes its words back. */
  withdrawn: { hide?: true };
  reopened: { tier: Tier };
  coSubmitterAsked: { person: PersonRef; as: AskedColleague['as']; until: Day };
  /** By themselves; of records from before they were asked, by whoever named them. */
  coSubmitterAdded: { person: PersonRef; as?: AskedColleague['as']; tier?: Tier };
  coSubmitterDeclined: { asker: PersonRef };
  coSubmitterLapsed: { person: PersonRef; asker: PersonRef };
  steppedOut: { as: 'submitter' | 'joined' };
  pictureAdded: { picture: string };
  /** `left`: asked of the driver, by whoever had so many days left to decide on the money. */
  asked: { left?: number };
  /** `funder`: who had asked before deciding on the money. */
  answered: { funder?: FunderTier };
  commented: None;
  thanked: None;
  progressReported: None;
  concerned: { departments: string[] };
  /** `small`: the cost that it says makes a small test. `begun`: the first day that it says had come. */
  filled: { part: PartName; small?: true; begun?: true };
  explored: { driver: PersonRef } & Noted;
  /** `funder`: who decides from now on on the money that is waited for, of this `cost`, because of who drives it. */
  driverNamed: { driver: PersonRef; funder?: FunderTier; cost?: number } & Noted;
  drivingAccepted: None;
  drivingDeclined: None;
  doingAsked: { doer: PersonRef };
  doingAccepted: None;
  doingDeclined: None;
  done: None;
  planned: None;
  planSubmitted: None;
  /** The plan of somebody who decides on ideas here and drives this one: nobody approves their own. */
  ownPlanSent: { cost: number; funder?: FunderTier; test: { start: Day; end: Day } };
  planApproved: { cost: number; funder?: FunderTier; test: { start: Day; end: Day } } & Noted;
  sentBack: Noted;
  /** `funder`: who was deciding on its money; absent where the deciders had it. */
  takenBack: { funder?: FunderTier };
  /** `delegation`: what those who decide on money rest on, as the organisation file said then. */
  granted: {
    amount: number;
    asked: number;
    delegation?: string;
    driver?: PersonRef;
    test: { start: Day; end: Day };
  } & Noted;
  moneyDeclined: { delegation?: string } & Noted;
  extended: { until: Day };
  /** `ended`: the test ended on this day, before the one that was agreed. */
  resultSubmitted: { ended?: Day };
  usedHere: Noted;
  scaled: { owner: PersonRef; departments: string[]; answerBy: Day };
  ownerNamed: { owner: PersonRef } & Noted;
  owningAccepted: None;
  owningDeclined: None;
  invited: { departments: string[]; answerBy: Day };
  adopted: { department: string; status: 'testing' | 'using'; start: Day };
  notNow: { department: string };
  stoppedUsing: { department: string };
  backToTest: { end: Day };
  spread: None;
  followedUp: { use?: Use; effects?: readonly Effect[] };
  /** Not used any more where it came from; `elsewhere`: in other departments it is. */
  retired: { effects: readonly Effect[]; months: number; elsewhere: boolean };
  passedOn: { from: string; department: string; tier: Tier; readFirst?: true };
  /** `hide`: it belongs elsewhere, and its words are taken out of sight with it. */
  closed: { channel?: string; tryAgainOn?: Day; hide?: true } & Noted;
  mergeProposed: { into: string; intoTurn: number; department: string; tier: Tier; barred: PersonRef[]; until: Day };
  mergeDeclined: { into: string; asker: PersonRef };
  mergeLapsed: { into: string; asker: PersonRef; why: 'date' | 'moved' };
  /** `asker`: who had proposed it, where those who decide on the other idea have said yes. */
  merged: { into: string; asker?: PersonRef };
  /** `submitters`: all who come with the other idea; `kept`: those of them whose names are kept from others. */
  absorbed: { from: string; submitters: PersonRef[]; former?: PersonRef[]; kept?: PersonRef[]; tier?: Tier };
  personLeft: Leaving & { waitedAs?: 'submitter' | 'driver' | 'doer' | 'owner' };
  reminded: { passed: Day };
  escalated: { from: Tier; tier: Tier };
  remindedAgain: { from: Tier; tier: Tier };
  delayTold: { days: number; reminders: number };
  progressAsked: None;
  /** Somebody who stands in it as `formerly` is `person`. */
  identified: { formerly: PersonRef; person: PersonRef };
  /**
   * Nobody could decide where it was (any more). `funder`: who decides on its money now. `uninvited`: departments that are
   * asked no longer. `many`: it came with many others, of which all are told in one message.
   */
  movedOn: { from: Tier; tier: Tier; funder?: FunderTier; uninvited: string[]; many?: true };
  halfWay: None;
  cameBack: { tier: Tier };
  adoptionChecked: { department: string };
  /** `to`: who is asked; `again`: reminded, once; `months`: how long it has been in use. An earlier version kept nothing of it. */
  followUpAsked: { to?: readonly FollowUpAudience[]; again?: true; answerBy?: Day; months?: number };
}

export type EventType = keyof EventData;

interface Envelope<T extends EventType> {
  type: T;
  seq: number;
  /** Later than the previous event's, whatever the clocks say. */
  at: Instant;
  /** The date that people have then: not always that of `at`, which is UTC's. */
  day: Day;
  by: Who;
  to: Standing;
  /** Of a decision: the number of the event by which what was decided on had got to be as it was (`Idea.asOf`). */
  asOf?: number;
  /** Of a decision that was taken in a post: which. An earlier version kept none. */
  as?: TakenAs;
  data: EventData[T];
  /** What people wrote. Stored apart, so that it can be hidden or erased and the record stays whole. */
  words: Words;
  /** Kept with the words, and not a part of what happened. */
  since?: Since;
}

/** Something that happened to an idea: insert-only, the record of decisions. */
export type IdeaEvent = { [T in EventType]: Envelope<T> }[EventType];
export type EventOf<T extends EventType> = Envelope<T>;

/** Whether others decide on the idea now, and the idea waits for them. */
export const movesDecision = ({ data, to }: EventOf<'movedOn'>): boolean =>
  data.tier !== data.from && to.waiting?.for === 'deciders';
