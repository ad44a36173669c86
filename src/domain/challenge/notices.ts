import type { Rank } from '../rank.js';
import { type Challenge, unendedStages } from './challenge.js';
import type { ChallengeEvent, ChallengeEventType } from './events.js';
import type { ChallengeRole } from './policy.js';

/**
 * Who hears of what happens to a challenge. `formerOwner`: who owned it until now, or was asked to. `answerers`: those whose ideas answer it.
 * `partners`: who has said that their department takes part. `interested`: those who have chosen to hear of new ones. `leaders`: of all departments, asked once whether they have the same problem.
 * `procurement`: whom the organisation file names for what is bought, else the innovation office. `registrars`: who keep the records.
 */
export const challengeAudiences = [
  'asked',
  'owner',
  'publisher',
  'deciders',
  'formerOwner',
  'answerers',
  'followers',
  'partners',
  'leaders',
  'interested',
  'procurement',
  'registrars',
] as const;
export type ChallengeAudience = (typeof challengeAudiences)[number];

/** `now`: in a message of its own, for it asks somebody for something by a date. All else comes in the day card. */
export interface ChallengeNotice {
  as: ChallengeAudience;
  urgency: 'now' | 'day';
}

/** What happened, and the challenge as it stands. */
interface ChallengeChange {
  event: ChallengeEvent;
  after: Challenge;
}

const now = (...all: ChallengeAudience[]): ChallengeNotice[] => all.map((as) => ({ as, urgency: 'now' }));
const day = (...all: ChallengeAudience[]): ChallengeNotice[] => all.map((as) => ({ as, urgency: 'day' }));

/** All who may have done something for it. */
const everybodyInIt = day('publisher', 'owner', 'answerers', 'followers', 'partners');

/** Whoever is to tell how it turned out; where nobody owns it, those who may in their place. */
const teller = ({ owner }: Challenge): ChallengeNotice[] => (owner?.accepted ? now('owner') : now('deciders'));

const announcedTo = ['leaders', 'interested'] as const satisfies readonly ChallengeAudience[];

/** Whether somebody hears as this of what they have no part in: a challenge that opens. */
export const isAnnouncedTo = (as: ChallengeAudience): boolean => announcedTo.some((one) => one === as);

/** A challenge is announced once, when it opens. */
const announced = ({ event: { data } }: ChallengeChange): ChallengeNotice[] =>
  'opens' in data && data.opens ? day(...announcedTo) : [];

/** Who is asked to own it, unless they have said yes with the same press. */
const askedOf = ({ owner }: Challenge): ChallengeNotice[] => (owner && !owner.accepted ? now('asked') : []);

const heardBy: { readonly [T in ChallengeEventType]: (told: ChallengeChange) => readonly ChallengeNotice[] } = {
  challengeProposed: (told) => [...askedOf(told.after), ...announced(told)],
  ownershipAccepted: (told) => [...day('publisher'), ...announced(told)],
  // Somebody else is to be named, or it ends.
  ownershipDeclined: () => now('publisher'),
  ownerNamed: (told) => [
    ...askedOf(told.after),
    ...day('publisher', ...('former' in told.event.data ? (['formerOwner'] as const) : [])),
    ...announced(told),
  ],
  ownerGone: () => now('publisher', 'deciders'),
  ownerReminded: () => now('asked'),
  challengeLapsed: () => day('publisher', 'asked'),
  answersClosed: ({ after }) => teller(after),
  resultReminded: ({ after }) => teller(after),
  resultLate: ({ after }) => (after.owner?.accepted ? [...now('owner'), ...day('deciders')] : now('deciders')),
  resultTold: () => everybodyInIt,
  leftUntold: () => everybodyInIt,
  challengeWithdrawn: ({ event: { data } }) =>
    'early' in data && data.early ? day('publisher', 'asked') : everybodyInIt,
  partTaken: () => day('publisher', 'owner'),
  partLeft: () => day('publisher', 'owner'),
  // Whoever buys leads what is said of a purchase, and so hears of it first.
  outsideAnswered: ({ event: { data } }) => [
    ...('buys' in data && data.buys ? now('procurement') : []),
    ...day('owner', 'registrars'),
  ],
  // They know the answer as it was; whoever buys hears first of what may be bought after all.
  outsideCorrected: ({ event: { data }, after: { outside } }) => [
    ...('buys' in data && data.buys ? now('procurement') : outside?.buys ? day('procurement') : []),
    ...day('owner', 'registrars'),
  ],
  challengeHidden: () => day('publisher'),
  challengeShown: () => day('publisher'),
};

/** To these nothing is told of a challenge whose words are hidden: they could not read what it is about. */
const wide: ReadonlySet<ChallengeAudience> = new Set(['answerers', 'followers', 'partners', 'leaders', 'interested']);

/** Who hears of an event, and how. Whoever did it sees it at once, and is left out where the audience is looked up. */
export const challengeNotices = (event: ChallengeEvent, after: Challenge): ChallengeNotice[] =>
  heardBy[event.type]({ event, after }).filter(({ as }) => !(after.hidden && wide.has(as)));

const rankFor: { readonly [U in ChallengeNotice['urgency']]: Rank } = { now: 'decision', day: 'news' };

/** How soon somebody hears of it: what asks for something goes before what only tells. */
export const challengeRank = ({ urgency }: ChallengeNotice): Rank => rankFor[urgency];

/** Whether what an event told somebody has not been overtaken: what asked them for something ends with an answer, whoever gave it. */
export function stillAsks(
  { type }: Pick<ChallengeEvent, 'type'>,
  as: ChallengeAudience,
  { stage, owner }: Challenge,
  roles: ReadonlySet<ChallengeRole>,
): boolean {
  switch (type) {
    case 'challengeProposed':
    case 'ownershipAccepted':
    case 'ownerNamed':
    case 'ownerReminded':
      if (as === 'asked') return roles.has('asked');
      return as !== 'leaders' && as !== 'interested' ? true : stage === 'open';
    case 'ownershipDeclined':
    case 'ownerGone':
      return !owner && (unendedStages as readonly string[]).includes(stage);
    case 'answersClosed':
    case 'resultReminded':
    case 'resultLate':
      return stage === 'answered';
    case 'outsideAnswered':
    case 'outsideCorrected':
      return as !== 'procurement' || stage === 'open' || stage === 'answered';
    default:
      return true;
  }
}
