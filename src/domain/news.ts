import type { PersonRef } from './person/person.js';
import { type Instant, instantOf, millisecondsOf } from './time.js';

/** An event that is told together with others, by its number; `told`: who has been told already, for it answers them. */
export interface NewsEvent {
  seq: number;
  told?: PersonRef;
}

/** What of a record's news that may wait has been told, and what waits. */
export interface News {
  /** When a round of it was told last. */
  toldAt: Instant;
  /** What waits to be told together, as it came. */
  waiting: readonly NewsEvent[];
}

/** A record's news is told so often at most. */
const APART_MS = 3_600_000;
/** So many are told together at most: then the next round does not wait, on whatever day it is. What waits stands in one column. */
const MOST_TOGETHER = 500;

/** Whether an event that comes now is told at once: it is the first after a quiet hour. */
export const isFirst = (news: News | undefined, now: Instant): boolean =>
  !news || (news.waiting.length === 0 && nextRound(news) <= now);

/** The news when these events have come. Where the first of them is told at once, the others wait until an hour later. Pure. */
export function gather(news: News | undefined, events: readonly NewsEvent[], now: Instant): News {
  if (isFirst(news, now)) return { toldAt: now, waiting: events.slice(1) };
  const before = news?.waiting ?? [];
  const fresh = events.filter(({ seq }) => !before.some((one) => one.seq === seq));
  return { toldAt: news?.toldAt ?? now, waiting: [...before, ...fresh] };
}

/** When what waits is told. */
export const nextRound = ({ toldAt, waiting }: News): Instant =>
  waiting.length >= MOST_TOGETHER ? toldAt : instantOf(millisecondsOf(toldAt) + APART_MS);

/** Whether as many wait as are told together: no more are taken in before a round has begun. */
export const isFull = ({ waiting }: News): boolean => waiting.length >= MOST_TOGETHER;

/** A round that begins now, with what has waited longest, and the news without it. Pure. */
export const begin = ({ waiting }: News, now: Instant): { round: readonly NewsEvent[]; after: News } => ({
  round: waiting.slice(0, MOST_TOGETHER),
  after: { toldAt: now, waiting: waiting.slice(MOST_TOGETHER) },
});
