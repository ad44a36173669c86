import type { TransactionAction } from '@azure/data-tables';
import type { Deps } from '../../src/app/deps.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { toIdeaRow } from '../../src/store/idea/idea-rows.js';
import { openRow } from '../../src/store/idea/lists/open.js';
import { weekRows } from '../../src/store/idea/lists/week-rows.js';
import { openKey, recordKey, recordsPartition } from '../../src/store/keys.js';
import type { Storage } from '../../src/store/storage.js';

/** Three rows for each of them in a transaction of a hundred. */
const TOGETHER = 33;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * So many ideas more of a department, sent in just when one was that is there, and like it: of the rows that submitting leaves
 * those by which a week is read. `last`: the two characters with which their ids end.
 */
export async function manySubmitted(
  { storage, deps }: { storage: Pick<Storage, 'ideas'>; deps: Pick<Deps, 'ideas' | 'settings'> },
  like: string,
  count: number,
  last: string,
): Promise<void> {
  const [stored, event] = await Promise.all([deps.ideas.load(like), deps.ideas.event(like, 1)]);
  if (!stored || !event) throw new Error(`No idea ${like}`);
  const partitionKey = recordsPartition(deps.settings().municipality.code);
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  const rowsOf = (n: number): TransactionAction[] => {
    // Spread as drawn ids are: what differs most comes first.
    const id = `${[1, 32, 32 ** 2, 32 ** 3].map((place) => CROCKFORD[Math.floor(n / place) % 32]).join('')}${last}`;
    const idea: Idea = { ...stored.idea, id };
    return [
      create(recordKey(id), toIdeaRow(idea, {})),
      ...(idea.waiting ? [create(openKey(idea.department, id), openRow(idea, idea.waiting))] : []),
      ...weekRows(idea, event).map(([key, columns]) => create(key, columns)),
    ];
  };
  for (let from = 0; from < count; from += TOGETHER) {
    const some = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) => rowsOf(from + n));
    await storage.ideas.submitTransaction(some.flat());
  }
}
