import { z } from 'zod';
import { instant } from '../idea/state/idea-state.js';
import * as keys from '../keys.js';
import { ifReadable, rowKind } from '../row-kinds.js';
import { readRow, unlessChanged } from '../rows.js';
import type { Storage } from '../storage.js';
import { archivedKey } from './archive-keys.js';

/** How far a record had come when it was archived: of one that has gone on since, another copy is needed. */
export interface Archived {
  /** How many events it had, with those of its adoptions. */
  events: number;
  /** A mark of what had been said beside these, empty where nothing had. An earlier version did not look. */
  said?: string;
  at: string;
}

const archivedKind = rowKind('archived', { events: z.number(), said: z.string().exactOptional(), at: instant });

export type ArchivedStore = ReturnType<typeof openArchived>;

/** Which records have been archived. A row goes with what it is of. */
export function openArchived({ ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const partitionKey = keys.recordsPartition(municipality);

  return {
    /** One round trip. One that cannot be read counts as none: the record is archived again. */
    async of(id: string): Promise<Archived | undefined> {
      const row = ifReadable(versions, archivedKind, await readRow(table, partitionKey, archivedKey(id)));
      return row && { events: row.events, at: row.at, ...(row.said !== undefined && { said: row.said }) };
    },

    /** The record lies where it is kept. Two round trips; done again it says what is newest. */
    async note(id: string, archived: Archived): Promise<void> {
      const rowKey = archivedKey(id);
      const row = await readRow<object>(table, partitionKey, rowKey);
      const entity = { partitionKey, rowKey, ...archived };
      const writing = row ? table.updateEntity(entity, 'Merge', { etag: row.etag }) : table.createEntity(entity);
      // Whoever archives it at the same time has noted it as well.
      await unlessChanged(writing);
    },
  };
}
