import { finishMoving } from '../../app/identity/one-person.js';
import type { Moving } from '../../store/person/accounts.js';
import type { DeliveryDeps } from '../deps.js';
import { oweNote } from '../person/notes.js';

/** Goes on with those whose two references are one person's: what waited for them, their ideas, and word that the office has said yes. */
export async function processMoving(deps: DeliveryDeps, stopping?: AbortSignal): Promise<void> {
  for (const moving of await deps.app.accounts.moving()) {
    if (stopping?.aborted) return;
    try {
      await moveWhatWaits(deps, moving);
      if (moving.asked) await oweNote(deps, [moving.to], { note: 'moved', about: moving.from });
      await finishMoving(deps.app, moving, stopping);
    } catch (error) {
      deps.log.error({ person: moving.from, err: error }, 'Somebody’s ideas could not be moved; the next look goes on');
    }
  }
}

/**
 * What waited for the reference that goes, which could not be written to, waits for the one that stays; then that one is
 * looked at as somebody who can be written to again, for what waited under either: many messages are one card.
 */
async function moveWhatWaits({ app, deliveries, returned }: DeliveryDeps, { from, to }: Moving): Promise<void> {
  const now = app.now();
  for (const row of await deliveries.ofPerson(from, 'unreachable')) {
    const { etag: _, ...rest } = row;
    await deliveries.add([{ ...rest, person: to }]);
    await deliveries.change(row, { ...row, state: 'moot', reason: 'same person', at: now });
  }
  await returned(to);
}
