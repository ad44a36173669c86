import type { FundingPost } from '../organisation/directory.js';
import type { PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';
import type { Question, Replied, Talk } from './content/conversation.js';
import type { Check, CheckName } from './deciding/check-names.js';
import type { Opinion } from './deciding/opinion.js';
import type { Answers } from './fields.js';
import type { Sight } from './reading/sight.js';
import type { Stage } from './stages.js';
import type { Adoption, AdoptionEvents } from './use/adoption.js';
import type { Core } from './use/core.js';
import type { FollowedUp } from './use/follow-up.js';
import type { TakingPart } from './use/taking-part.js';

/** All who could decide may not, for it is their own: the decision is taken outside, and noted. */
export type Outside = 'outside';

/** Who decides on a department's ideas: the first of these with somebody who has not submitted the idea. */
export type Tier = 'leader' | 'deputy' | 'office' | Outside;

/**
 * Who decides on money: of a small test the manager of the idea's own unit, else the department's manager within their
 * limit, else the innovation office.
 */
export type FunderTier = FundingPost | Outside;

/** Whom an idea waits for. Deciders and funders are roles, so that a changed organisation moves queues by itself. */
export type Waiting =
  | { for: 'deciders' | 'funder' }
  | { for: 'submitter' | 'driver' | 'doer' | 'owner'; person: PersonRef };

/** Somebody who has been asked to do something, and whether they have said yes. Nobody gets homework without it. */
export interface Assigned {
  person: PersonRef;
  accepted: boolean;
}

/**
 * Who takes over if a test works, named before it is known whether it does: beside what the idea waits for, so that nobody has
 * to wait for their answer. `until`: how long they are asked; absent once they have said yes.
 */
export interface Successor extends Assigned {
  until?: Day;
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
  /** The other idea's version, at which alone the answer counts; this idea's own ends the proposal when it rises. */
  intoVersion: number;
  /** Whose queue the question stands in: the other idea's department and tier, without those who may not decide there. */
  department: string;
  tier: Tier;
  barred: PersonRef[];
  by: PersonRef;
  until: Day;
  reason?: string;
}

/** What money was asked for and what came of it, in whole SEK; and whole hours of people's work beside it, where any were. */
export interface Money {
  asked: number;
  askedHours?: number;
  funder: FunderTier;
  granted?: number;
  grantedHours?: number;
  /** Who granted it here; absent where that was decided outside, or by an earlier version of the bot. */
  grantedBy?: PersonRef;
  /** The decision's number in the municipality's diary. */
  diary?: string;
}

/** A no to what was handed in before: whoever is asked anew reads it first. */
export interface EarlierNo {
  on: Day;
  reason: string;
  /** The money that it was about, in whole SEK, and the hours. */
  asked?: number;
  askedHours?: number;
  /** Number of its event. */
  seq: number;
}

/** The newest no of each kind: to the money, to the plan, to the result. Absent in rows from before it was kept. */
export type EarlierNos = { [K in 'money' | 'plan' | 'result']?: EarlierNo };

/** What the clock has said since an answer was due. It ends with the promise: when the idea moves, or a person sets another date. */
export interface Silence {
  /** How often somebody who can do something about it has been reminded. */
  reminders: number;
  /** On which day last. */
  remindedOn: Day;
  /** When the submitters last heard of it. */
  toldOn: Day;
  /** How far in the chain it has been told while somebody else is waited for: they are told, and decide no more for it. */
  told?: Tier;
}

/** Since which day whoever does the work has neither done anything nor been asked, and whether a question to them is open. */
export interface Quiet {
  since: Day;
  asked?: true;
}

/** How it ended. Before a test: why we do not go on, what would make us try again. After one: what we tried and learned. */
export interface Ending {
  /** A test was stopped as it had been agreed before: that is a good end. */
  asAgreed?: true;
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
  /** Rises when stage, the one it waits for, department, or what is decided on changes. A card drawn at another version is out of date. */
  decisionVersion: number;
  /** Number of the event by which what is decided on got to be as it is; absent in rows from before it was kept. */
  asOf?: number;
  stage: Stage;
  /** It was entered as something that existed already: nobody sent it as an idea, and it did not come here by the way of ideas. */
  entered?: true;
  /** Whom to ask about what was entered as tried: they have no work with it, so it needs no yes of theirs. */
  contact?: PersonRef;
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
  /** The number of its matter in the municipality's diary. A decision on its money may have one of its own. */
  diary?: string;
  /** The challenge that it was sent in as an answer to, by its id. */
  challenge?: string;
  /** The newest challenge that it may fit since it ended, by its id, the last day for answers to it, and whether whoever had it has said so or no. */
  woken?: { challenge: string; until: Day; answered?: true };
  /** The message in Teams that it was made of, by its address: who may not read the chat is not let in by it. */
  source?: string;
  /** Somebody's name is shown only to those who decide. */
  confidential: boolean;
  /** Whose: each has asked for it, and only they can take it back. Absent in rows from before that: all submitters'. */
  keptNames?: PersonRef[];
  department: string;
  unit?: string;
  /** The department it came from. */
  origin: string;
  /** Codes of the municipality's goals that it serves, as whoever took it on saw it: two at most, some of which may be gone. */
  goals?: readonly string[];
  /** What keeps it from going on, by the id of the obstacle: until that is gone, or the idea goes on to a test or is done all the same. */
  obstacle?: string;
  /** Departments that it also concerns: their leaders see it and may help. */
  concerns: string[];
  tier: Tier;
  /** The leader who took it on first. */
  leader?: PersonRef;
  driver?: Assigned;
  doer?: Assigned;
  owner?: Assigned;
  successor?: Successor;
  /** What is looked at before its test, and what was answered last: with what is missing where that is not yet a yes. */
  checks?: Readonly<Partial<Record<CheckName, Check>>>;
  /** Who is asked about each, and then who answered; absent: those who decide. */
  checkedBy?: Readonly<Partial<Record<CheckName, PersonRef>>>;
  /** Until when they are asked. */
  checksUntil?: Day;
  /** Whom those who decide have asked what they think, and what they have said: five at most. */
  opinions?: readonly Opinion[];
  waiting?: Waiting;
  waitingSince?: Instant;
  answerBy?: Day;
  /** The answer date that was promised first: reminders set later ones, and this one stays. Absent of an idea that was late before it was kept. */
  promised?: Day;
  /** Until when those who decide have no room for it: then it comes back by itself. Until it moves. */
  restsUntil?: Day;
  /** Whoever leads is away and nobody stands in: since when its promise waits for them, and their last day away. */
  paused?: { since: Day; until: Day };
  /** How often they have promised to read it on a later day, until it is at another stage. */
  timesPostponed?: number;
  silence?: Silence;
  quiet?: Quiet;
  /** The reminder for this version has been given; and later, it has been passed to the deputy or the office. */
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
  /** What of it travels to those who take it in; beside what is decided on. */
  core?: Core;
  /** By the department's code. Those of other departments have rows of their own, and no change of theirs is one of the idea. */
  adoptions: Record<string, Adoption>;
  /** Of those to which something has happened: the number and the time of the newest. */
  adoptionEvents?: Record<string, AdoptionEvents>;
  /** Departments that are part of solving its problem, by code: eight at most. */
  takingPart?: Readonly<Record<string, TakingPart>>;
  /** Who has said so for each of them. Of one that said so before it was kept, nobody. */
  tookPartBy?: Readonly<Record<string, PersonRef>>;
  /** Names of stored pictures. */
  pictures: string[];
  /** The day of the newest question how it goes, or of the first one. */
  followUpOn?: Day;
  /** That question is out and has no answer; `followUpBy`: until when, before those who have it are reminded. */
  followUpAsked: boolean;
  followUpBy?: Day;
  followedUp?: FollowedUp;
  /** When those who share its problem are asked whether it has got better; once they are, until when they can answer. */
  improvement?: { askOn?: Day; until?: Day };
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

/** The clock is an actor too: it reminds. */
export type Who = PersonRef | 'clock';
