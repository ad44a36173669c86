import type { PersonRef } from '../person/person.js';
import { type Instant, instantOf, millisecondsOf } from '../time.js';
import type { Refusal } from './refusal.js';
import type { WordKey } from './words.js';

interface ReactionKind {
  event: string;
  line: WordKey;
  again: Exclude<Refusal, { field: unknown }>['code'];
  /** It is counted by department as well. */
  byDepartment: boolean;
  /** Whoever says it hears of the idea from then on. */
  follows: boolean;
  /** It goes along when the idea becomes a part of another one. */
  goesAlong: boolean;
}

/**
 * What somebody says of an idea by a press, once: a row for each of them beside the idea, so that a popular idea is no hot
 * spot and does not grow. Each has a line here, under the name of its rows: as which event it is told, which words may go
 * with it, and why whoever has said it cannot say it again.
 */
export const reactions = {
  thank: {
    event: 'thanked',
    line: 'thanks',
    again: 'thankedBefore',
    byDepartment: false,
    follows: false,
    goesAlong: false,
  },
  need: {
    event: 'needed',
    line: 'need',
    again: 'neededBefore',
    byDepartment: true,
    follows: true,
    goesAlong: true,
  },
} as const satisfies Readonly<Record<string, ReactionKind>>;
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
  /** How many have come in it with another idea: of these nobody is told. Absent: none. */
  carried?: number;
}

/** How many there are, and which of them are told of next. */
export interface ReactionTally {
  count: number;
  /** How many of them by the code of their department when they said so; of those who had one. */
  departments?: Readonly<Record<string, number>>;
  telling?: ReactionRound;
  /** The stretch before that one, which may be on its way: up to how many it went. */
  earlier?: ReactionRound & { until: number };
}

/** So many departments are counted by themselves: more than any municipality has, with those that have been renamed since. */
export const MOST_TALLIED_DEPARTMENTS = 500;

/** Somebody who has come to be counted. `department`: its code, where they had one. */
export interface Come {
  person: PersonRef;
  says: boolean;
  department?: string | undefined;
  /** They have come with another idea, of which they said so. */
  carried?: boolean;
}

/** So many are known where they are told of. */
export const MOST_TOLD = 5;
/** The first is told at once, others so long after the last telling. */
const APART_MS = 3_600_000;

/**
 * A tally with those who have come, the newest last, and without those who are gone; `left` are the departments of these.
 * `opens`: a telling has begun with them.
 */
export function tallied(
  { count, departments: before, telling, earlier }: ReactionTally,
  { come, gone, left = [] }: { come: readonly Come[]; gone: number; left?: readonly (string | undefined)[] },
  now: Instant,
): { tally: ReactionTally; opens?: ReactionRound } {
  const departments = byDepartment(before, come, left);
  const after = { count: count + come.length - gone, ...(departments && { departments }) };
  const isOpen = telling !== undefined && now < telling.due;
  const fresh = come.filter((one) => !one.carried);
  const carried = come.length - fresh.length;
  const going = telling && withCarried(telling, carried);
  if (fresh.length === 0) return { tally: { ...after, ...kept({ telling: going, earlier }) } };
  if (isOpen && going) {
    const joined = { ...going, ...newestOf(fresh, going) };
    return { tally: { ...after, ...kept({ telling: joined, earlier }) } };
  }
  const soonest = telling ? instantOf(millisecondsOf(telling.due) + APART_MS) : now;
  // Those who have come with another idea stand before it.
  const from = count + carried;
  const opens: ReactionRound = { from, due: soonest > now ? soonest : now, ...newestOf(fresh) };
  const last = going && { ...going, until: from };
  return { tally: { ...after, ...kept({ telling: opens, earlier: last ?? earlier }) }, opens };
}

const withCarried = (round: ReactionRound, carried: number): ReactionRound =>
  carried > 0 ? { ...round, carried: (round.carried ?? 0) + carried } : round;

/** How many of each department there are then; undefined where none has been told. */
function byDepartment(
  before: ReactionTally['departments'],
  come: readonly Come[],
  left: readonly (string | undefined)[],
): ReactionTally['departments'] {
  const counts = new Map(Object.entries(before ?? {}));
  for (const { department } of come) {
    if (department === undefined) continue;
    if (!counts.has(department) && counts.size >= MOST_TALLIED_DEPARTMENTS) continue;
    counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  for (const department of left) {
    const had = department === undefined ? undefined : counts.get(department);
    if (department === undefined || had === undefined) continue;
    if (had > 1) counts.set(department, had - 1);
    else counts.delete(department);
  }
  return counts.size > 0 ? Object.fromEntries(counts) : undefined;
}

/** Those who are known of a telling, with those who have joined it. */
function newestOf(
  come: readonly Come[],
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

/** Those who are known of what is told, or was last. */
export const newestTold = ({ telling, earlier }: ReactionTally): PersonRef[] => [
  ...new Set([...(telling?.newest ?? []), ...(earlier?.newest ?? [])]),
];

/** How many a telling is of as things stand, and who is named; undefined of one that is long over, and where nobody is left. */
export function toldOf(
  { count, telling, earlier }: ReactionTally,
  from: number,
): { count: number; newest: readonly PersonRef[] } | undefined {
  const found =
    telling?.from === from
      ? { until: count, newest: telling.newest, carried: telling.carried }
      : earlier?.from === from
        ? { until: earlier.until, newest: earlier.newest, carried: earlier.carried }
        : undefined;
  if (!found || found.newest.length === 0) return undefined;
  const told = found.until - from - (found.carried ?? 0);
  return told > 0 ? { count: told, newest: found.newest } : undefined;
}
