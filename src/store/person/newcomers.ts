import type { Language } from '../../domain/languages.js';
import type { EntraIdentity } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { ifReadable, type KeptColumns, withKept } from '../row-kinds.js';
import { isStatus, readRows, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import type { ConversationReference } from './people.js';
import { nameless, newcomerKind } from './person-kinds.js';

/** Somebody who has installed the bot or written to it, and of whom Teams' roster has not said yet who they are, or who they are now. */
export interface Newcomer {
  identity: EntraIdentity;
  reach: ConversationReference;
  language: Language;
  /** They are known, and have installed the bot again: the roster is owed for their sake only as long as they are. */
  known?: true;
  /** When they were here last. */
  since: Instant;
  /** When the roster is to be asked next, and how often it has not answered. */
  due: Instant;
  tries: number;
}

/** As read: the version is what the next write must name. */
export type ReadNewcomer = Newcomer & { etag: string; kept?: KeptColumns };

export type NewcomerStore = ReturnType<typeof openNewcomers>;

/**
 * Where those can be written to of whom nothing else is known: kept in People, the only place for identities, until the
 * roster answers. They are nobody yet: no name, no reference, no rights.
 */
export function openNewcomers(storage: Pick<Storage, 'people' | 'versions'>, municipality: string) {
  const { people: table, versions } = storage;
  const partitionKey = keys.peoplePartition(municipality);
  const rowOf = (newcomer: Newcomer) => ({
    partitionKey,
    rowKey: keys.newcomerKey(newcomer.identity),
    body: JSON.stringify(newcomer),
  });
  async function read(prefix: string): Promise<ReadNewcomer[]> {
    const rows = await readRows<object>(table, keys.inRange(partitionKey, keys.prefixRange(prefix)));
    return rows.flatMap((row) => {
      const found = ifReadable(versions, newcomerKind, row, nameless(row.rowKey));
      return found ? [{ ...found.body, etag: found.etag, ...(found.kept && { kept: found.kept }) }] : [];
    });
  }
  /** Whoever has written at the same moment has done as well. */
  const change = ({ etag, kept, ...newcomer }: ReadNewcomer): Promise<void> =>
    unlessGone(table.updateEntity(withKept(rowOf(newcomer), kept), 'Replace', { etag }));

  /** They are known now, or have not been here for long. Who has been here meanwhile stays noted. */
  const forget = ({ identity, etag }: ReadNewcomer): Promise<void> =>
    unlessGone(table.deleteEntity(partitionKey, keys.newcomerKey(identity), { etag }));

  return {
    /** Notes somebody. One who is noted already is asked about at once, and waited for anew: they are here now. */
    async note(newcomer: Pick<Newcomer, 'identity' | 'reach' | 'language' | 'known'>, now: Instant): Promise<void> {
      try {
        await table.createEntity(rowOf({ ...newcomer, since: now, due: now, tries: 0 }));
      } catch (error) {
        if (!isStatus(error, 409)) throw error;
        const [before] = await read(keys.newcomerKey(newcomer.identity));
        if (before) await change({ ...before, ...newcomer, since: now, due: now });
      }
    },

    /** Those of whom the roster is to be asked by now, the longest due first. A round trip for each thousand that are noted. */
    async due(now: Instant): Promise<ReadNewcomer[]> {
      const all = await read(keys.prefixes.newcomers);
      return all.filter(({ due }) => due <= now).sort((one, other) => (one.due < other.due ? -1 : 1));
    },

    /** The roster has not answered, and is asked again later. */
    postpone: (newcomer: ReadNewcomer, due: Instant): Promise<void> =>
      change({ ...newcomer, due, tries: newcomer.tries + 1 }),

    forget,

    /** Whether somebody is waited for. One round trip. */
    isNoted: async (identity: EntraIdentity): Promise<boolean> => (await read(keys.newcomerKey(identity))).length > 0,

    /** They have gone. Up to two round trips. */
    async leave(identity: EntraIdentity): Promise<void> {
      const [noted] = await read(keys.newcomerKey(identity));
      if (noted) await forget(noted);
    },
  };
}
