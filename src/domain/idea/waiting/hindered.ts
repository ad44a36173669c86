import type { Idea } from '../idea.js';
import type { Stage } from '../stages.js';

/** Where something can keep an idea from going on: before its test, and where it has ended. */
export const hinderedIn = ['submitted', 'exploring', 'planning', 'closed'] as const satisfies readonly Stage[];

/** The obstacle for which an idea waits, by its id; undefined of one that has gone on all the same, or is a part of another. */
export const waitsForObstacle = ({
  obstacle,
  stage,
  ending,
}: Pick<Idea, 'obstacle' | 'stage' | 'ending'>): string | undefined =>
  ending?.into === undefined && hinderedIn.some((one) => one === stage) ? obstacle : undefined;
