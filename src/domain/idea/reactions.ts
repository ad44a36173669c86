import type { PersonRef } from '../person/person.js';
import { type Instant, instantOf, millisecondsOf } from '../time.js';
import type { Refusal } from './refusal.js';
import type { WordKey } from './words.js';

/**
 * What somebody says of an idea by a press, once: a row for each of them beside the idea, so that a popular idea is no hot
 * spot and does not grow. Each has a line here, under the name of its rows: as which event it is told, which words may go
 * with it, and why whoever has said it cannot say it again.
 */
export const reactions = {
  thank: { event: 'thanked', line: 'thanks', again: 'thankedBefore' },
} as const satisfies Readonly<
  Record<string, { event: string; line: WordKey; again: Exclude<Refusal, { field: unknown }>['code'] }>
>;
export type Reaction = keyof typeof reactions;
export const reactionNames = Object.keys(reactions) as Reaction[];

/** Whether this version of the bot knows it: a newer one, beside it while instances are being replaced, knows more. */
export const isReaction = (name: string): name is Reaction => Object.hasOwn(reactions, name);

/** A stretch of them that those whose idea it is are told of together. */
export interface ReactionRound {
  /** How many there were before it: what it is known by. */
  from: number;
  /** When they are told; whoever is counted before that is told of with it. */
  due: Instant;
  /** The newest of them, the newest first: before the others those who have written a line. */
  newest: readonly PersonRef[];
  /** How many of these have. */
  said: number;
}

/** How many there are, and which of them are told of next. */
export interface ReactionTally {
  count: number;
  telling?: ReactionRound;
  /** The stretch before that one, which may be on its way: up to how many it went. */
  earlier?: ReactionRound & { until: number };
}

/** So many are known where they are told of. */
export const MOST_TOLD = 5;
/** The first is told at once, others so long after the last telling. */
const APART_MS = 3_600_000;

/** A tally with those who have come, the newest last, and without those who are gone. `opens`: a telling has begun with them. */
export function tallied(
  { count, telling, earlier }: ReactionTally,
  { come, gone }: { come: readonly { person: PersonRef; says: boolean }[]; gone: number },
  now: Instant,
): { tally: ReactionTally; opens?: ReactionRound } {
  const after = count + come.length - gone;
  const isOpen = telling !== undefined && now < telling.due;
  if (come.length === 0) return { tally: { count: after, ...kept({ telling, earlier }) } };
  if (isOpen) {
    const joined = { ...telling, ...newestOf(come, telling) };
    return { tally: { count: after, ...kept({ telling: joined, earlier }) } };
  }
  const soonest = telling ? instantOf(millisecondsOf(telling.due) + APART_MS) : now;
  const opens: ReactionRound = { from: count, due: soonest > now ? soonest : now, ...newestOf(come) };
  const before = telling && { ...telling, until: count };
  return { tally: { count: after, ...kept({ telling: opens, earlier: before ?? earlier }) }, opens };
}

/** Those who are known of a telling, with those who have joined it. */
function newestOf(
  come: readonly { person: PersonRef; says: boolean }[],
  { newest, said }: Pick<ReactionRound, 'newest' | 'said'> = { newest: [], said: 0 },
): Pick<ReactionRound, 'newest' | 'said'> {
  const latest = come.toReversed();
  const saying = [...latest.filter(({ says }) => says).map(({ person }) => person), ...newest.slice(0, said)];
  const silent = [...latest.filter(({ says }) => !says).map(({ person }) => person), ...newest.slice(said)];
  return { newest: [...saying, ...silent].slice(0, MOST_TOLD), said: Math.min(saying.length, MOST_TOLD) };
}

const kept = ({ telling, earlier }: { telling: ReactionRound | undefined; earlier: ReactionTally['earlier'] }) => ({
  ...(telling && { telling }),
  ...(earlier && { earlier }),
});

/** How many a telling is of as things stand, and who is named; undefined of one that is long over, and where nobody is left. */
export function toldOf(
  { count, telling, earlier }: ReactionTally,
  from: number,
): { count: number; newest: readonly PersonRef[] } | undefined {
  const found =
    telling?.from === from
      ? { until: count, newest: telling.newest }
      : earlier?.from === from
        ? { until: earlier.until, newest: earlier.newest }
        : undefined;
  return found && found.until > from && found.newest.length > 0
    ? { count: found.until - from, newest: found.newest }
    : undefined;
}
