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
  return openedOn !== undefined || roles.size > 0;
}

/** Whether an idea can be sent in as an answer to it on that day; the day after the last one, when the clock has not come by yet, it cannot. */
export const takesAnswers = ({ stage, answerBy, hidden }: Challenge, today: Day): boolean =>
  stage === 'open' && !hidden && today <= answerBy;

export interface ListedChallenges {
  /** The one with the least time left first. */
  open: Challenge[];
  /** Closed for answers, of which the result is to come: the one that is promised first. */
  awaited: Challenge[];
  /** How it turned out, the newest first. */
  results: Challenge[];
}

/** What everybody sees of challenges, those that were open at some time: what can be answered, what is awaited, and the latest results. */
export function listedChallenges(all: readonly Challenge[], today: Day): ListedChallenges {
  const readable = all.filter((one) => mayReadChallenge(one, new Set()));
  const open = readable.filter((one) => takesAnswers(one, today));
  const awaited = readable.filter((one) => one.stage === 'answered' || (one.stage === 'open' && !open.includes(one)));
  const results = readable.filter(({ stage }) => stage === 'told');
  return {
    open: sorted(open, ({ answerBy }) => answerBy),
    awaited: sorted(awaited, ({ resultBy }) => resultBy),
    results: sorted(results, ({ changedAt }) => changedAt)
      .reverse()
      .slice(0, SHOWN_RESULTS),
  };
}

/** By what is said of each, and where that is the same by id: the order is the same on whichever instance. */
const sorted = (all: readonly Challenge[], by: (one: Challenge) => string): Challenge[] =>
  all.toSorted((one, other) => (key(one, by) < key(other, by) ? -1 : 1));

const key = (one: Challenge, by: (one: Challenge) => string): string => `${by(one)} ${one.id}`;
