import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { ifReadable, type KeptColumns, withKept } from '../row-kinds.js';
import { isStatus, readRow, readRows, type StoredRow, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { dataFileKind, type GivenUp } from './person-kinds.js';

/** A file with all that is stored about somebody, as it is being made, and as long as it is offered. */
export interface DataFileState {
  person: PersonRef;
  /** Under which it lies, and by which an offer knows it: another one each time it is asked for. */
  token: string;
  askedAt: Instant;
  /** Which one it is, of a kind of which there are several. */
  what?: string;
  /** After that it goes, whether anybody took it or not. */
  until: Instant;
  /** Up to where it is made; absent at its beginning, and when it is whole. */
  at?: string | undefined;
  /** Its parts in order, each as it was written, and their bytes together. */
  parts: readonly string[];
  size: number;
  /** Its name, once it is whole. */
  name?: string | undefined;
  /** A message that offers it is owed. */
  offered?: boolean;
  /** When it was last begun, and by which rows of the log words had been taken away then: it shows none of these. */
  begunAt?: Instant;
  takenAway?: readonly string[];
  /** How often it was begun, and until when whoever has begun it is waited for. */
  tries?: number;
  busyUntil?: Instant | undefined;
  /** Somebody has been erased since it was begun. */
  outdated?: boolean;
  /** Why it will not be made; a message that says so is owed. */
  givenUp?: GivenUp;
}

export type ReadDataFile = DataFileState & { etag: string; kept?: KeptColumns };

export type DataFileStore = ReturnType<typeof openDataFiles>;

/** Where the rows stand of files of what is stored about people; and of what somebody takes out of it all. */
const ofPeople = { keyOf: keys.dataFileKey, all: keys.dataFiles() };
export const ofExports: typeof ofPeople = {
  keyOf: (person) => `export|${person}`,
  all: keys.prefixRange('export|'),
};

/**
 * Files of what is stored about somebody who has more than one turn can read. How far one is, a row in People says; its bytes
 * lie in a container that nobody but the bot can list or read. A part that was written twice, by two or after a fault, counts
 * once: by the row, which its etag guards.
 */
export function openDataFiles(
  storage: Pick<Storage, 'people' | 'files' | 'versions'>,
  municipality: string,
  { keyOf, all } = ofPeople,
) {
  const table = storage.people;
  const partitionKey = keys.peoplePartition(municipality);
  const entityOf = ({ person, etag: _, kept: __, ...state }: DataFileState & Partial<ReadDataFile>) => ({
    partitionKey,
    rowKey: keyOf(person),
    body: JSON.stringify(state),
  });
  /** Undefined of one that only a newer version could go on with: operators are told, and it is left as it is. */
  function fromRow(row: StoredRow<object>): ReadDataFile | undefined {
    const person = row.rowKey.split('|')[1] ?? '';
    const found = ifReadable(storage.versions, dataFileKind, row, person);
    return found && { ...found.body, person, etag: found.etag, ...(found.kept && { kept: found.kept }) };
  }
  const blob = ({ token }: Pick<DataFileState, 'token'>) => storage.files().getBlockBlobClient(`${token}.txt`);

  async function of(person: PersonRef): Promise<ReadDataFile | undefined> {
    const row = await readRow<object>(table, partitionKey, keyOf(person));
    return row && fromRow(row);
  }

  async function everyone(): Promise<ReadDataFile[]> {
    const rows = await readRows<object>(table, keys.inRange(partitionKey, all));
    return rows.flatMap((row) => fromRow(row) ?? []);
  }

  /** False where somebody else has gone on with it. */
  async function change({ etag, kept }: ReadDataFile, after: DataFileState): Promise<boolean> {
    try {
      await table.updateEntity(withKept(entityOf(after), kept), 'Replace', { etag });
      return true;
    } catch (error) {
      if (!isStatus(error, 404, 412)) throw error;
      return false;
    }
  }

  async function stage(state: DataFileState, part: string, bytes: Uint8Array): Promise<void> {
    const write = () => blob(state).stageBlock(part, bytes, bytes.length);
    try {
      await write();
    } catch (error) {
      // The first file of all: its container is not there yet.
      if (!isStatus(error, 404)) throw error;
      await storage.files().createIfNotExists();
      await write();
    }
  }

  /** Makes one blob of its parts. False where somebody else has just done so: then these are not all there any more. */
  async function whole(state: DataFileState, parts: readonly string[]): Promise<boolean> {
    try {
      await blob(state).commitBlockList([...parts]);
      return true;
    } catch (error) {
      if (!isStatus(error, 400, 409)) throw error;
      return false;
    }
  }

  return {
    of,

    /** Somebody has asked for theirs. `asRead`: what there is; where the same is being made already, that one is waited for. */
    async ask(
      state: Pick<DataFileState, 'person' | 'token' | 'askedAt' | 'until' | 'what'>,
      asRead: Promise<ReadDataFile | undefined> = of(state.person),
    ): Promise<void> {
      const fresh: DataFileState = { ...state, parts: [], size: 0 };
      const before = await asRead;
      const isSame = before?.what === state.what;
      const isMade = before && before.name === undefined && !before.givenUp && before.until > state.askedAt;
      if (isSame && isMade) return;
      if (before) {
        if (await change(before, fresh)) await blob(before).deleteIfExists();
        return;
      }
      try {
        await table.createEntity(entityOf(fresh));
      } catch (error) {
        if (!isStatus(error, 409)) throw error;
      }
    },

    /** All that there are. A round trip for each thousand. */
    all: everyone,

    /**
     * Goes on with a file: writes a part of it, named `part`, and notes how far it is; with a `name` it is whole. Undefined
     * where somebody else has gone on with it meanwhile.
     */
    async goOn(
      before: ReadDataFile,
      {
        part,
        bytes,
        at,
        name,
      }: { part: string; bytes: Uint8Array; at?: string | undefined; name?: string | undefined },
    ): Promise<ReadDataFile | undefined> {
      const { etag: _, kept: __, ...state } = before;
      const id = Buffer.from(part, 'utf8').toString('base64');
      await stage(state, id, bytes);
      const after = { ...state, parts: [...state.parts, id], size: state.size + bytes.length, at, name };
      if (name !== undefined && !(await whole(state, after.parts))) return undefined;
      return (await change(before, after)) ? of(state.person) : undefined;
    },

    /** Notes what has become of it. Nothing where somebody else has done so first. */
    note: change,

    /** Somebody has been erased since then: what was begun before may still name them. Two round trips' time. */
    async outdate(since: Instant): Promise<void> {
      const all = (await everyone()).filter(({ outdated, begunAt = '' }) => !outdated && begunAt <= since);
      await Promise.all(all.map((file) => change(file, { ...file, outdated: true, busyUntil: undefined })));
    },

    /** Its bytes as they come, of one that is whole, and how many; undefined where it is gone. */
    async read(state: DataFileState): Promise<{ stream: NodeJS.ReadableStream; size: number } | undefined> {
      try {
        const { readableStreamBody: stream, contentLength: size } = await blob(state).download();
        return stream && size !== undefined ? { stream, size } : undefined;
      } catch (error) {
        if (isStatus(error, 404)) return undefined;
        throw error;
      }
    },

    /** Takes it away, and what says that there was one. Nothing where it has been asked for anew meanwhile. */
    async remove(state: ReadDataFile): Promise<void> {
      await storage
        .files()
        .deleteBlob(`${state.token}.txt`)
        .catch((error: unknown) => {
          if (!isStatus(error, 404)) throw error;
        });
      await unlessGone(table.deleteEntity(partitionKey, keyOf(state.person), { etag: state.etag }));
    },
  };
}
