import type { PersonRef } from '../domain/person/person.js';
import type { Instant } from '../domain/time.js';

/** That somebody was erased. Says no more of them than a reference that leads to nobody. */
export interface PersonTombstone {
  kind: 'person';
  ref: PersonRef;
  at: Instant;
}

/** That ideas were destroyed by rule, with the pictures that they had. */
export interface IdeasTombstone {
  kind: 'ideas';
  ids: readonly string[];
  pictures: readonly string[];
  at: Instant;
}

export type Tombstone = PersonTombstone | IdeasTombstone;

/** Where it is noted what must not come back with a backup. */
export interface Tombstones {
  /** Settles when it stands; done again it changes nothing. Rejects where it could not be written: whoever asks does it again. */
  add(tombstone: Tombstone): Promise<void>;
}

/** Where nobody has named a place for backups. */
export const noTombstones: Tombstones = { add: async () => undefined };
