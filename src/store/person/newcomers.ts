import type { Language } from '../../domain/languages.js';
import type { EntraIdentity } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { isStatus, readRows, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import type { ConversationReference } from './people.js';

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
export type ReadNewcomer = Newcomer & { etag: string };

interface NewcomerRow {
  body: string;
}

export type NewcomerStore = ReturnType<typeof openNewcomers>;

/**
 * Where those can be written to of whom nothing else is known: kept in People, the only place for identities, until the
 * roster answers. They are nobody yet: no name, no reference, no rights.
 */
export function openNewcomers(storage: Pick<Storage, 'people'>, municipality: string) {
  const table = storage.people;
  const partitionKey = keys.peoplePartition(municipality);
  const rowOf = (newcomer: Newcomer) => ({
    partitionKey,
    rowKey: keys.newcomerKey(newcomer.identity),
    body: JSON.stringify(newcomer),
  });
  async function read(prefix: string): Promise<ReadNewcomer[]> {
    const rows = await readRows<NewcomerRow>(table, keys.inRange(partitionKey, keys.prefixRange(prefix)));
    return rows.map(({ body, etag }) => ({ ...(JSON.parse(body) as Newcomer), etag }));
  }
  /** Whoever has written at the same moment has done as well. */
  const change = ({ etag, ...newcomer }: ReadNewcomer): Promise<void> =>
    unlessGone(table.updateEntity(rowOf(newcomer), 'Replace', { etag }));

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
        if (before) await change({ ...newcomer, since: now, due: now, tries: before.tries, etag: before.etag });
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

    /** They have gone. Up to two round trips. */
    async leave(identity: EntraIdentity): Promise<void> {
      const [noted] = await read(keys.newcomerKey(identity));
      if (noted) await forget(noted);
    },
  };
}
