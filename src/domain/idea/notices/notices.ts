import type { PersonRef, Preferences } from '../../person/person.js';
import { type EventOf, type EventType, type IdeaEvent, movesDecision } from '../events.js';
import type { Idea } from '../idea.js';
import { toldOfDelay } from '../waiting/silence.js';

/** People whom the idea itself names. */
type Named =
  | 'submitter'
  | 'joined'
  | 'commenter'
  | 'doer'
  | 'driver'
  | 'leader'
  | 'owner'
  | 'granter'
  | 'added'
  | 'asker';
/** People whom the organisation or other records name: looked up when the message is made, so a changed organisation is followed. */
export const lookedUp = [
  'deciders',
  'formerDeciders',
  'funder',
  'waitedFor',
  'managers',
  'concerned',
  'invited',
  'adopters',
  'answerers',
  'followers',
  'reporters',
] as const;
export type LookedUp = (typeof lookedUp)[number];

/** Whom a notice is for. */
export type Audience = Named | LookedUp;

/** Who hears of each kind of event, the more important first: a person with two roles gets the first one's message only. */
export const audiences: { readonly [T in EventType]: readonly Audience[] } = {
  // The submitter too, where a colleague has written the idea down for them.
  submitted: ['deciders', 'submitter'],
  // Of an idea that is hidden, so that they can show it again.
  edited: ['deciders'],
  // Also those who hear of it when it is opened again.
  withdrawn: ['doer', 'driver', 'owner', 'followers'],
  wordsWithheld: [],
  reopened: ['deciders', 'submitter', 'followers'],
  coSubmitterAsked: ['added'],
  coSubmitterAdded: ['submitter'],
  coSubmitterDeclined: ['asker'],
  coSubmitterLapsed: ['asker'],
  steppedOut: ['submitter'],
  pictureAdded: [],

  asked: ['submitter', 'driver'],
  answered: ['driver', 'funder', 'deciders'],
  // Nobody has to have taken the idea on: then it is for those who may.
  commented: ['submitter', 'leader', 'driver', 'owner', 'deciders', 'followers'],
  commentEdited: [],
  commentRemoved: [],
  commentHidden: ['commenter', 'reporters'],
  commentShown: ['commenter'],
  thanked: ['submitter'],
  progressReported: ['submitter', 'followers'],
  concerned: ['concerned'],
  filled: [],

  explored: ['driver', 'submitter', 'followers'],
  driverNamed: ['driver', 'funder'],
  drivingAccepted: ['leader', 'submitter'],
  drivingDeclined: ['deciders'],
  doingAsked: ['doer', 'submitter', 'followers'],
  doingAccepted: ['leader'],
  doingDeclined: ['deciders'],
  done: ['submitter', 'leader', 'followers'],

  planned: ['leader', 'driver', 'submitter', 'followers'],
  planSubmitted: ['deciders'],
  ownPlanSent: ['funder', 'leader', 'submitter', 'followers'],
  planApproved: ['funder', 'driver', 'submitter', 'followers'],
  sentBack: ['driver'],
  // Whoever was deciding, and the leader who had approved a plan whose money was being decided on.
  takenBack: ['funder', 'deciders', 'leader'],
  granted: ['driver', 'leader', 'submitter', 'followers'],
  moneyDeclined: ['driver', 'leader', 'submitter'],

  extended: ['driver', 'leader', 'submitter', 'followers'],
  resultSubmitted: ['deciders', 'granter'],
  // Nobody has anything more to do: whose idea it is goes before who drove it.
  usedHere: ['submitter', 'driver', 'granter', 'followers'],

  scaled: ['owner', 'invited', 'submitter', 'driver', 'granter', 'followers'],
  ownerNamed: ['owner'],
  owningAccepted: ['leader'],
  owningDeclined: ['deciders'],
  invited: ['invited'],
  adopted: ['owner', 'leader', 'submitter'],
  notNow: ['owner', 'leader'],
  stoppedUsing: ['owner', 'leader'],
  backToTest: ['driver', 'owner', 'submitter'],
  spread: ['owner', 'leader', 'submitter', 'driver', 'followers'],
  followedUp: ['leader', 'submitter'],
  retired: ['submitter', 'leader', 'owner', 'driver', 'followers'],

  passedOn: ['deciders', 'submitter', 'formerDeciders'],
  closed: ['submitter', 'leader', 'doer', 'driver', 'owner', 'granter', 'followers'],
  mergeProposed: ['answerers'],
  mergeDeclined: ['asker'],
  mergeLapsed: ['asker'],
  merged: ['submitter', 'asker', 'driver', 'followers'],
  absorbed: ['leader', 'driver', 'submitter'],
  hidden: ['submitter', 'reporters'],
  shown: ['submitter'],
  hiddenRead: [],
  openedToAll: ['submitter'],
  reported: ['deciders'],
  reportAnswered: ['reporters'],
  // Only those who have to do what the one who left was to do.
  personLeft: ['driver', 'deciders'],

  reminded: ['waitedFor', 'submitter'],
  escalated: ['deciders'],
  remindedAgain: ['deciders', 'managers'],
  delayTold: ['submitter'],
  progressAsked: ['waitedFor'],
  identified: [],
  movedOn: ['deciders', 'funder'],
  halfWay: ['driver'],
  cameBack: ['deciders', 'submitter', 'followers'],
  adoptionChecked: ['adopters'],
  followUpAsked: ['owner', 'leader', 'deciders'],
};

/** Whether a notice is of the kind that a decider may choose to get with the day's others in one card. */
export const isNewIdea = ({ type }: Pick<IdeaEvent, 'type'>, as: Audience): boolean =>
  as === 'deciders' && (type === 'submitted' || type === 'passedOn' || type === 'movedOn');

