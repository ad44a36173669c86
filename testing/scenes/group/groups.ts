import type { Deps } from '../../../src/app/deps.js';
import { type GroupTurn, groupAfter } from '../../samples/group/group-story.js';

/** Stores a group as these steps leave it, under an id of its own. */
export async function storesGroup(
  app: Pick<Deps, 'groups' | 'commits'>,
  id: string,
  ...turns: readonly GroupTurn[]
): Promise<void> {
  const { events } = groupAfter(...turns);
  const { after: _, ...rows } = app.groups.write({ before: undefined, id, events });
  const saved = await app.commits.commit(rows, { idempotencyKey: `group.${id}` });
  if (saved.kind !== 'saved') throw new Error(`Group ${id} was not stored`);
}
