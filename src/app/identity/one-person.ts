import { isRecordKind } from '../../domain/record.js';
import { millisecondsOf } from '../../domain/time.js';
import type { Moving } from '../../store/person/accounts.js';
import type { Deps } from '../deps.js';
import { moveHelper } from '../helping/help-offer.js';
import { records } from '../records.js';

/** For so long, in milliseconds, it is looked again: another instance may remember the one who came under the earlier reference. */
const LOOKED_AFTER_MS = 5 * 60_000;

/**
 * Goes on with what stands under a reference that is another one's now: record by record, found by its traces. Broken off
 * anywhere, it is done again and does what was left. True when nothing is left and nothing more can come.
 */
export async function finishMoving(deps: Deps, moving: Moving, stopping?: AbortSignal): Promise<boolean> {
  const { from, to, since } = moving;
  // Whoever has had their data erased has left under both references.
  if ((await deps.people.byRef(to)) === undefined) {
    await deps.accounts.moved(moving);
    return true;
  }
  await moveHelper(deps, from, to);
  const traced = await deps.traces.of(from);
  for (const { record, id } of traced) {
    if (stopping?.aborted) return false;
    if (isRecordKind(record)) await records[record].move(deps, id, from, to);
  }
  // Those of a kind that only a newer version knows are moved by that one.
  if (!traced.every(({ record }) => isRecordKind(record))) return false;
  if (millisecondsOf(deps.now()) - millisecondsOf(since) < LOOKED_AFTER_MS) return false;
  await deps.accounts.moved(moving);
  return true;
}
