import type { Day } from '../time.js';
import type { Challenge } from './challenge.js';
import type { ChallengeRole } from './policy.js';

/** So many results are shown below what is open. */
export const SHOWN_RESULTS = 5;

/**
 * Whether somebody with these roles may read a challenge: everybody what has been open, those in it what has not, and those who decide
 * alone what is hidden.
 */
export function mayReadChallenge(
  { hidden, openedOn }: Pick<Challenge, 'hidden' | 'openedOn'>,
  roles: ReadonlySet<ChallengeRole>,
): boolean {
  if (hidden) return roles.has('decider');
  // Whoever speaks for another department is in it when it is open.
  return openedOn !== undefined || [...roles].some((role) => role !== 'speaker');
}

/** Whether an idea can be sent in as an answer to it on that day; the day after the last one, when the clock has not come by yet, it cannot. */
export const takesAnswers = (
  { stage, answerBy, hidden }: Pick<Challenge, 'stage' | 'answerBy' | 'hidden'>,
  today: Day,
): boolean => stage === 'open' && !hidden && today <= answerBy;

/** What lists tell of a challenge: of its words the title alone. */
export type ListedChallenge = Omit<Challenge, 'words'> & { title: string };

export interface ListedChallenges {
  /** The one with the least time left first. */
  open: ListedChallenge[];
  /** Closed for answers, of which the result is to come: the one that is promised first. */
  awaited: ListedChallenge[];
  /** Waits for an owner, and is seen by those in it alone; the oldest first. */
  proposed: ListedChallenge[];
  /** How it turned out, the newest first. */
  results: ListedChallenge[];
}

/**
 * What somebody sees of challenges: what can be answered, what is awaited, what they are to see to themselves, and the latest results.
 * `rolesIn`: what they are to each.
 */
export function listedChallenges(
  all: readonly ListedChallenge[],
  today: Day,
  rolesIn: (one: ListedChallenge) => ReadonlySet<ChallengeRole>,
): ListedChallenges {
  const readable = all.filter((one) => !one.hidden && mayReadChallenge(one, rolesIn(one)));
  const open = readable.filter((one) => takesAnswers(one, today));
  const awaited = readable.filter((one) => one.stage === 'answered' || (one.stage === 'open' && !open.includes(one)));
  const results = readable.filter(({ stage }) => stage === 'told');
  return {
    proposed: sorted(
      readable.filter(({ stage }) => stage === 'proposed'),
      ({ proposedOn }) => proposedOn,
    ),
    open: sorted(open, ({ answerBy }) => answerBy),
    awaited: sorted(awaited, ({ resultBy }) => resultBy),
    results: sorted(results, ({ changedAt }) => changedAt)
      .reverse()
      .slice(0, SHOWN_RESULTS),
  };
}

/** By what is said of each, and where that is the same by id: the order is the same on whichever instance. */
const sorted = (all: readonly ListedChallenge[], by: (one: ListedChallenge) => string): ListedChallenge[] =>
  all.toSorted((one, other) => (key(one, by) < key(other, by) ? -1 : 1));

const key = (one: ListedChallenge, by: (one: ListedChallenge) => string): string => `${by(one)} ${one.id}`;
