import { createHash } from 'node:crypto';
import type { FigureMark, NamesPeople } from '../../domain/figures/mark.js';
import { marksOf } from '../../domain/figures/marks.js';
import type { Idea } from '../../domain/idea/idea.js';
import { asNow } from '../../domain/idea/people/same-person.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import type { Counting } from '../../store/figures/figure-state.js';
import { LOG_PAGE, STORED_WITHIN_MS } from '../../store/log.js';
import { UnreadableRow } from '../../store/row-versions.js';
import { isPassing } from '../../store/rows.js';
import { type Deps, timeZoneOf } from '../deps.js';
import { noteSameProblems } from './same-problems.js';

export type CountsFrom = Pick<Deps, 'ideas' | 'eventLog' | 'figures' | 'figureState' | 'settings' | 'now' | 'random'>;

/** So many ideas are held at a time, so many records read at once, and so many counted before it is asked who counts. */
const PAGE = 500;
const AT_ONCE = 16;
const BETWEEN = 50;
/** So often the same idea is tried while others count in the same months. */
const TRIES = 5;

/** What makes marks of an idea has changed where this has: then all is counted anew. */
const MARKS_VERSION = 'v3';
const newCounting = (deps: Pick<CountsFrom, 'random'>): string => `${MARKS_VERSION}-${newIdempotencyKey(deps.random)}`;

/** Whether a counting was made as this version of the bot counts. */
export const isCurrent = (counting: string): boolean => counting.startsWith(`${MARKS_VERSION}-`);

/** Enough to tell a municipality's people apart. */
const NAME_LENGTH = 8;

/** By which somebody is known among those on whom figures of a counting rest: another name in each counting. */
export const nameInFigures = (counting: string, person: string): string =>
  createHash('sha256').update(`${counting}|${person}`).digest('base64url').slice(0, NAME_LENGTH);

/** What an idea counts for, by its whole record. One round trip. */
async function marked({ ideas, settings }: CountsFrom, counting: string, idea: Idea): Promise<FigureMark[]> {
  const nameOf: NamesPeople = (who) => (who === 'clock' ? undefined : nameInFigures(counting, asNow(idea, who)));
  return marksOf(idea, await ideas.record(idea.id), { nameOf, timeZone: timeZoneOf({ settings }) });
}

/** How somebody counts. `me`: a name that no other has. `unread`: told of an idea whose record cannot be counted, which is left as it was. */
export interface Counter {
  me: string;
  stopping?: AbortSignal;
  unread?: (id: string, error: unknown) => void;
}

/** Whether the caller is still the one who counts. */
export const stillCounts = async ({ figureState, now }: CountsFrom, { me, stopping }: Counter): Promise<boolean> =>
  !stopping?.aborted && (await figureState.claim(me, now())).mine;

/** What cannot be read costs that idea; storage that fails, the look. */
async function unlessUncountable<T>(counter: Counter, id: string, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (isPassing(error) && !(error instanceof UnreadableRow)) throw error;
    counter.unread?.(id, error);
    return undefined;
  }
}

/**
 * Counts all ideas from the beginning under a new name, beside what is read meanwhile, and has it read from then on; for whoever
 * has claimed to count. What happens while it counts is followed afterwards, from when it began. How many ideas were counted;
 * undefined where it was broken off, or another one counts by now.
 */
export async function countAnew(deps: CountsFrom, counter: Counter): Promise<number | undefined> {
  const { ideas, figures, figureState, now } = deps;
  const { me, stopping } = counter;
  const counting = newCounting(deps);
  const followedTo = now();
  if (!(await figureState.begin(me, counting))) return undefined;
  const build = figures.build(counting);
  let count = 0;
  let after: string | undefined;
  do {
    const page = await ideas.page(after, PAGE, stopping);
    for (let from = 0; from < page.ideas.length; from += AT_ONCE) {
      if (from % (AT_ONCE * 4) === 0 && !(await stillCounts(deps, counter))) return undefined;
      const some = page.ideas.slice(from, from + AT_ONCE);
      const marks = await Promise.all(
        some.map((idea) => unlessUncountable(counter, idea.id, () => marked(deps, counting, idea))),
      );
      for (const [at, idea] of some.entries()) await build.add(idea.id, marks[at] ?? []);
    }
    count += page.ideas.length;
    after = page.last;
  } while (after !== undefined);
  await build.finish();
  return (await figureState.put(me, { counting, followedTo })) ? count : undefined;
}

/** Counts one idea as it stands. False where others were in the way each time. */
async function countIdea(deps: CountsFrom, counting: string, id: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await deps.ideas.load(id);
    // One that has been destroyed by rule counts as it did.
    if (!stored) return true;
    const marks = await marked(deps, counting, stored.idea);
    if (await deps.figures.count(counting, id, marks)) return true;
  }
  return false;
}

/**
 * Counts anew each idea to which something has happened since it was followed last, and notes up to when; for whoever has
 * claimed to count. What was stored late is found too: the last two minutes are read again, and counting the same twice changes
 * nothing. How many ideas. Throws where some were in the way each time: they are counted at the next look, and the others are.
 */
export async function countWhatHappened(
  deps: CountsFrom & Pick<Deps, 'people' | 'besideLog'>,
  { counting, followedTo }: Counting,
  counter: Counter,
): Promise<number> {
  const { besideLog, eventLog, figureState, now } = deps;
  const began = now();
  const missed: string[] = [];
  let count = 0;
  let from: Instant | { after: string } = instantOf(millisecondsOf(followedTo) - STORED_WITHIN_MS);
  for (;;) {
    const rows = await eventLog.page(from, counter.stopping);
    const entries = eventLog.read(rows);
    const ids = new Set(entries.flatMap(({ record, id }) => (record === 'idea' ? [id] : [])));
    await noteSameProblems(deps, entries);
    for (const id of ids) {
      if (count % BETWEEN === 0 && !(await stillCounts(deps, counter))) return count;
      count += 1;
      if ((await unlessUncountable(counter, id, () => countIdea(deps, counting, id))) === false) missed.push(id);
    }
    const last = rows.at(-1)?.rowKey;
    if (rows.length < LOG_PAGE || last === undefined) break;
    from = { after: last };
  }
  await besideLog.write();
  if (missed.length > 0) throw new Error(`Others were in the way of counting ${missed.slice(0, 5).join(', ')}`);
  await figureState.advance(counter.me, { counting, followedTo: began });
  return count;
}
