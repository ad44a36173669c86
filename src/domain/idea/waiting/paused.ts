import { type Day, laterOf } from '../../time.js';
import type { Idea } from '../idea.js';

/** Whoever leads is away until then, and nobody stands in: their days to answer begin when they are back. */
export interface UntilBack {
  awayUntil?: Day;
}

export const onceBack = <C extends { today: Day }>(context: C, { awayUntil }: UntilBack): C => ({
  ...context,
  today: laterOf(context.today, awayUntil),
});

/** That its promise waits for them, of an idea that comes to them on a day. */
export const pausedOn = (since: Day, { awayUntil }: UntilBack): Pick<Idea, 'paused'> =>
  awayUntil ? { paused: { since, until: awayUntil } } : {};

/** Until when a promise waits for whoever leads, who is away; undefined where none does now. */
export const pausedUntil = ({ paused, waiting }: Pick<Idea, 'paused' | 'waiting'>, today: Day): Day | undefined =>
  waiting && paused && paused.until >= today ? paused.until : undefined;
