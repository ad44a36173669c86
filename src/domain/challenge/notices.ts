import type { Rank } from '../rank.js';
import type { Challenge } from './challenge.js';
import type { ChallengeEvent, ChallengeEventType } from './events.js';

/**
 * Who hears of what happens to a challenge. `formerOwner`: who owned it until now, or was asked to. `answerers`: those whose ideas answer it.
 * `interested`: those who have chosen to hear of new ones. `leaders`: of all departments, asked once whether they have the same problem.
 */
export const challengeAudiences = [
  'asked',
  'owner',
  'publisher',
  'deciders',
  'formerOwner',
  'answerers',
  'followers',
  'leaders',
  'interested',
] as const;
export type ChallengeAudience = (typeof challengeAudiences)[number];

/** `now`: in a message of its own, for it asks somebody for something by a date. All else comes in the day card. */
export interface ChallengeNotice {
  as: ChallengeAudience;
  urgency: 'now' | 'day';
}

/** The event, what it has made, and how it was before. */
interface ChallengeChange {
  before: Challenge | undefined;
  after: Challenge;
}

const now = (...all: ChallengeAudience[]): ChallengeNotice[] => all.map((as) => ({ as, urgency: 'now' }));
const day = (...all: ChallengeAudience[]): ChallengeNotice[] => all.map((as) => ({ as, urgency: 'day' }));

/** All who may have done something for it. */
const everybodyInIt = day('publisher', 'owner', 'answerers', 'followers');

/** Whoever is to tell how it turned out; where nobody owns it, those who may in their place. */
const teller = ({ owner }: Challenge): ChallengeNotice[] => (owner?.accepted ? now('owner') : now('deciders'));

/** A challenge is announced once, when it opens. */
const announced = ({ before, after }: ChallengeChange): ChallengeNotice[] =>
  after.stage === 'open' && before?.stage !== 'open' ? day('leaders', 'interested') : [];

/** Who is asked to own it, unless they have said yes with the same press. */
const askedOf = ({ owner }: Challenge): ChallengeNotice[] => (owner && !owner.accepted ? now('asked') : []);

const heardBy: { readonly [T in ChallengeEventType]: (told: ChallengeChange) => readonly ChallengeNotice[] } = {
  challengeProposed: (told) => [...askedOf(told.after), ...announced(told)],
  ownershipAccepted: (told) => [...day('publisher'), ...announced(told)],
  // Somebody else is to be named, or it ends.
  ownershipDeclined: () => now('publisher'),
  ownerNamed: (told) => [
    ...askedOf(told.after),
    ...day('publisher', ...(told.before?.owner ? (['formerOwner'] as const) : [])),
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
  challengeWithdrawn: ({ before }) => (before?.stage === 'proposed' ? day('publisher', 'asked') : everybodyInIt),
  challengeHidden: () => day('publisher'),
  challengeShown: () => day('publisher'),
};

/** To these nothing is told of a challenge whose words are hidden: they could not read what it is about. */
const wide: ReadonlySet<ChallengeAudience> = new Set(['answerers', 'followers', 'leaders', 'interested']);

/** Who hears of an event, and how. Whoever did it sees it at once, and is left out where the audience is looked up. */
export const challengeNotices = (event: ChallengeEvent, told: ChallengeChange): ChallengeNotice[] =>
  heardBy[event.type](told).filter(({ as }) => !(told.after.hidden && wide.has(as)));

const rankFor: { readonly [U in ChallengeNotice['urgency']]: Rank } = { now: 'decision', day: 'news' };

/** How soon somebody hears of it: what asks for something goes before what only tells. */
export const challengeRank = ({ urgency }: ChallengeNotice): Rank => rankFor[urgency];
