import { isForFunder } from '../../../domain/idea/commands/conditions.js';
import type { CommandOf } from '../../../domain/idea/commands.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { departmentFollowed } from '../../../domain/idea/use/followed-unit.js';
import type { MovedUnits } from '../../../domain/organisation/overlay/moved-units.js';
import { instantOf, millisecondsOf } from '../../../domain/time.js';
import type { StoredUnitMoves } from '../../../store/organisation/unit-moves.js';
import { UnreadableRow } from '../../../store/row-versions.js';
import { isPassing } from '../../../store/rows.js';
import type { Deps } from '../../deps.js';
import { chainOf } from '../../person/post-holders.js';
import { tierFor } from '../people/deciders.js';
import { funderFor } from '../people/funders.js';
import { actAsClock } from './as-clock.js';

/** So many ideas are read at a time, and so many times in a round; and so many move in one, so that what people do meets little else. */
const PAGE = 200;
const MOST_PAGES = 10;
const MOST_MOVED = 100;
/** After a look in which some idea could not be moved the next one begins so much later, and none so long after the version. */
const AGAIN_AFTER_MS = 10 * 60_000;
const GIVEN_UP_AFTER_MS = 30 * 24 * 60 * 60_000;
/** An instance that has not yet heard of a version when it writes has done so by then, in milliseconds. */
const WRITTEN_WITHIN_MS = 2 * 60_000;

interface FollowTold {
  /** How far a round has come. */
  moved(count: number): void;
  /** An idea that could not be moved: a later look tries again (`last`: none does), and it keeps no other. */
  failed(id: string, error: unknown, last: boolean): void;
}

/**
 * A round of what is left to do where units have come to other departments: the ideas that come from them follow, in whatever stage. Looks
 * through all ideas in the order of their ids, twice: those that were written meanwhile by an instance that did not know of it follow too; and again for thirty days, as long as one could not be moved. Whoever claims it goes on
 * where the last one was, so it may be broken off anywhere, and done twice it has one effect. At most 32 requests, and some ten for each idea that moves.
 */
export async function followUnits(
  deps: Deps,
  left: StoredUnitMoves,
  { moved: told, failed }: FollowTold,
  stopping?: AbortSignal,
): Promise<void> {
  const { unitMoves, ideas } = deps;
  const since = millisecondsOf(deps.now()) - millisecondsOf(left.at);
  if (left.looked && since < WRITTEN_WITHIN_MS) return;
  const isLast = since >= GIVEN_UP_AFTER_MS;
  let mine = await unitMoves.claim(left, deps.now());
  let count = 0;
  let isFailing = left.failed === true;
  const telling = (id: string, error: unknown): void => {
    isFailing = true;
    failed(id, error, isLast);
  };
  for (let pages = 0; mine; pages++) {
    if (stopping?.aborted || pages >= MOST_PAGES || count >= MOST_MOVED) break;
    const { ideas: some, last } = await ideas.page(mine.after, PAGE, stopping);
    let after = last;
    for (const idea of some) {
      if (!departmentFollowed(idea, mine.moved, deps.directory())) continue;
      if (await follows(deps, idea.id, mine.moved, telling)) count += 1;
      if (count < MOST_MOVED) continue;
      after = idea.id;
      break;
    }
    if (after !== undefined)
      mine = await unitMoves.keep({ ...mine, after, ...(isFailing && { failed: true }) }, deps.now());
    else if (mine.looked && (!isFailing || isLast)) {
      await unitMoves.done(mine);
      mine = undefined;
    } else {
      const { after: _, until: __, failed: ___, ...all } = mine;
      const later = instantOf(millisecondsOf(deps.now()) + AGAIN_AFTER_MS);
      await unitMoves.goOn({ ...all, looked: true, ...(mine.looked && { until: later }) });
      mine = undefined;
    }
  }
  if (mine) {
    const { until: _, ...free } = mine;
    await unitMoves.goOn(free);
  }
  if (count > 0) told(count);
}

/** True where it has moved. Where storage does not answer nothing goes on: the next round begins there. */
async function follows(
  deps: Deps,
  id: string,
  moved: readonly MovedUnits[],
  failed: (id: string, error: unknown) => void,
): Promise<boolean> {
  try {
    const { kind } = await actAsClock(deps, id, { name: 'moveWithUnit' }, (idea) => commandFor(deps, idea, moved));
    return kind === 'saved';
  } catch (error) {
    if (isPassing(error) && !(error instanceof UnreadableRow)) throw error;
    failed(id, error);
    return false;
  }
}

/** Who decides where it goes, on it and on the money that it waits for. Undefined where it need not move. Three round trips' time. */
async function commandFor(
  deps: Deps,
  idea: Idea,
  moved: readonly MovedUnits[],
): Promise<CommandOf<'moveWithUnit'> | undefined> {
  const department = departmentFollowed(idea, moved, deps.directory());
  if (department === undefined) return undefined;
  const there = { ...idea, department };
  const { waiting, question, money, tier } = idea;
  const isDecided = waiting !== undefined || question !== undefined;
  const data = {
    department,
    tier: isDecided ? tierFor(await chainOf(deps, department), there) : tier,
    ...(isForFunder(idea) && money && { funder: await funderFor(deps, there, money.asked) }),
  };
  return { type: 'moveWithUnit', data, words: {} };
}
