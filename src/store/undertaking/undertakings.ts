import { firstOf } from '../../domain/rank.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import { evolveUndertaking } from '../../domain/undertaking/evolve.js';
import { namedInEvent } from '../../domain/undertaking/leaving.js';
import { undertakingNotices, undertakingRank } from '../../domain/undertaking/notices.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { ChangeRows } from '../commit.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { openRecordEvents } from '../record/record-events.js';
import { eventEntities } from '../record/record-rows.js';
import { openRecordStates, type RecordVersion } from '../record/record-states.js';
import { readable } from '../row-kinds.js';
import { readRows } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import {
  listedKind,
  undertakingEventIn,
  undertakingEventKind,
  undertakingKind,
  undertakingTextKind,
} from './undertaking-kinds.js';
import { listed, listsOf } from './undertaking-rows.js';

/** An undertaking with the version that the next change must name, and the rows that change with it. */
export interface StoredUndertaking extends RecordVersion {
  undertaking: Undertaking;
}

interface UndertakingChange {
  before: StoredUndertaking | undefined;
  id: string;
  events: readonly UndertakingEvent[];
  /** The undertaking that they make, where that is known already. */
  after?: Undertaking;
}

/** So many of a year are read: three of each department, and what was dropped. */
const MOST_READ = 1000;

export type UndertakingStore = ReturnType<typeof openUndertakings>;

/** Undertakings and all that changes with them, among the records of all kinds. */
export function openUndertakings(
  { ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>,
  municipality: string,
  mornings: () => Mornings,
) {
  const partitionKey = keys.recordsPartition(municipality);

  const { loadAll, every, rowsFor, ...states } = openRecordStates<Undertaking>(table, partitionKey, versions, {
    ...{ record: 'undertaking', kind: undertakingKind, listsOf: (one) => listsOf(one, mornings()) },
  });

  async function load(id: string): Promise<StoredUndertaking | undefined> {
    const found = await states.load(id);
    return found && { undertaking: found.standing, ...found.version };
  }

  const { event, newest, page, withAllWords } = openRecordEvents(table, partitionKey, versions, {
    ...{ event: undertakingEventKind, text: undertakingTextKind, eventIn: undertakingEventIn },
  });

  return {
    /** An undertaking as it stands; undefined where there is none. One round trip. */
    load,

    /** Several at once, those that are there, in the order asked for. One round trip's time. */
    loadAll,

    /** What a change writes, and the undertaking that it makes. Asks nothing of storage; throws where there is no event. */
    write({ before, id, events, after: known }: UndertakingChange): ChangeRows & { after: Undertaking } {
      let after = before?.undertaking;
      const owes = events.map((event) => {
        after = evolveUndertaking(after, event, id);
        return { seq: event.seq, at: event.at, rank: firstOf(undertakingNotices(event).map(() => undertakingRank)) };
      });
      const last = events.at(-1);
      if (!after || !last) throw new Error(`Nothing to save for undertaking ${id}`);
      const now = known ?? after;
      const people = [...new Set(events.flatMap(namedInEvent))];
      return {
        ...{ record: 'undertaking', id, seq: last.seq, by: last.by, after: now, owes },
        entities: [
          ...rowsFor(before, now),
          ...events.flatMap((event) => eventEntities(partitionKey, 'undertaking', id, event)),
          ...people.map((person) => traceOf(partitionKey, person, { record: 'undertaking', id })),
        ],
      };
    },

    /** All that there are, a page at a time, in the order of their ids. A round trip for each thousand records of any kind. */
    every,

    event,
    newest,
    page,
    withAllWords,

    /**
     * What was undertaken for a year by departments, whatever became of it: those that count in their places, then what was dropped. `codes`:
     * every code that they have had; all departments without them. One round trip's time.
     */
    async ofYear(year: string, codes?: readonly string[]): Promise<Undertaking[]> {
      const ranges = codes ? codes.map((code) => listed(year, code)) : [listed(year)];
      const pages = await Promise.all(
        ranges.map((range) => readRows<object>(table, keys.inRange(partitionKey, range), { limit: MOST_READ })),
      );
      return pages.flatMap((rows) =>
        readable(versions, listedKind, rows).map(({ state, words }): Undertaking => ({ ...state, words })),
      );
    },

    /** Writes one without an event: whoever added it is known by another reference. False where somebody else changed it first. One round trip. */
    keep: (before: StoredUndertaking, undertaking: Undertaking): Promise<boolean> => states.keep(before, undertaking),
  };
}
