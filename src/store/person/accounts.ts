import type { TransactionAction } from '@azure/data-tables';
import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { ifReadable, type ReadableRow, readable, withKept } from '../row-kinds.js';
import { readRow, readRows, unlessChanged, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { bodyOf, contactRow, type ReadPerson, type StoredPerson } from './people.js';
import { claimKind, contactKind, movingKind } from './person-kinds.js';

/** Somebody new has the address of somebody else. Names nobody: who they are stands in their own rows. */
export interface Claim {
  /** Who is new, and whose ideas may be theirs. */
  by: PersonRef;
  of: PersonRef;
  at: Instant;
  /** The office has been asked. */
  told: boolean;
  etag: string;
}

/** What stands in ideas under one reference is to stand there under another, for both are one person's. */
export interface Moving {
  from: PersonRef;
  to: PersonRef;
  since: Instant;
  /** The office has been asked and has said yes. */
  asked: boolean;
}

export interface Union {
  /** The reference that goes, and the one that stays, as read by reference. */
  gone: ReadPerson;
  stays: ReadPerson;
  /** The person as they then are, under the reference that stays. */
  as: StoredPerson;
  since: Instant;
  /** The claim that this grants. */
  claim?: Claim;
}

interface ClaimRow {
  of: PersonRef;
  at: Instant;
  told: boolean;
}

export type AccountStore = ReturnType<typeof openAccounts>;

/** Two references that turn out to be one person's: what is asked about it, and what is left to do. In People, with the persons. */
export function openAccounts(storage: Pick<Storage, 'people' | 'versions'>, municipality: string) {
  const { people: table, versions } = storage;
  const partitionKey = keys.peoplePartition(municipality);
  const under = (prefix: string) => keys.inRange(partitionKey, keys.prefixRange(prefix));
  const toClaim = ({ rowKey, of, at, told, etag }: ReadableRow<ClaimRow>): Claim => ({
    by: rowKey.split('|')[1] ?? '',
    ...{ of, at, told, etag },
  });

  return {
    /** What the office has not answered. One round trip. */
    claims: async (): Promise<Claim[]> =>
      readable(versions, claimKind, await readRows(table, under(keys.prefixes.claims))).map(toClaim),

    async claim(by: PersonRef): Promise<Claim | undefined> {
      const row = ifReadable(versions, claimKind, await readRow(table, partitionKey, keys.claimKey(by)));
      return row && toClaim(row);
    },

    /** The office has been asked. */
    async toldOf({ by, of, at, etag }: Claim): Promise<void> {
      const entity = { partitionKey, rowKey: keys.claimKey(by), of, at, told: true };
      await unlessGone(table.updateEntity(entity, 'Merge', { etag }));
    },

    /** Nothing comes of it. */
    async dropClaim({ by, etag }: Claim): Promise<void> {
      await unlessGone(table.deleteEntity(partitionKey, keys.claimKey(by), { etag }));
    },

    /** What is left to move. One round trip. */
    async moving(): Promise<Moving[]> {
      const rows = readable(versions, movingKind, await readRows(table, under(keys.prefixes.moving)));
      return rows.map(({ rowKey, to, since, asked }) => ({ from: rowKey.split('|')[1] ?? '', to, since, asked }));
    },

    async moved({ from }: Moving): Promise<void> {
      const row = await readRow(table, partitionKey, keys.movingKey(from));
      if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
    },

    /**
     * Makes two references one person's, in one transaction: whoever asks for the one that goes finds the other. What stands
     * under it in ideas is moved afterwards. False when somebody else wrote first: read again.
     */
    async unite({ gone, stays, as, since, claim }: Union): Promise<boolean> {
      const { ref } = stays.person;
      const also = [...new Set([...(stays.person.also ?? []), gone.person.ref, ...(gone.person.also ?? [])])];
      const stored: StoredPerson = { ...as, person: { ...as.person, ref, also } };
      const { identity, emails } = stored.person;
      const body = bodyOf(stored);
      const theirs = (rowKey: string) => withKept({ partitionKey, rowKey, body }, stays.from.kept);
      const same = (of: PersonRef, etag: string): TransactionAction => [
        'update',
        { partitionKey, rowKey: keys.personKey(of), same: ref },
        'Replace',
        { etag },
      ];
      const before = [stays, gone].flatMap(({ person }) => person.identity ?? []).map(keys.identityKey);
      const now = identity && keys.identityKey(identity);
      const left = [stays, gone].flatMap(({ person }) => person.emails).filter((email) => !emails.includes(email));
      const actions: TransactionAction[] = [
        ['update', theirs(keys.personKey(ref)), 'Replace', { etag: stays.from.etag }],
        same(gone.person.ref, gone.from.etag),
        ...(gone.person.also ?? []).map((one) => same(one, '*')),
        ...(now ? [['upsert', theirs(now), 'Replace'] satisfies TransactionAction] : []),
        ...[...new Set(before)]
          .filter((key) => key !== now)
          .map((rowKey): TransactionAction => ['delete', { partitionKey, rowKey }]),
        ...emails.map(
          (email): TransactionAction => [
            'upsert',
            { partitionKey, rowKey: keys.emailKey(email), ...contactRow(stored) },
            'Replace',
          ],
        ),
        ...(await ownedBy([ref, gone.person.ref], left)).map(
          (rowKey): TransactionAction => ['delete', { partitionKey, rowKey }],
        ),
        [
          'create',
          { partitionKey, rowKey: keys.movingKey(gone.person.ref), to: ref, since, asked: claim !== undefined },
        ],
        ...(claim ? [['delete', { partitionKey, rowKey: keys.claimKey(claim.by) }] satisfies TransactionAction] : []),
      ];
      return unlessChanged(table.submitTransaction(actions));
    },
  };

  /** The rows of those addresses that lead to one of these people. */
  async function ownedBy(refs: readonly PersonRef[], emails: readonly string[]): Promise<string[]> {
    const rowKeys = [...new Set(emails)].map(keys.emailKey);
    const rows = await Promise.all(rowKeys.map((key) => readRow(table, partitionKey, key)));
    return rowKeys.filter((_, at) => refs.includes(ifReadable(versions, contactKind, rows[at])?.ref ?? ''));
  }
}
