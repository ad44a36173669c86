import type { Deps } from '../../../src/app/deps.js';
import { type UndertakingStep, undertakingAfter } from '../../samples/undertaking/undertaking-story.js';

/** Stores an undertaking as these steps leave it, under an id of its own. */
export async function storesUndertaking(
  app: Pick<Deps, 'undertakings' | 'commits'>,
  id: string,
  ...steps: readonly UndertakingStep[]
): Promise<void> {
  const { events } = undertakingAfter(...steps);
  const { after: _, ...rows } = app.undertakings.write({ before: undefined, id, events });
  const saved = await app.commits.commit(rows, { idempotencyKey: `undertaking.${id}` });
  if (saved.kind !== 'saved') throw new Error(`Undertaking ${id} was not stored`);
}
