import type { TransactionAction } from '@azure/data-tables';
import type { Deps } from '../../src/app/deps.js';
import type { IdeaEvent } from '../../src/domain/idea/events.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { splitEvent, toIdeaRow } from '../../src/store/idea/idea-rows.js';
import { soughtBy } from '../../src/store/idea/sought-events.js';
import * as keys from '../../src/store/keys.js';
import type { Storage } from '../../src/store/storage.js';

/** Two rows for each of them in a transaction of a hundred. */
const TOGETHER = 50;

/** So many have thanked for an idea, and nobody has counted it yet: rows as their presses leave them. */
export async function manyThank(
  { storage, municipality }: { storage: Pick<Storage, 'ideas'>; municipality: string },
  id: string,
  count: number,
): Promise<void> {
  const partitionKey = keys.recordsPartition(municipality);
  const people = Array.from({ length: count }, (_, n) => `pTHANKS${String(n).padStart(9, '0')}`);
  const at = '2026-11-16T07:00:00.000Z';
  for (let from = 0; from < count; from += TOGETHER) {
    const rows = people.slice(from, from + TOGETHER).flatMap((person): TransactionAction[] => [
      ['create', { partitionKey, rowKey: keys.reactionKey('thank', id, person), at, idempotencyKey: `OP.${person}` }],
      ['create', { partitionKey, rowKey: keys.uncountedKey(id, 'thank', person) }],
    ]);
    await storage.ideas.submitTransaction(rows);
  }
}

/** What a relay does with it, without telling anybody. */
export async function countAll({ reactions, now }: Pick<Deps, 'reactions' | 'now'>, atOnce: number): Promise<void> {
  for (;;) {
    const { uncounted } = await reactions.owed();
    if (uncounted.length === 0) return;
    for (const one of uncounted) await reactions.count({ ...one, rows: one.rows.slice(0, atOnce) }, now());
  }
}

/** What has happened to an idea until now stands in rows as version 1 wrote them; `which`: only these events do, by their numbers. */
export async function asVersion1(
  { storage, ideas, municipality }: { storage: Pick<Storage, 'ideas'>; ideas: Deps['ideas']; municipality: string },
  id: string,
  which: (seq: number) => boolean = () => true,
): Promise<void> {
  const partitionKey = keys.recordsPartition(municipality);
  const events = (await ideas.record(id)).filter(({ seq }) => which(seq));
  for (let from = 0; from < events.length; from += TOGETHER) {
    const rows = events.slice(from, from + TOGETHER).flatMap((event): TransactionAction[] => [
      ['delete', { partitionKey, rowKey: keys.eventKey(id, event.seq) }],
      ['create', { partitionKey, rowKey: keys.earlierEventKey(id, event.seq), ...splitEvent(event).row }],
    ]);
    await storage.ideas.submitTransaction(rows);
  }
}

/** So many comments more, and the idea as it is after them. */
export async function manyComment(
  { storage, deps }: { storage: Pick<Storage, 'ideas'>; deps: Pick<Deps, 'ideas' | 'settings'> },
  id: string,
  count: number,
  by = (n: number) => `pTALK${String(n).padStart(11, '0')}`,
): Promise<void> {
  const stored = await deps.ideas.load(id);
  if (!stored) throw new Error(`No idea ${id}`);
  const { idea } = stored;
  const partitionKey = keys.recordsPartition(deps.settings().municipality.code);
  const events = Array.from({ length: count }, (_, n) => commented(idea, idea.seq + 1 + n, by(n)));
  for (let from = 0; from < count; from += TOGETHER) {
    const rows = events.slice(from, from + TOGETHER).flatMap((event): TransactionAction[] => {
      const { row, text } = splitEvent(event);
      return [
        ['create', { partitionKey, rowKey: keys.eventKey(id, event.seq), ...row, ...soughtBy(event, idea) }],
        ['create', { partitionKey, rowKey: keys.textKey(id, event.seq), ...text }],
      ];
    });
    await storage.ideas.submitTransaction(rows);
  }
  const last = events.at(-1);
  if (!(await deps.ideas.keep(stored, { ...idea, seq: last?.seq ?? idea.seq, changedAt: last?.at ?? idea.changedAt })))
    throw new Error('The idea was changed');
}

const commented = ({ changedAt, stage, waiting, answerBy }: Idea, seq: number, by: string): IdeaEvent => ({
  ...({ type: 'commented', seq, by, data: {} } as const),
  ...{ at: new Date(Date.parse(changedAt) + seq).toISOString(), day: changedAt.slice(0, 10) },
  to: { stage, ...(waiting && { waiting }), ...(answerBy && { answerBy }) },
  words: { comment: `Kommentar ${seq}` },
});

/** So many ideas like this one, each followed by somebody: rows as they would stand if each had been sent and followed. `first`: with what their ids begin. */
export async function manyFollowed(
  { storage, deps }: { storage: Pick<Storage, 'ideas'>; deps: Pick<Deps, 'ideas' | 'settings'> },
  id: string,
  person: string,
  count: number,
  first = 'Z',
): Promise<string[]> {
  const stored = await deps.ideas.load(id);
  if (!stored) throw new Error(`No idea ${id}`);
  const partitionKey = keys.recordsPartition(deps.settings().municipality.code);
  const ids = Array.from({ length: count }, (_, n) => `${first}${String(n).padStart(5, '0')}`);
  for (let from = 0; from < count; from += 33) {
    const rows = ids.slice(from, from + 33).flatMap((one): TransactionAction[] => [
      ['create', { partitionKey, rowKey: keys.recordKey(one), ...toIdeaRow({ ...stored.idea, id: one }, {}) }],
      ['create', { partitionKey, rowKey: keys.followKey(one, person) }],
      ['create', { partitionKey, rowKey: keys.traceKey(person, one), record: 'idea' }],
    ]);
    await storage.ideas.submitTransaction(rows);
  }
  return ids;
}
