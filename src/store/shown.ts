import type { PersonRef } from '../domain/person.js';
import * as keys from './keys.js';
import { isStatus, readRows, unlessGone } from './rows.js';
import type { Storage } from './storage.js';
import { traceOf } from './traces.js';

/** A message with a card of an idea, in somebody's chat. */
export interface Shown {
  id: string;
  person: PersonRef;
  conversation: string;
  activity: string;
}

export type ShownStore = ReturnType<typeof openShown>;

/**
 * Every message that shows an idea, in every chat: what is hidden later is taken out of them all. A row each beside the
 * idea, read only then; the copy (copies.ts) is the one card of them that follows the idea.
 */
export function openShown(storage: Pick<Storage, 'ideas'>, municipality: string) {
  const table = storage.ideas;
  const partitionKey = keys.ideasPartition(municipality);

  const under = async (prefix: string): Promise<(Shown & { rowKey: string; etag: string })[]> => {
    const range = keys.inRange(partitionKey, keys.prefixRange(prefix));
    return readRows<Shown>(table, range);
  };

  const messages = async (prefix: string): Promise<Shown[]> => {
    const rows = await under(prefix);
    return rows.map(({ id, person, conversation, activity }) => ({ id, person, conversation, activity }));
  };

  return {
    /** The same message twice is one. */
    async add({ id, person, conversation, activity }: Shown): Promise<void> {
      const row = { partitionKey, rowKey: keys.shownKey(id, person, activity), id, person, conversation, activity };
      try {
        await table.submitTransaction([['create', row], traceOf(partitionKey, person, id)]);
      } catch (error) {
        if (!isStatus(error, 409)) throw error;
      }
    },

    /** A round trip for each thousand. */
    of: (id: string): Promise<Shown[]> => messages(keys.prefixes.shown(id)),

    /** Those in one person's chat. One round trip. */
    to: (id: string, person: PersonRef): Promise<Shown[]> => messages(keys.prefixes.shownTo(id, person)),

    /** Nothing says any more where this person was shown the idea. */
    async removeAllOf(id: string, person: PersonRef): Promise<void> {
      for (const { rowKey, etag } of await under(keys.prefixes.shownTo(id, person))) {
        await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag }));
      }
    },
  };
}
