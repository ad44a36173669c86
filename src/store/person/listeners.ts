import type { PersonRef } from '../../domain/person/person.js';
import { inRange, peoplePartition, prefixRange } from '../keys.js';
import { readPages, readRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';

/** What people can choose to hear of that is about nobody in particular: a row for each who has, so that nobody reads everybody's choices. */
export const topics = ['challenges', 'training'] as const;
export type Topic = (typeof topics)[number];

const listensKey = (topic: Topic, person: PersonRef) => `listens|${topic}|${person}`;

export type ListenerStore = ReturnType<typeof openListeners>;

/** Who has chosen to hear of a topic. What each has chosen stands with them: whoever is found here is asked again before they are told. */
export function openListeners({ people: table }: Pick<Storage, 'people'>, municipality: string) {
  const partitionKey = peoplePartition(municipality);

  async function leave(topic: Topic, person: PersonRef): Promise<void> {
    const row = await readRow<object>(table, partitionKey, listensKey(topic, person));
    if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
  }

  return {
    /** Nothing where they listen already. One round trip. */
    async join(topic: Topic, person: PersonRef): Promise<void> {
      await unlessChanged(table.createEntity({ partitionKey, rowKey: listensKey(topic, person) }));
    },

    /** Nothing where they do not listen. Two round trips. */
    leave,

    /** Of somebody who is erased nothing stays. */
    async removeAllOf(person: PersonRef): Promise<void> {
      await Promise.all(topics.map((topic) => leave(topic, person)));
    },

    /** All who listen, so many at a time. */
    async *pages(topic: Topic, size: number): AsyncGenerator<PersonRef[]> {
      const range = inRange(partitionKey, prefixRange(listensKey(topic, '')));
      for await (const rows of readPages<object>(table, range, { size, select: ['RowKey'] })) {
        yield rows.flatMap(({ rowKey }) => rowKey.split('|')[2] ?? []);
      }
    },
  };
}
