import type { Idea } from '../idea/idea.js';
import { mayNotFund } from '../idea/policy.js';
import type { PersonRef } from '../person/person.js';
import type { Day } from '../time.js';

/** What somebody who had the problem answers to "Har det blivit bättre?", once. */
export const improvements = ['much', 'some', 'no', 'unsure'] as const;
export type Improvement = (typeof improvements)[number];

/** How many have answered what: never who. */
export type ImprovementTally = { readonly [I in Improvement]: number };

export const noImprovements: ImprovementTally = { much: 0, some: 0, no: 0, unsure: 0 };

/** Fewer answers are shown to nobody: of one or two a colleague would know whose they are. */
export const FEWEST_SHOWN = 3;

/**
 * The answers of an idea as cards show them; undefined of too few, and until the last day for answers is over: whoever saw them before and after
 * somebody answered would know what. Without that day they are never shown.
 */
export const shownOf = (
  { until, ...tally }: ImprovementTally & { until?: Day },
  today: Day,
): ImprovementTally | undefined =>
  until !== undefined && until < today && answersIn(tally) >= FEWEST_SHOWN ? tally : undefined;

/** The sum of what ideas show by themselves: of no other, for what one shows could be taken from it. Undefined where none shows any. */
export function sumShown(
  tallies: readonly (ImprovementTally & { until?: Day })[],
  today: Day,
): ImprovementTally | undefined {
  const shown = tallies.map((tally) => shownOf(tally, today)).filter((tally) => tally !== undefined);
  return shown.length > 0 ? together(shown) : undefined;
}

export const answersIn = (tally: ImprovementTally): number =>
  improvements.reduce((sum, improvement) => sum + tally[improvement], 0);

/** All of several together. */
export const together = (tallies: readonly ImprovementTally[]): ImprovementTally =>
  tallies.reduce(
    (sum, tally) => ({
      much: sum.much + tally.much,
      some: sum.some + tally.some,
      no: sum.no + tally.no,
      unsure: sum.unsure + tally.unsure,
    }),
    noImprovements,
  );

/** Whether the question is out, on that day, for those who share the problem. */
export const isAskedOn = (
  { stage, improvement, hidden, withheld }: Pick<Idea, 'stage' | 'improvement' | 'hidden' | 'withheld'>,
  today: Day,
): boolean =>
  stage === 'inUse' && !hidden && !withheld && improvement?.until !== undefined && today <= improvement.until;

/** Nobody says of what they had the idea of, or do the work of, whether it has helped: that is for those who had the problem. */
export const saysNothing = (ref: PersonRef, idea: Idea): boolean => mayNotFund(ref, idea);
