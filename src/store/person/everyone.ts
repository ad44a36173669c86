import type { Person } from '../../domain/person/person.js';
import { inRange, peoplePartition, personKey, prefixRange } from '../keys.js';
import { readable } from '../row-kinds.js';
import { readPages } from '../rows.js';
import type { Storage } from '../storage.js';
import { personKind } from './person-kinds.js';
import { asItIs, placedNow } from './placed-now.js';

export type EveryoneStore = ReturnType<typeof openEveryone>;

/** As many at a time as one answer of storage holds. */
const PAGE = 500;

/** Everybody whom the bot knows, for the clock alone: no turn reads them. `codeNow`: of a place's department. */
export function openEveryone(
  { people: table, versions }: Pick<Storage, 'people' | 'versions'>,
  municipality: string,
  codeNow = asItIs,
) {
  const everybody = inRange(peoplePartition(municipality), prefixRange(personKey('')));
  return {
    /** Those who can be written to, under the reference that they have now. A round trip for each five hundred. */
    async *pages(): AsyncGenerator<Person[]> {
      for await (const rows of readPages<object>(table, everybody, { size: PAGE })) {
        yield readable(versions, personKind, rows).flatMap(({ body }) =>
          body?.reach ? [placedNow(body, codeNow).person] : [],
        );
      }
    },
  };
}
