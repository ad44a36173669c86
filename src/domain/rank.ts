/**
 * What goes before what, where more is owed than Teams takes at once: what asks for a decision, then answers and questions,
 * then news, then digests. All messages and all events that have left to be told have one.
 */
export const ranks = ['decision', 'answer', 'news', 'digest'] as const;
export type Rank = (typeof ranks)[number];

/** Its place, from 0: for keys, whose order is that of reading, and for comparing. */
export const placeOf = (rank: Rank): number => ranks.indexOf(rank);

/** What goes first of these; digests where there are none. */
export const firstOf = (some: readonly Rank[]): Rank => ranks.find((rank) => some.includes(rank)) ?? 'digest';

/** What somebody waits for: it never stands behind what nobody waits for. */
const awaited: ReadonlySet<Rank> = new Set(['decision', 'answer']);
export const isAwaited = (rank: Rank): boolean => awaited.has(rank);
