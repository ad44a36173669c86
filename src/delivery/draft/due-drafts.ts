import { endDraft } from '../../app/draft/kept-draft.js';
import type { DeliveryDeps } from '../deps.js';

/** As many as one look ends; the rest at the next one. */
const MOST_AT_ONCE = 100;

/** Ends what was written and not sent in, when its time has come. Any number of instances may do it at once. */
export async function endDrafts(deps: DeliveryDeps, stopping?: AbortSignal): Promise<void> {
  const { app, log } = deps;
  const all = await app.drafts.due(app.now(), MOST_AT_ONCE);
  if (all.length === 0 || !(await deps.clockIsRight())) return;
  for (const due of all) {
    if (stopping?.aborted) return;
    try {
      await endDraft(app, due);
    } catch (error) {
      log.error({ person: due.person, err: error }, 'A draft could not be ended; the next look tries again');
    }
  }
}
