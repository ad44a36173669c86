import type { PersonRef } from '../../person/person.js';
import type { Day } from '../../time.js';
import type { Idea, Successor } from '../idea.js';
import type { Stage } from '../stages.js';

/** Where somebody can be asked to take over. */
export const agreedIn = ['planning', 'piloting'] as const satisfies readonly Stage[];

const isAgreedIn = (stage: Stage): boolean => agreedIn.some((one) => one === stage);

/** Somebody who has been asked and has not answered. */
export const successorAsked = ({ successor }: Pick<Idea, 'successor'>): (Successor & { until: Day }) | undefined => {
  if (!successor || successor.accepted) return undefined;
  const { until } = successor;
  return until === undefined ? undefined : { ...successor, until };
};

/** Whether somebody is asked just now. */
export const isAsked = (idea: Pick<Idea, 'successor'>): boolean => successorAsked(idea) !== undefined;

/** Whoever has said yes to taking over; undefined where nobody has. */
export const successorOf = ({ successor }: Pick<Idea, 'successor'>): PersonRef | undefined =>
  successor?.accepted ? successor.person : undefined;

/** The idea without a question to take over that its stage has left behind; a yes stays for as long as the idea goes on from it. */
export function withoutLateQuestion(idea: Idea): Idea {
  if (!idea.successor || idea.successor.accepted || isAgreedIn(idea.stage)) return idea;
  const { successor: _, ...rest } = idea;
  return rest;
}
