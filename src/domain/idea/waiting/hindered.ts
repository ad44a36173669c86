import type { Idea } from '../idea.js';
import { type Stage, stages } from '../stages.js';

/** Where something can keep an idea from going on: before its test, and where it has ended. */
export const hinderedIn = ['submitted', 'exploring', 'planning', 'closed'] as const satisfies readonly Stage[];

/** The obstacle for which an idea waits, by its id; undefined of one that has gone on all the same, or is a part of another. */
export const waitsForObstacle = ({
  obstacle,
  stage,
  ending,
}: Pick<Idea, 'obstacle' | 'stage' | 'ending'>): string | undefined =>
  ending?.into === undefined && hinderedIn.some((one) => one === stage) ? obstacle : undefined;

/** The departments that do not take it in because of an obstacle, and which: as long as anybody can. */
export const hinderedThere = ({
  stage,
  adoptions,
}: Pick<Idea, 'stage' | 'adoptions'>): [code: string, obstacle: string][] =>
  stages[stage].spreads
    ? Object.entries(adoptions).flatMap(([code, { status, obstacle }]): [string, string][] =>
        status === 'notNow' && obstacle !== undefined ? [[code, obstacle]] : [],
      )
    : [];
