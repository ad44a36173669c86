import { asNow, mentions } from '../../domain/idea/people/same-person.js';
import type { PersonRef } from '../../domain/person/person.js';
import { millisecondsOf } from '../../domain/time.js';
import type { Moving } from '../../store/person/accounts.js';
import { tracedIn } from '../../store/traces.js';
import type { Deps } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';

/** For so long, in milliseconds, it is looked again: another instance may remember the one who came under the earlier reference. */
const LOOKED_AFTER = 5 * 60_000;

/**
 * Goes on with what stands under a reference that is another one's now: idea by idea, found by its traces. Broken off
 * anywhere, it is done again and does what was left. True when nothing is left and nothing more can come.
 */
export async function finishMoving(deps: Deps, moving: Moving, stopping?: AbortSignal): Promise<boolean> {
  const { from, to, since } = moving;
  // Whoever has had their data erased has left under both references.
  if ((await deps.people.byRef(to)) === undefined) {
    await deps.accounts.moved(moving);
    return true;
  }
  for (const id of await deps.traces.of(from)) {
    if (stopping?.aborted) return false;
    await moveIn(deps, id, from, to);
  }
  if (millisecondsOf(deps.now()) - millisecondsOf(since) < LOOKED_AFTER) return false;
  await deps.accounts.moved(moving);
  return true;
}

/** In one idea: what they have in it, that they follow it, where its card stands. The trace stays: what they did is in the record under it. */
async function moveIn(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void> {
  const { follows, reports, shown, sentCards } = deps;
  await identify(deps, id, from, to);
  const [followed, reported, messages, copy] = await Promise.all([
    follows.follows(id, from),
    reports.in(id, from),
    shown.to(id, from),
    sentCards.in(id, from),
  ]);
  if (followed) {
    await follows.add(id, to);
    await follows.remove(id, from);
  }
  if (reported !== undefined) {
    await reports.add(id, to, reported);
    await reports.remove(id, from);
  }
  for (const message of messages) await shown.add({ ...message, ids: [id], person: to });
  await shown.removeAllOf(id, from);
  if (copy) {
    await sentCards.put({ ...copy, person: to });
    await sentCards.forget(copy);
  }
}

/** Refused where they have no part in it, and where that has been done. */
async function identify(deps: Deps, id: string, formerly: PersonRef, person: PersonRef): Promise<void> {
  await actAsClock(deps, id, { name: 'identify', rest: formerly }, async (idea) => {
    const inRecord =
      asNow(idea, formerly) !== person &&
      !mentions(idea, formerly) &&
      (await deps.ideas.history(id)).some((event) => tracedIn(event).includes(formerly));
    return { type: 'identify', data: { formerly, person, ...(inRecord && { inRecord }) }, words: {} };
  });
}
