import type { TransactionAction } from '@azure/data-tables';
import type { SharingSheet } from '../../domain/sharing/sheet.js';
import type { Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { firstReadable, type KeptColumns, readable, withKept } from '../row-kinds.js';
import { readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { shareDueKind, sharedFileKind, shareKind } from './share-kinds.js';

/** What of an idea is shared with other municipalities, or asked about. */
export interface Share {
  idea: string;
  /** Of its entry in the file; 0 until it is shared. */
  version: number;
  /** Since when the innovation office is asked whether it may be shared as it is now. */
  asked?: Instant;
  /** What is shared, as it was decided, and when. */
  sheet?: SharingSheet;
  sharedAt?: Instant;
  /** When it was taken back. */
  withdrawn?: Instant;
}
export type StoredShare = Share & { etag: string; kept?: KeptColumns };

/** Who is to be told of it: those who decide and those whose idea it is, or those who asked. */
export interface ShareDue {
  idea: string;
  todo: 'ask' | 'yes' | 'no';
  etag: string;
}

/** The file as it was written last. `hash`: of what it shares; empty while one is being written. */
export interface WrittenFile {
  number: number;
  hash: string;
  issued: Instant;
}

/** As many as the file has room for, and those that are asked about or taken back. */
const MOST_SHARES = 2000;
const MOST_DUE = 200;

const shareKey = (idea: string) => `share|${idea}`;
const dueKey = (idea: string) => `shareDue|${idea}`;
const FILE = 'sharedFile';

export type ShareStore = ReturnType<typeof openShares>;

/** What is shared with other municipalities. It holds no persons. */
export function openShares(storage: Pick<Storage, 'ideas' | 'versions'>, municipality: string) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const within = (prefix: string) => keys.inRange(partitionKey, keys.prefixRange(prefix));
  const toShares = (rows: readonly StoredRow<object>[]): StoredShare[] =>
    readable(versions, shareKind, rows).map(({ partitionKey: _, rowKey, ...share }) => ({
      idea: rowKey.split('|')[1] ?? '',
      ...share,
    }));

  return {
    /** One round trip. */
    async of(idea: string): Promise<StoredShare | undefined> {
      const row = await readRow<object>(table, partitionKey, shareKey(idea));
      return row && toShares([row])[0];
    },

    /** All of them, for the clock and the operators. A round trip for each thousand. */
    async all(): Promise<StoredShare[]> {
      return toShares(await readRows<object>(table, within('share|'), { limit: MOST_SHARES }));
    },

    /** Writes one anew, or the first time; `todo`: with what is to be told. False where somebody else came between. One round trip. */
    save(before: StoredShare | undefined, after: Share, todo?: ShareDue['todo']): Promise<boolean> {
      const { idea, version, asked, sheet, sharedAt, withdrawn } = after;
      const entity = {
        ...{ partitionKey, rowKey: shareKey(idea), version },
        ...(asked && { asked }),
        ...(sheet && { sheet: JSON.stringify(sheet) }),
        ...(sharedAt && { sharedAt }),
        ...(withdrawn && { withdrawn }),
      };
      const writing: TransactionAction = before
        ? ['update', withKept(entity, before.kept), 'Replace', { etag: before.etag }]
        : ['create', entity];
      const owing: TransactionAction[] = todo
        ? [['upsert', { partitionKey, rowKey: dueKey(idea), todo }, 'Replace']]
        : [];
      return unlessChanged(table.submitTransaction([writing, ...owing]));
    },

    /** Nothing of it is left. */
    async remove({ idea, etag }: StoredShare): Promise<void> {
      await unlessChanged(unlessGone(table.deleteEntity(partitionKey, shareKey(idea), { etag })));
    },

    /** What is to be told now, so many at most. One round trip. */
    async due(): Promise<ShareDue[]> {
      const rows = await firstReadable(versions, shareDueKind, table, within('shareDue|'), MOST_DUE);
      return rows.map(({ rowKey, todo, etag }) => ({ idea: rowKey.split('|')[1] ?? '', todo, etag }));
    },

    /** It has been told. Nothing where more has come since. */
    async told({ idea, etag }: ShareDue): Promise<void> {
      await unlessChanged(unlessGone(table.deleteEntity(partitionKey, dueKey(idea), { etag })));
    },

    /** The file as it was written last; undefined before the first. One round trip. */
    async file(): Promise<(WrittenFile & { etag: string }) | undefined> {
      const row = await readRow<object>(table, partitionKey, FILE);
      return row && readable(versions, sharedFileKind, [row])[0];
    },

    /** Notes how the file is written. False where another instance writes it. One round trip. */
    noteFile(before: { etag: string } | undefined, { number, hash, issued }: WrittenFile): Promise<boolean> {
      const entity = { partitionKey, rowKey: FILE, number, hash, issued };
      return unlessChanged(
        before ? table.updateEntity(entity, 'Replace', { etag: before.etag }) : table.createEntity(entity),
      );
    },
  };
}
