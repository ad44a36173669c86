import { createHash } from 'node:crypto';
import type { FigureMark, NamesPeople } from '../../domain/figures/mark.js';
import { marksOf } from '../../domain/figures/marks.js';
import type { Idea } from '../../domain/idea/idea.js';
import { newIdempotencyKey } from '../../domain/ids.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import { LOG_PAGE } from '../../store/log.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import { type Deps, timeZoneOf } from '../deps.js';

export type CountsFrom = Pick<Deps, 'ideas' | 'eventLog' | 'figures' | 'figureState' | 'settings' | 'now' | 'random'>;

/** So many ideas are held at a time, and so many records read at once. */
const PAGE = 500;
const AT_ONCE = 16;
/** An event is stored within this time, in milliseconds, after the one that it bears: so much is read again. */
const STORED_WITHIN_MS = 120_000;
/** So often the same idea is tried while others count in the same months. */
const TRIES = 5;

/** Enough to tell a municipality's people apart, and too little to find anybody by. */
const NAME_LENGTH = 8;
const nameOf: NamesPeople = (who) =>
  who === 'clock' ? undefined : createHash('sha256').update(who).digest('base64url').slice(0, NAME_LENGTH);

/** By which somebody is known among those on whom a figure rests. */
export const nameInFigures = (person: string): string => nameOf(person) ?? '';

/** What an idea counts for, by its whole record. One round trip. */
async function marked({ ideas, settings }: CountsFrom, idea: Idea): Promise<FigureMark[]> {
  return marksOf(idea, await ideas.record(idea.id), { nameOf, timeZone: timeZoneOf({ settings }) });
}

/**
 * Counts all ideas from the beginning under a new name, beside what is read meanwhile, and has it read from then on. What
 * happens while it counts is followed afterwards, from when it began. Gives how many ideas were counted; undefined where it was broken off.
 */
export async function countAnew(
  deps: CountsFrom,
  { stopping, still = async () => undefined }: { stopping?: AbortSignal; still?: () => Promise<unknown> } = {},
): Promise<number | undefined> {
  const { ideas, figures, figureState, now, random } = deps;
  const counting = newIdempotencyKey(random);
  const followedTo = now();
  await figureState.begin(counting);
  const build = figures.build(counting);
  let count = 0;
  let after: string | undefined;
  do {
    const page = await ideas.page(after, PAGE, stopping);
    for (let from = 0; from < page.ideas.length; from += AT_ONCE) {
      if (stopping?.aborted) return undefined;
      const some = page.ideas.slice(from, from + AT_ONCE);
      const marks = await Promise.all(some.map((idea) => marked(deps, idea)));
      for (const [at, idea] of some.entries()) await build.add(idea.id, marks[at] ?? []);
    }
    count += page.ideas.length;
    after = page.last;
    await still();
  } while (after !== undefined);
  await build.finish();
  await figureState.put({ counting, followedTo });
  return count;
}

/** Counts one idea as it stands. False where others were in the way each time. */
async function countIdea(deps: CountsFrom, counting: string, id: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await unlessUnreadable(deps.ideas.load(id));
    const marks = stored ? await marked(deps, stored.idea) : [];
    if (await deps.figures.count(counting, id, marks)) return true;
  }
  return false;
}

/**
 * Counts anew each idea to which something has happened since it was followed last, and notes up to when. What was stored
 * late is found too: the last two minutes are read again, and counting the same twice changes nothing. How many ideas.
 */
export async function countWhatHappened(
  deps: CountsFrom,
  { counting, followedTo }: { counting: string; followedTo: Instant },
  { stopping, still = async () => undefined }: { stopping?: AbortSignal; still?: () => Promise<unknown> } = {},
): Promise<number> {
  const { eventLog, figureState, now } = deps;
  const began = now();
  let count = 0;
  let from: Instant | { after: string } = instantOf(millisecondsOf(followedTo) - STORED_WITHIN_MS);
  for (;;) {
    const rows = await eventLog.page(from, stopping);
    const ids = new Set(eventLog.read(rows).flatMap(({ record, id }) => (record === 'idea' ? [id] : [])));
    for (const id of ids) {
      if (stopping?.aborted) return count;
      if (!(await countIdea(deps, counting, id))) return count;
      count += 1;
    }
    const last = rows.at(-1)?.rowKey;
    const isAll = rows.length < LOG_PAGE || last === undefined;
    if (isAll) break;
    await still();
    from = { after: last };
  }
  await figureState.put({ counting, followedTo: began });
  return count;
}