/** A setting with which somebody stops a kind of notice. */
export type Stop = keyof Pick<Preferences, 'reminders' | 'comments' | 'followed'>;

const stopsOfAudience: { readonly [A in Audience]?: Stop } = {
  waitedFor: 'reminders',
  managers: 'reminders',
  followers: 'followed',
};
const stopsOfEvent: { readonly [T in EventType]?: Stop } = {
  commented: 'comments',
  halfWay: 'reminders',
  adoptionChecked: 'reminders',
  followUpAsked: 'reminders',
};

/** The settings of which each stops this notice. None for news of one's own ideas and for what one is asked: those always come. */
export const stopsOf = ({ type }: Pick<IdeaEvent, 'type'>, as: Audience): Stop[] =>
  [stopsOfAudience[as], stopsOfEvent[type]].filter((stop) => stop !== undefined);

/** Which of an event's audiences have to be looked up. */
export const lookUpsOf = ({ type }: IdeaEvent): LookedUp[] =>
  lookedUp.filter((audience) => audiences[type].includes(audience));

/** What is asked of the submitters, or shown to them alone, is not for those whose idea has become a part. */
const submittersOnly: ReadonlySet<EventType> = new Set(['asked', 'hidden', 'coSubmitterAdded', 'steppedOut']);

/** Those whose own idea has become a part of this one hear what its submitters hear. */
const audiencesOf = ({ type }: Pick<IdeaEvent, 'type'>): readonly Audience[] =>
  audiences[type].flatMap((audience) =>
    audience === 'submitter' && !submittersOnly.has(type) ? [audience, 'joined'] : [audience],
  );

/** Everybody whom an event concerns, once each, never the one who did it. `found` are the looked-up ones of the idea as it now stands. */
export function recipientsOf(
  event: IdeaEvent,
  idea: Idea,
  found: Partial<Record<LookedUp, readonly PersonRef[]>>,
): { person: PersonRef; as: Audience }[] {
  const chosen = new Map<PersonRef, Audience>();
  const leaver = event.type === 'personLeft' ? event.data.leaver : undefined;
  for (const audience of audiencesOf(event)) {
    if (!isAskedHowItGoes(event, audience)) continue;
    for (const person of membersOf(audience, event, idea, found)) {
      if (person !== event.by && person !== leaver && !chosen.has(person)) chosen.set(person, audience);
    }
  }
  return [...chosen].map(([person, as]) => ({ person, as }));
}

/** Of those who may be asked how an idea goes, only those who were. */
const isAskedHowItGoes = ({ type, data }: IdeaEvent, audience: Audience): boolean => {
  if (type !== 'followUpAsked') return true;
  const to: readonly Audience[] = data.to ?? ['owner', 'leader'];
  return to.includes(audience);
};

/** An answer goes to the one who drives, where somebody does, and a comment to the leader who took the idea on. */
const isForOne = ({ type }: IdeaEvent, { leader, waiting }: Idea): boolean =>
  (type === 'answered' && waiting?.for !== 'deciders') || (type === 'commented' && leader !== undefined);

/** A question of whoever decides on the money goes to the one who drives, all others to the submitter. */
const isOfMoney = ({ data }: EventOf<'asked'>): boolean => data.left !== undefined;

/** Whether the idea waited for somebody who has left, and now waits for these. */
const comesTo = ({ data, to }: EventOf<'personLeft'>, whom: 'driver' | 'deciders'): boolean =>
  data.waitedAs !== undefined && to.waiting?.for === whom;

function membersOf(
  audience: Audience,
  event: IdeaEvent,
  idea: Idea,
  found: Partial<Record<LookedUp, readonly PersonRef[]>>,
): readonly PersonRef[] {
  const one = (person: PersonRef | undefined) => (person ? [person] : []);
  switch (audience) {
    case 'submitter': {
      if (event.type === 'delayTold') return toldOfDelay(idea);
      if (event.type === 'asked' && isOfMoney(event)) return [];
      const all = [idea.submitter, ...idea.coSubmitters];
      // Who was only with it is not missed by those whose it is.
      if (event.type === 'steppedOut' && event.data.as === 'joined') return [];
      // Those who came with the other idea hear of that one.
      return event.type === 'absorbed' ? all.filter((person) => !event.data.submitters.includes(person)) : all;
    }
    case 'driver':
      if (event.type === 'movedOn' && !movesDecision(event)) return [];
      if (event.type === 'asked' && !isOfMoney(event)) return [];
      return event.type === 'personLeft' && !comesTo(event, 'driver') ? [] : one(idea.driver?.person);
    case 'doer':
    case 'owner':
      return one(idea[audience]?.person);
    case 'leader':
      return one(idea.leader);
    // Whoever has paid for a test hears what came of it.
    case 'granter':
      return one(idea.money?.grantedBy);
    case 'funder':
      return 'funder' in event.data && event.data.funder ? (found.funder ?? []) : [];
    case 'joined': {
      const came = event.type === 'absorbed' ? event.data.submitters : [];
      return (idea.joined ?? []).filter((person) => !came.includes(person));
    }
    case 'commenter':
      return 'by' in event.data && event.data.by !== 'clock' ? one(event.data.by) : [];
    case 'added':
      return event.type === 'coSubmitterAsked' ? [event.data.person] : [];
    case 'asker':
      return 'asker' in event.data ? one(event.data.asker) : [];
    case 'deciders':
      if (isForOne(event, idea) || (event.type === 'takenBack' && event.data.funder)) return [];
      if (event.type === 'movedOn' && !movesDecision(event)) return [];
      if (event.type === 'edited' && !idea.hidden) return [];
      return event.type === 'personLeft' && !comesTo(event, 'deciders') ? [] : (found.deciders ?? []);
    default:
      return found[audience] ?? [];
  }
}
