import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { EntraIdentity, Person, PersonRef } from '../../domain/person/person.js';
import * as keys from '../keys.js';
import { surelyReadable } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import { isStatus, readRow, unlessChanged, unlessGone } from '../rows.js';
import { nameless, pickedKind } from './person-kinds.js';

interface PeopleRows<Read> {
  read(rowKey: string): Promise<Read | undefined>;
  /** The body of somebody who has not met the bot, by their reference alone. */
  unmetBody(ref: PersonRef): string;
}

/** What begins somebody who has not met the bot: a row by their reference and one that leads there, which both must be new. */
export const rowsOfPicked = (
  partitionKey: string,
  identity: EntraIdentity,
  { ref, body }: { ref: PersonRef; body: string },
): TransactionAction[] => [
  ['create', { partitionKey, rowKey: keys.personKey(ref), body }],
  ['create', { partitionKey, rowKey: keys.pickedKey(identity), ref }],
];

/** They are waited for once more: what is written with this is not, where they are dropped at the same moment. */
export const stillPicked = (partitionKey: string, identity: EntraIdentity, ref: PersonRef): TransactionAction[] => [
  ['update', { partitionKey, rowKey: keys.pickedKey(identity), ref }, 'Merge', { etag: '*' }],
];

/** Those who were picked in Teams by their object id, before they came, in the table People beside everybody else. */
export function openPicked<Read extends { person: Person; from: { rowKey: string; etag: string } }>(
  table: TableClient,
  versions: RowVersions,
  partitionKey: string,
  { read, unmetBody }: PeopleRows<Read>,
) {
  /** The reference that waits for them. One round trip. */
  const pickedAs = async (identity: EntraIdentity): Promise<PersonRef | undefined> => {
    const row = await readRow(table, partitionKey, keys.pickedKey(identity));
    return surelyReadable(versions, pickedKind, row, nameless(keys.pickedKey(identity)))?.ref;
  };

  /**
   * The reference of whoever was picked in Teams by their object id, met or not: somebody who has not met the bot gets a row
   * without name or address that they take over when they come. Two who pick the same person at once agree on one reference.
   */
  async function refOfPicked(identity: EntraIdentity, newRef: () => PersonRef): Promise<PersonRef> {
    const [met, picked] = await Promise.all([read(keys.identityKey(identity)), pickedAs(identity)]);
    const known = met?.person.ref ?? picked;
    if (known) return known;
    const ref = newRef();
    try {
      await table.submitTransaction(rowsOfPicked(partitionKey, identity, { ref, body: unmetBody(ref) }));
      return ref;
    } catch (error) {
      const winner = isStatus(error, 409) ? await pickedAs(identity) : undefined;
      if (!winner) throw error;
      return winner;
    }
  }

  /** Somebody who comes now and has been picked in Teams before; undefined for everybody else. Two round trips, one where there is none. */
  async function picked(identity: EntraIdentity): Promise<Read | undefined> {
    const ref = await pickedAs(identity);
    return ref === undefined ? undefined : read(keys.personKey(ref));
  }

  /** They have come: they are found by who they are. */
  const forgetPicked = (identity: EntraIdentity): Promise<void> =>
    unlessGone(table.deleteEntity(partitionKey, keys.pickedKey(identity)));

  /**
   * What stands of them goes where nothing waits for them any more, unless they have come. `waits` is asked after they have been read, so that
   * whatever begins to wait at the same moment finds them or is found. True when nothing stands of them. Broken off and done again it is done.
   * Three round trips' time, and what `waits` takes.
   */
  async function dropPicked(identity: EntraIdentity, ref: PersonRef, waits: () => Promise<boolean>): Promise<boolean> {
    const [row, them] = await Promise.all([
      readRow<{ ref: PersonRef }>(table, partitionKey, keys.pickedKey(identity)),
      read(keys.personKey(ref)),
    ]);
    // Known by an address as well, or come just now, they are somebody all the same.
    if (!them) return true;
    if (them.person.ref !== ref || them.person.identity || them.person.emails.length > 0) return false;
    if (await waits()) return false;
    const leads = row?.ref === ref ? row : undefined;
    const gone = leads && table.deleteEntity(partitionKey, leads.rowKey, { etag: leads.etag });
    if (gone && !(await unlessChanged(gone))) return false;
    return unlessChanged(table.deleteEntity(partitionKey, them.from.rowKey, { etag: them.from.etag }));
  }

  return { pickedAs, refOfPicked, picked, forgetPicked, dropPicked };
}
