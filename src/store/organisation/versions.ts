import type { TransactionAction } from '@azure/data-tables';
import type { OrganisationFault } from '../../domain/organisation/organisation-file.js';
import type { MovedUnits } from '../../domain/organisation/overlay/moved-units.js';
import type { OverlayEntry } from '../../domain/organisation/overlay/overlay.js';
import type { PassedPost } from '../../domain/organisation/overlay/passed-posts.js';
import type { HeldGroup } from '../../domain/organisation/sources/group-posts.js';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.js';
import { inRange, prefixRange } from '../keys.js';
import { longColumns } from '../long-columns.js';
import { ifReadable, type KeptColumns, readable, surelyReadable, withKept } from '../row-kinds.js';
import { isStatus, readRow, readRows, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { piecesOf } from './file-pieces.js';
import * as keys from './organisation-keys.js';
import { endingActions, type Proposal, type ProposalEnd } from './proposals.js';
import { unitMovesActions } from './unit-moves.js';
import {
  eventKind,
  faultKind,
  filePartKind,
  inForceKind,
  owedKind,
  owedRows,
  partOf,
  spentKind,
  type whatHappens,
} from './version-kinds.js';

/** Which organisation is in force. */
export interface OrganisationVersion {
  /** Rises by one with each change, from 1. */
  number: number;
  /** The file that it is made of, by its hash. */
  hash: string;
  at: Instant;
  /** The hashes of files that have been taken in, the newest last. */
  known: readonly string[];
  /** What has been changed beside the file, in the order in which it was. */
  changes: readonly StoredChange[];
  /** Who is known to be in the groups that say who has a post; absent where none says it. */
  groups?: readonly HeldGroup[];
}

/** A change beside the file: when it was made, and by whom. */
export interface StoredChange extends OverlayEntry {
  at: Instant;
  /** By reference. */
  by: string;
}

export type StoredVersion = OrganisationVersion & { etag: string; kept?: KeptColumns };

/** What made a version. No names: people by reference, places and posts by code. */
export interface VersionEvent {
  version: number;
  at: Instant;
  what: (typeof whatHappens)[number];
  /** Of the file that was taken in. */
  hash?: string;
  /** Of a change: who, why in a word, of what (`post.MIL.leaders`), and which. */
  by?: string;
  why?: string;
  about?: string;
  change?: string;
}

/** How a version came to be. */
export interface Put {
  event: VersionEvent;
  /** Of the press that made it, where one did: spent together with its effect. */
  idempotencyKey?: string;
  /** Who is to be told of a post that it gives or takes. */
  passed?: readonly PassedPost[];
  /** The units that it brings to other departments: their ideas follow. */
  moved?: readonly MovedUnits[];
  /** Its file says something else than what was changed beside the one before it: the office is to be asked. */
  asks?: boolean;
  /** The proposal from which it comes, which ends with it. */
  answers?: { proposal: Proposal; end: ProposalEnd };
}

/** A file that could not be taken in. */
export interface FaultyFile {
  /** Of what was read. */
  hash: string;
  at: Instant;
  /** What the file is called, for people. */
  file: string;
  /** How many faults there are, and the first of them. */
  count: number;
  faults: readonly OrganisationFault[];
  /** The office has been told. */
  told?: true;
}
export type StoredFault = FaultyFile & { etag: string; kept?: KeptColumns };

export type OrganisationVersionStore = ReturnType<typeof openOrganisationVersions>;

/** Of more files than this that have been taken in, the oldest are new again. */
const MOST_KNOWN = 200;
/** So many faults of a file are kept. */
const MOST_FAULTS = 20;
/** For as long what made a version can be read, in days. */
const EVENT_DAYS = 2 * 365;
/** For as long, in days, a faulty file is remembered. */
const FAULT_DAYS = 30;
/** A file that is being stored belongs to no version yet: an hour, in days, which is far longer than that takes. */
const STORED_WITHIN_DAYS = 1 / 24;
/** For as long, in days, a press is known that was carried out. */
const SPENT_DAYS = 90;
/** For as long, in days, it is known how a proposal has ended: its names are kept no longer. */
const ENDED_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * The organisation that is in force: one row, guarded by its etag, which every instance follows; the file of which it is
 * made, in rows by its hash; and what made each version. They hold names of those with posts, so they stand in People.
 */
export function openOrganisationVersions(storage: Pick<Storage, 'people' | 'versions'>, municipality: string) {
  const { people: table, versions } = storage;
  const partitionKey = keys.organisationPartition(municipality);
  const rowsOf = (prefix: string, select?: string[]) =>
    readRows<object>(table, inRange(partitionKey, prefixRange(prefix)), select && { select });
  const before = (now: Instant, milliseconds: number) => instantOf(millisecondsOf(now) - milliseconds);

  async function inForce(): Promise<StoredVersion | undefined> {
    const found = await readRow(table, partitionKey, keys.inForceKey);
    // Nobody may put another one in its place who does not know which it is.
    const row = surelyReadable(versions, inForceKind, found);
    if (!row) return undefined;
    const { number, hash, at, known, changes, groups, etag, kept } = row;
    const held = groups.length > 0 && { groups };
    return { number, hash, at, known, changes, ...held, etag, ...(kept && { kept }) };
  }

  async function isSpent(idempotencyKey: string): Promise<boolean> {
    const found = await readRow(table, partitionKey, keys.spentKey(idempotencyKey));
    return surelyReadable(versions, spentKind, found) !== undefined;
  }

  async function faults(): Promise<StoredFault[]> {
    const rows = readable(versions, faultKind, await rowsOf(keys.allFaults));
    return rows.map(({ rowKey, partitionKey: _, ...row }) => ({
      ...row,
      hash: rowKey.slice(keys.allFaults.length),
    }));
  }

  return {
    inForce,

    /** The number of the version in force; 0 where there is none. One small request. */
    async number(signal?: AbortSignal): Promise<number> {
      try {
        const row = await table.getEntity<{ number: number }>(partitionKey, keys.inForceKey, {
          queryOptions: { select: ['number'] },
          ...(signal && { abortSignal: signal }),
        });
        return typeof row.number === 'number' ? row.number : 0;
      } catch (error) {
        if (isStatus(error, 404)) return 0;
        throw error;
      }
    },

    /** Stores a file's text under its hash, where it does not stand already. A round trip for each 400,000 characters. */
    async keep(hash: string, text: string, at: Instant): Promise<void> {
      const pieces = piecesOf(text);
      for (const [part, piece] of pieces.entries()) {
        const row = { partitionKey, rowKey: keys.fileKey(hash, part), at, parts: pieces.length };
        while (!(await unlessChanged(table.createEntity({ ...row, ...longColumns('text', piece) })))) {
          // The same again says the same, and that it is wanted now: whoever tidies leaves it.
          const standing = await readRow<object>(table, partitionKey, row.rowKey);
          if (!standing) continue;
          const { etag } = standing;
          if (await unlessChanged(table.updateEntity({ partitionKey, rowKey: row.rowKey, at }, 'Merge', { etag })))
            break;
        }
      }
    },

    /** A file's text; undefined where it is not there, or not all of it. */
    async file(hash: string): Promise<string | undefined> {
      const rows = readable(versions, filePartKind, await rowsOf(keys.fileParts(hash)));
      const [first] = rows;
      return first && rows.length === first.parts ? rows.map(({ text }) => text).join('') : undefined;
    },

    /**
     * Puts a version in force in the place of the one that was read, and notes what made it; `conflict` where somebody else came
     * first, `before` where the press has been carried out. One round trip, a second one only where storage refuses.
     */
    async put(
      { number, hash, at, known, changes, groups = [] }: OrganisationVersion,
      was: StoredVersion | undefined,
      { event, idempotencyKey, passed = [], moved = [], asks = false, answers }: Put,
    ): Promise<'put' | 'conflict' | 'before'> {
      const row = withKept(
        {
          ...{ partitionKey, rowKey: keys.inForceKey, number, hash, at },
          ...longColumns('known', JSON.stringify(known.slice(-MOST_KNOWN))),
          ...longColumns('changes', JSON.stringify(changes)),
          // Only where there are any: a release from before that knows nothing of them.
          ...(groups.length > 0 && longColumns('groups', JSON.stringify(groups))),
        },
        was?.kept,
      );
      const create = (rowKey: string, columns: object): TransactionAction => [
        'create',
        { partitionKey, rowKey, ...columns },
      ];
      const actions: TransactionAction[] = [
        was ? ['update', row, 'Replace', { etag: was.etag }] : ['create', row],
        create(keys.eventKey(event.version), event),
        ...owedRows(number, passed, asks).map(({ rowKey, ...columns }) => create(rowKey, columns)),
        ...unitMovesActions(partitionKey, { version: number, at, moved }),
        ...(idempotencyKey ? [create(keys.spentKey(idempotencyKey), { at, version: number })] : []),
        ...(answers ? endingActions(partitionKey, answers.proposal, answers.end) : []),
      ];
      if (await unlessChanged(table.submitTransaction(actions))) return 'put';
      return idempotencyKey && (await isSpent(idempotencyKey)) ? 'before' : 'conflict';
    },

    /** Who has still to be told of posts, by the version that gave or took them, and whether the office is to be asked. One small request where nobody has. */
    owed: async () =>
      readable(versions, owedKind, await rowsOf(keys.allOwed)).map(({ rowKey, version, passed, asks, etag }) => ({
        ...{ version, passed, etag },
        ...partOf(rowKey),
        ...(asks && { asks }),
      })),

    /** They are owed a message. */
    paid: ({ version, part, etag }: { version: number; part?: number; etag: string }): Promise<void> =>
      unlessGone(table.deleteEntity(partitionKey, keys.owedKey(version, part), { etag })),

    /** Whether a press has been carried out. One round trip. */
    isSpent,

    /** What made the versions, the oldest first. */
    async events(): Promise<VersionEvent[]> {
      const rows = readable(versions, eventKind, await rowsOf(keys.allEvents));
      return rows.map(({ partitionKey: _, rowKey: __, etag: ___, kept: ____, ...event }) => event);
    },

    faults,

    /** One of them; undefined where it is over. */
    async fault(hash: string): Promise<FaultyFile | undefined> {
      const row = ifReadable(versions, faultKind, await readRow(table, partitionKey, keys.faultKey(hash)));
      return row && { ...row, hash };
    },

    /** Notes a file that is not taken in, once. */
    async noteFault(hash: string, file: string, all: readonly OrganisationFault[], at: Instant): Promise<void> {
      const said = longColumns('faults', JSON.stringify(all.slice(0, MOST_FAULTS)));
      const row = { partitionKey, rowKey: keys.faultKey(hash), at, file, count: all.length, ...said };
      await unlessChanged(table.createEntity(row));
    },

    /** The office has been told of it. */
    async toldOf({ hash, etag, kept, faults: all, ...fault }: StoredFault): Promise<void> {
      const said = longColumns('faults', JSON.stringify(all));
      const row = { ...fault, ...said, partitionKey, rowKey: keys.faultKey(hash), told: true };
      await unlessGone(table.updateEntity(withKept(row, kept), 'Replace', { etag }));
    },

    /** A file has been taken in: what was wrong with others does not matter any more. */
    async forgetFaults(): Promise<void> {
      for (const { hash, etag } of await faults()) {
        await unlessGone(table.deleteEntity(partitionKey, keys.faultKey(hash), { etag }));
      }
    },

    /** Takes away files of no version, and what is older than anybody asks for. */
    async tidy(now: Instant): Promise<void> {
      const current = await inForce();
      const dated = async (prefix: string, days: number, but = (_: string) => false) => {
        const rows = (await rowsOf(prefix, ['partitionKey', 'rowKey', 'at'])) as DatedRow[];
        return rows.filter(({ rowKey, at }) => !but(rowKey) && at < before(now, days * DAY_MS));
      };
      const isCurrent = (key: string) => current !== undefined && key.startsWith(keys.fileParts(current.hash));
      const gone = [
        ...(await dated(keys.allFiles, STORED_WITHIN_DAYS, isCurrent)),
        ...(await dated(keys.allEvents, EVENT_DAYS)),
        ...(await dated(keys.allFaults, FAULT_DAYS)),
        ...(await dated(keys.allSpent, SPENT_DAYS)),
        ...(await dated(keys.allEnded, ENDED_DAYS)),
      ];
      // A file that is stored again meanwhile has changed, and stays.
      for (const { rowKey, etag } of gone) await unlessGone(table.deleteEntity(partitionKey, rowKey, { etag }));
    },
  };
}

interface DatedRow {
  partitionKey: string;
  rowKey: string;
  etag: string;
  at: Instant;
}
