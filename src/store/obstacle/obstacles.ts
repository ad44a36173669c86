import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import { evolveObstacle } from '../../domain/obstacle/evolve.js';
import { namedInEvent } from '../../domain/obstacle/leaving.js';
import { obstacleNotices, obstacleRank } from '../../domain/obstacle/notices.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import { firstOf } from '../../domain/rank.js';
import type { ChangeRows } from '../commit.js';
import type { Mornings } from '../idea/idea-rows.js';
import { allHindered, type HinderedIdea, hinderedBy, hinderedParts, readHindered } from '../idea/lists/hindered.js';
import * as keys from '../keys.js';
import { openRecordEvents } from '../record/record-events.js';
import { eventEntities } from '../record/record-rows.js';
import { openRecordStates, type RecordVersion } from '../record/record-states.js';
import { readable } from '../row-kinds.js';
import { readPages, readRows } from '../rows.js';
import type { Step } from '../steps.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { obstacleEventIn, obstacleEventKind, obstacleKind, obstacleTextKind, standingKind } from './obstacle-kinds.js';
import { listsOf, standing } from './obstacle-rows.js';

/** An obstacle with the version that the next change must name, and the rows that change with it. */
export interface StoredObstacle extends RecordVersion {
  obstacle: Obstacle;
}

interface ObstacleChange {
  before: StoredObstacle | undefined;
  id: string;
  events: readonly ObstacleEvent[];
  /** The obstacle that they make, where that is known already. */
  after?: Obstacle;
}

/** What is left to do where nobody has taken care of one for a year. */
export const FADED = 'faded';

/** So many are read at once: a page of storage. Beyond it there are more than anybody looks through. */
const MOST_READ = 1000;
/** Of what waits for obstacles whose ids begin with one letter: more than a whole city's ideas would be. */
const MOST_IN_PART = 5 * MOST_READ;
/** Of those that stand in the way. */
const MOST_STANDING = 500;

export type ObstacleStore = ReturnType<typeof openObstacles>;

/** Obstacles and all that changes with them, among the records of all kinds; and which ideas wait for them. */
export function openObstacles(
  storage: Pick<Storage, 'ideas' | 'versions'>,
  municipality: string,
  mornings: () => Mornings,
) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const within = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);

  const { loadAll, every, rowsFor, ...states } = openRecordStates<Obstacle>(table, partitionKey, versions, {
    ...{ record: 'obstacle', kind: obstacleKind, listsOf: (one) => listsOf(one, mornings()) },
  });

  async function load(id: string): Promise<StoredObstacle | undefined> {
    const found = await states.load(id);
    return found && { obstacle: found.standing, ...found.version };
  }

  const { event, newest, page, withAllWords } = openRecordEvents(table, partitionKey, versions, {
    ...{ event: obstacleEventKind, text: obstacleTextKind, eventIn: obstacleEventIn },
  });

  const hinderedIn = async (part: { from: string; to: string }, limit = MOST_READ): Promise<HinderedIdea[]> => {
    const rows = await readRows<object>(table, within(part), { limit, select: ['RowKey'] });
    return rows.map(({ rowKey }) => readHindered(rowKey));
  };

  return {
    /** An obstacle as it stands; undefined where there is none. One round trip. */
    load,

    /** Several at once, those that are there, in the order asked for. One round trip's time. */
    loadAll,

    /** What a change writes, and the obstacle that it makes. Asks nothing of storage; throws where there is no event. */
    write({ before, id, events, after: known }: ObstacleChange): ChangeRows & { after: Obstacle } {
      let after = before?.obstacle;
      const owes = events.map((event) => {
        after = evolveObstacle(after, event, id);
        return { seq: event.seq, at: event.at, rank: firstOf(obstacleNotices(event).map(obstacleRank)) };
      });
      const last = events.at(-1);
      if (!after || !last) throw new Error(`Nothing to save for obstacle ${id}`);
      const now = known ?? after;
      const people = [...new Set(events.flatMap(namedInEvent))];
      // However many ideas wait for it, they are told afterwards; or follow it no more.
      const isFaded = last.type === 'obstacleFaded' && last.data.forgotten === true;
      const step: Step | undefined =
        last.type === 'obstacleRemoved' || isFaded
          ? { name: 'liftObstacle', id, seq: last.seq, to: id, by: last.by, data: isFaded ? FADED : '{}' }
          : undefined;
      return {
        ...{ record: 'obstacle', id, seq: last.seq, by: last.by, after: now, owes, ...(step && { step }) },
        entities: [
          ...rowsFor(before, now),
          ...events.flatMap((event) => eventEntities(partitionKey, 'obstacle', id, event)),
          ...people.map((person) => traceOf(partitionKey, person, { record: 'obstacle', id })),
        ],
      };
    },

    /** All that there are, a page at a time, in the order of their ids. A round trip for each thousand records of any kind. */
    every,

    event,
    newest,
    page,
    withAllWords,

    /** Those that stand in the way. One round trip. */
    async standing(): Promise<Obstacle[]> {
      const rows = await readRows<object>(table, within(standing), { limit: MOST_STANDING });
      return readable(versions, standingKind, rows).map(
        ({ state, line }) => ({ ...state, words: { line } }) as Obstacle,
      );
    },

    /** The ideas that wait for an obstacle to go, a thousand at most. One round trip. */
    hinderedBy: (id: string): Promise<HinderedIdea[]> => hinderedIn(hinderedBy(id)),

    /**
     * Those that wait for any. One round trip; where a thousand do, one more in which they are read in parts side by side, so that none is
     * left out that stands behind others.
     */
    async hindered(): Promise<HinderedIdea[]> {
      const first = await hinderedIn(allHindered);
      if (first.length < MOST_READ) return first;
      return (await Promise.all(hinderedParts.map((part) => hinderedIn(part, MOST_IN_PART)))).flat();
    },

    /** What waits for any, a page at a time. A round trip for each thousand. */
    async *everyHindered(): AsyncGenerator<HinderedIdea[]> {
      for await (const rows of readPages<object>(table, within(allHindered), { size: MOST_READ, select: ['RowKey'] })) {
        yield rows.map(({ rowKey }) => readHindered(rowKey));
      }
    },

    /** What waits for it, so much at a time, however much that is. */
    async *hinderedPages(id: string, size: number): AsyncGenerator<HinderedIdea[]> {
      for await (const rows of readPages<object>(table, within(hinderedBy(id)), { size, select: ['RowKey'] })) {
        yield rows.map(({ rowKey }) => readHindered(rowKey));
      }
    },

    /** Writes one without an event: who has left, or is known by another reference. False where somebody else changed it first. One round trip. */
    keep: (before: StoredObstacle, obstacle: Obstacle): Promise<boolean> => states.keep(before, obstacle),
  };
}
