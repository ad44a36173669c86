import type { TransactionAction } from '@azure/data-tables';
import type { PersonRef } from '../../domain/person/person.js';
import { type CardName, labelOf, type RecordName } from '../../domain/record.js';
import * as keys from '../keys.js';
import { readable } from '../row-kinds.js';
import { readRows, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { shownKind } from './delivery-kinds.js';

/** A message with a card of a record, in somebody's chat. */
export interface ShownCard extends RecordName {
  person: PersonRef;
  conversation: string;
  activity: string;
  /** What is drawn in its place: the card of another record, or of none; absent of this one's own. */
  card?: CardName;
}

/** A message in somebody's chat, and the records that it shows. */
export interface ShownTogether extends Omit<ShownCard, keyof RecordName> {
  records: readonly RecordName[];
}

/** Two rows each, of the hundred that a transaction takes. */
const AT_ONCE = 50;

export type ShownStore = ReturnType<typeof openShown>;

/**
 * Every message that shows a record, in every chat: what is hidden later is taken out of them all. A row each beside the
 * record, read only then; the copy (sent-cards.ts) is the one card of them that follows the record.
 */
export function openShown(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);

  const under = (prefix: string) => readRows<object>(table, keys.inRange(partitionKey, keys.prefixRange(prefix)));

  const messages = async (prefix: string): Promise<ShownCard[]> => {
    const rows = readable(versions, shownKind, await under(prefix));
    return rows.map(({ record, id, person, conversation, activity, card }) => ({
      ...{ record, id, person, conversation, activity },
      ...(card && { card: card as CardName }),
    }));
  };

  return {
    /** The same message twice is one, and what it shows last counts. A round trip for each fifty records. */
    async add({ records, person, conversation, activity, card }: ShownTogether): Promise<void> {
      const each = [...new Map(records.map(({ record, id }) => [id, { record, id }])).values()];
      for (let from = 0; from < each.length; from += AT_ONCE) {
        const actions = each.slice(from, from + AT_ONCE).flatMap((name): TransactionAction[] => {
          const rowKey = keys.shownKey(name.id, person, activity);
          const row = { partitionKey, rowKey, ...name, person, conversation, activity };
          return [
            // What a newer version has beside that stays.
            ['upsert', { ...row, card: card && card !== labelOf(name) ? card : '' }, 'Merge'],
            traceOf(partitionKey, person, name),
          ];
        });
        await table.submitTransaction(actions);
      }
    },

    /** A round trip for each thousand. */
    of: (id: string): Promise<ShownCard[]> => messages(keys.prefixes.shown(id)),

    /** Those in one person's chat. One round trip. */
    to: (id: string, person: PersonRef): Promise<ShownCard[]> => messages(keys.prefixes.shownTo(id, person)),

    /** Nothing says any more where this person was shown the record. */
    async removeAllOf(id: string, person: PersonRef): Promise<void> {
      for (const { rowKey, etag } of await under(keys.prefixes.shownTo(id, person))) {
        await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag }));
      }
    },
  };
}
