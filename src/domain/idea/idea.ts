import type { PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';
import type { Adoption } from './adoption.js';
import type { Question, Replied, Talk } from './conversation.js';
import type { EarlierNos } from './earlier-no.js';
import type { Effect, FollowedUp, FollowUpAudience, Use } from './in-use.js';
import type { Answers, PartName } from './needs.js';
import type { Sight, SightEvents, Since } from './sight.js';
import type { Quiet, Silence } from './silence.js';
import type { Stage } from './stages.js';
import type { TakenAs } from './taken-as.js';
import type { Words } from './words.js';

/** All who could decide may not, for it is their own: the decision is taken outside, and noted. */
export type Outside = 'outside';

/** Who decides on a department's ideas: the first of these with somebody who has not submitted the idea. */
export type Tier = 'leader' | 'deputy' | 'office' | Outside;

/**
 * Who decides on money: of a small test the manager of the idea's own unit, else the department's manager within their
 * limit, else the innovation office.
 */
export type FunderTier = 'unitManager' | 'manager' | 'office' | Outside;

/** Whom an idea waits for. Deciders and funders are roles, so that a changed organisation moves queues by itself. */
export type Waiting =
  | { for: 'deciders' | 'funder' }
  | { for: 'submitter' | 'driver' | 'doer' | 'owner'; person: PersonRef };

/** Somebody who has been asked to do something, and whether they have said yes. Nobody gets homework without it. */
export interface Assigned {
  person: PersonRef;
  accepted: boolean;
}

/** As many as one transaction has room for beside the rest. */
export const MOST_CO_SUBMITTERS = 30;
/** So many of those who have or had an idea stand with it in lists. */
export const MOST_LISTED = MOST_CO_SUBMITTERS + 1;
/** So many colleagues at a time can be asked whether an idea is theirs too. */
export const MOST_ASKED = 5;

/** A colleague who has been asked whether the idea is theirs too. Until they say yes they have no part in it. */
export interface AskedColleague {
  person: PersonRef;
  /** Who asks, and hears the answer. */
  by: PersonRef;
  /** `submitter`: the idea is theirs, and somebody has written it down for them. */
  as: 'submitter' | 'coSubmitter';
  /** The last day to answer; then the question ends by itself. */
  until: Day;
}

/** To make the idea a part of another one, which those who decide on that one answer. */
export interface MergeProposal {
  into: string;
  /** The other idea's turn, at which alone the answer counts; this idea's own ends the proposal when it rises. */
  intoTurn: number;
  /** Whose queue the question stands in: the other idea's department and tier, without those who may not decide there. */
  department: string;
  tier: Tier;
  barred: PersonRef[];
  by: PersonRef;
  until: Day;
  reason?: string;
}

/** What money was asked for and what came of it, in whole SEK. */
export interface Money {
  asked: number;
  funder: FunderTier;
  granted?: number;
  /** Who granted it here; absent where that was decided outside, or by an earlier version of the bot. */
  grantedBy?: PersonRef;
  /** The decision's number in the municipality's diary. */
  diary?: string;
}

/** How it ended. Before a test: why we do not go on, what would make us try again. After one: what we tried and learned. */
export interface Ending {
  done?: string;
  reason?: string;
  tryAgain?: string;
  tried?: string;
  lesson?: string;
  channel?: string;
  /** The idea that this one became a part of. */
  into?: string;
  tryAgainOn?: Day;
  /** It came into use and is not used any more. */
  used?: { from: Day; until: Day };
}

/** An idea as it stands: what its events have made of it. */
export interface Idea extends Sight {
  id: string;
  /** Number of its newest event, from 1. */
  seq: number;
  /** Rises when stage, the one it waits for, department, or what is decided on changes. A card drawn at another turn is out of date. */
  turn: number;
  /** Number of the event by which what is decided on got to be as it is; absent in rows from before it was kept. */
  asOf?: number;
  stage: Stage;
  words: { title: string; problem: string; solution?: string; evidence?: string };
  /** What has been filled in of what is needed. */
  answers: Answers;
  /** What its test costs is below the sum under which little is asked of a plan, as the organisation file had it when that was written. */
  smallTest?: true;
  /** Its test had begun when its days were written: the first one stands, however late the plan is approved. */
  testBegun?: true;
  submitter: PersonRef;
  /** Those who had the idea together with the submitter, or wrote it down for them. They decide no more than the submitter. */
  coSubmitters: PersonRef[];
  /** Those whose own idea has become a part of it: named, told and thanked, without a submitter's rights. */
  joined?: PersonRef[];
  /** Those who had it and have taken themselves out of it, or of an idea that is a part of it. They decide on it no more than before. */
  former?: PersonRef[];
  /** Those who have been asked whether it is theirs too, and have not answered. */
  askedColleagues?: AskedColleague[];
  /** Those who have said no to that: nobody is asked twice. */
  saidNo?: PersonRef[];
  proposal?: MergeProposal;
  /** Of rows from before those who came by a merge stood apart: its submitters need not know of each other. */
  gathered?: true;
  /** Keyed hashes of who has had their data erased and may not decide on it, should they come back; as long as anybody can. */
  formerMarks?: string[];
  /** All of them have had their data erased: nobody can be asked or told any more. */
  submittersLeft?: true;
  /** The workplace meeting that it comes from. */
  workplace?: string;
  /** Somebody's name is shown only to those who decide. */
  confidential: boolean;
  /** Whose: each has asked for it, and only they can take it back. Absent in rows from before that: all submitters'. */
  keptNames?: PersonRef[];
  department: string;
  unit?: string;
  /** The department it came from. */
  origin: string;
  /** Departments that it also concerns: their leaders see it and may help. */
  concerns: string[];
  tier: Tier;
  /** The leader who took it on first. */
  leader?: PersonRef;
  driver?: Assigned;
  doer?: Assigned;
  owner?: Assigned;
  waiting?: Waiting;
  waitingSince?: Instant;
  answerBy?: Day;
  /** The answer date that was promised first: reminders set later ones, and this one stays. Absent of an idea that was late before it was kept. */
  promised?: Day;
  silence?: Silence;
  quiet?: Quiet;
  /** The reminder for this turn has been given; and later, it has been passed to the deputy or the office. */
  reminded: boolean;
  escalated: boolean;
  /** The submitter has been asked something, now or before. */
  asked: boolean;
  /** Why it is new once more to whoever it waits for; until it moves. */
  news?: 'answered' | 'reopened';
  question?: Question;
  talk?: Talk;
  replied?: Replied;
  /** How the work goes: the newest line of whoever does it. */
  progress?: { by: PersonRef; on: Day; text: string };
  money?: Money;
  earlierNo?: EarlierNos;
  /** The test as it was agreed: days of start and end, and when to look half-way. */
  test?: { start: Day; end: Day; halfWay?: Day };
  adoptions: Record<string, Adoption>;
  /** Names of stored pictures. */
  pictures: string[];
  /** The day of the newest question how it goes, or of the first one. */
  followUpOn?: Day;
  /** That question is out and has no answer; `followUpBy`: until when, before those who have it are reminded. */
  followUpAsked: boolean;
  followUpBy?: Day;
  followedUp?: FollowedUp;
  ending?: Ending;
  thankedBy: readonly PersonRef[];
  /** References that stand in its record and are another one's now: the same person's. */
  formerly?: Record<PersonRef, PersonRef>;
  createdAt: Instant;
  changedAt: Instant;
}

/** Where the idea stands after an event. `waiting` and `answerBy` are absent where it waits for nobody. */
export interface Standing {
  stage: Stage;
  waiting?: Waiting;
  answerBy?: Day;
}

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

/** The clock is an actor too: it reminds. */
export type Who = PersonRef | 'clock';

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
