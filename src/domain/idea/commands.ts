import type { PersonRef } from '../person/person.js';
import type { Day } from '../time.js';
import type { OutsideDecision } from './deciding/outside.js';
import type { Leaving } from './events.js';
import type { PartName } from './fields.js';
import type { AskedColleague, FunderTier, Tier, Who } from './idea.js';
import type { Effect, FollowUpAudience, Use } from './use/follow-up.js';
import type { Words } from './words.js';

type None = Record<never, never>;

/** A comment, by the number of its event, as storage knows it: who wrote it, and whether it is out of sight. */
interface Comment {
  comment: number;
  by: Who;
  out?: 'hidden' | 'removed' | undefined;
}

/** What people (and the clock) can ask of an idea, with what each needs to know beside its words. */
export interface CommandData {
  submit: {
    id: string;
    submitter: PersonRef;
    coSubmitters: PersonRef[];
    department: string;
    unit?: string;
    confidential: boolean;
    tier: Tier;
    /** The department reads ideas before others do. */
    readFirst?: true;
  };
  edit: { confidential: boolean };
  /** `hide`: and takes its words back. */
  withdraw: { hide?: true };
  withholdWords: None;
  reopen: { tier: Tier };
  /** Asks a colleague whether the idea is theirs too, or theirs (`as`: the submitter's). */
  addCoSubmitter: { person: PersonRef; as?: AskedColleague['as'] };
  /** `tier` where those who decided are submitters by it. */
  acceptJoining: { tier?: Tier };
  declineJoining: None;
  lapseJoining: { person: PersonRef };
  /** "Ta bort mig från idén". */
  stepOut: None;
  /** A picture that has been stored, by its name. */
  addPicture: { picture: string };
  ask: None;
  answer: None;
  comment: None;
  editComment: Comment;
  removeComment: Comment;
  hideComment: Comment;
  showComment: Comment;
  thank: None;
  /** "En rad om läget". */
  reportProgress: None;
  concern: { departments: string[] };
  /** `sure`: what is asked about in it has been confirmed. */
  fill: { part: PartName; sure?: true };
  explore: { driver: PersonRef };
  /** `funder`: who would decide on money that is waited for, were they to drive it. */
  nameDriver: { driver: PersonRef; funder?: FunderTier };
  acceptDriving: None;
  declineDriving: None;
  doNow: { doer: PersonRef; until: Day };
  acceptDoing: None;
  declineDoing: None;
  reportDone: None;
  plan: None;
  /** `funder`: who would decide on its money, where whoever drives it needs no approval. */
  submitPlan: { funder?: FunderTier };
  approvePlan: { funder: FunderTier };
  sendBack: None;
  takeBack: None;
  /** `delegation`: what the one who decides rests on. */
  grant: { amount: number; delegation?: string };
  declineMoney: { delegation?: string };
  /** What was decided outside, on a day; `person` for those decisions that name one. */
  noteDecision: { decision: OutsideDecision; on: Day; person?: PersonRef; amount?: number; funder?: FunderTier };
  extend: { until: Day };
  /** `early`: the test has ended before its last day. */
  submitResult: { early?: true };
  useHere: None;
  scale: { owner: PersonRef; departments: string[] };
  nameOwner: { owner: PersonRef };
  acceptOwning: None;
  declineOwning: None;
  invite: { departments: string[] };
  adopt: { department: string; status: 'testing' | 'using'; start: Day };
  notNow: { department: string };
  stopUsing: { department: string };
  backToTest: { end: Day };
  spread: None;
  followUp: { use?: Use; effects?: readonly Effect[] };
  passOn: { department: string; tier: Tier; readFirst?: true };
  /** `hide`: and takes the idea's words out of sight; only towards another channel. */
  close: { channel?: string; tryAgainOn?: Day; hide?: true };
  merge: { into: string };
  proposeMerge: { into: string; intoTurn: number; department: string; tier: Tier; barred: PersonRef[] };
  acceptMerge: None;
  declineMerge: None;
  endProposal: { why: 'date' | 'moved' };
  absorb: { from: string; submitters: PersonRef[]; former?: PersonRef[]; kept?: PersonRef[]; tier?: Tier };
  hide: None;
  show: None;
  readHidden: None;
  openToAll: None;
  report: None;
  answerReport: None;
  remind: None;
  escalate: { tier: Tier };
  /** To the next in the chain, once a fortnight, for as long as nobody answers. */
  remindAgain: { tier: Tier };
  /** The truth to the submitters, once a month. */
  tellDelay: None;
  askProgress: None;
  /** Two references have turned out to be one person's. */
  /** `inRecord`: what they did stands in its record, though the idea as it is does not tell of them. */
  identify: { formerly: PersonRef; person: PersonRef; inRecord?: true };
  /** To whoever can decide, where nobody can any more: on the idea, or on its money; and invitations that nobody can answer. */
  moveOn: { tier?: Tier; funder?: Exclude<FunderTier, 'unitManager'>; uninvited?: string[]; many?: true };
  lookHalfWay: None;
  comeBack: { tier: Tier };
  checkAdoption: { department: string };
  askFollowUp: { to: readonly FollowUpAudience[] };
  remindFollowUp: { to: readonly FollowUpAudience[] };
  /** Somebody has had their data erased. */
  leave: Leaving;
}

export type CommandType = keyof CommandData;

export interface CommandOf<T extends CommandType> {
  type: T;
  data: CommandData[T];
  words: Words;
  /** The turn of the card that was pressed; absent where the command does not come from a card. */
  turn?: number;
}
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];
