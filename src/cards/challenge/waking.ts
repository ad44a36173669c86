import { answersChallenge } from '../../app/challenge/answers-challenge.js';
import type { Action } from '../idea/actions/action.js';

/** A command of the idea's room about a challenge which the idea may fit: it is offered as long as the challenge takes answers. */
export const whileAsked = <A extends Action>(action: A): A => ({
  ...action,
  offers: Object.fromEntries(
    Object.entries(action.offers).map(([name, offer]) => [
      name,
      {
        ...offer,
        when: (reading) => (offer.when?.(reading) ?? true) && reading.foundOf(answersChallenge)?.over === undefined,
      },
    ]),
  ),
});

/** The same of the one that sends the idea there, which is refused where the challenge was taken back meanwhile. */
export const sendsThere = <A extends Action>(action: A): A => ({
  ...whileAsked(action),
  asks: (press, operation) => ({ ...action.asks?.(press, operation), stillAsks: true as const }),
});
