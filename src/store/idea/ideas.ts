import type { TransactionAction } from '@azure/data-tables';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { OpenIdea } from '../../domain/idea/reading/in-week.js';
import type { PersonRef } from '../../domain/person/person.js';
import { wholeId } from '../../domain/record.js';
import type { Instant } from '../../domain/time.js';
import * as keys from '../keys.js';
import { type RowKind, readable } from '../row-kinds.js';
import { UnreadableRow, unlessUnreadable } from '../row-versions.js';
import { readPages, readRow, readRows, type StoredRow, unlessChanged, unlessGone } from '../rows.js';
import { type StoredStep, stepAgain } from '../steps.js';
import type { Storage } from '../storage.js';
import { type AdoptionRow, fromAdoptionRows, withAdoptions } from './adoptions.js';
import { ideaChanges, type StoredIdea } from './changes.js';
import { openHistory } from './history.js';
import { listKind, openKind, queueKind } from './idea-kinds.js';
import { fromIdeaRow, readEvents } from './idea-reading.js';
import type { IdeaRow, ListRow, LogRow, Mornings, TextRow } from './idea-rows.js';
import { everyEvent } from './lists/every-event.js';
import { type Listed, toListed } from './lists/listed.js';
import { byIdIn, type OpenRow, toOpenIdea } from './lists/open.js';
import { openRegistered } from './lists/registered.js';
import { PAGE, pagesSideBySide } from './lists/side-by-side.js';
import { openWeeks } from './lists/weeks.js';
import { wholePages } from './lists/whole-page.js';

export type { Change, StoredIdea, WrittenIdea } from './changes.js';

export interface LoggedEvent {
  id: string;
  event: IdeaEvent;
}

/** So many ideas somebody may be answering a comment on. */
const MOST_TALK = 20;

const placeOfOpen = ({ department, id }: OpenIdea): string => `${department}|${id}`;

/** A page of Table Storage, and as many rows as one list is read for a turn: the first in its order. */
export const MOST_READ = 1000;

export type IdeaStore = ReturnType<typeof openIdeas>;

/** Ideas and all that changes with them, in one partition of the table Ideas. */
export function openIdeas(
  storage: Pick<Storage, 'ideas' | 'versions'>,
  municipality: string,
  mornings: () => Mornings,
) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const range = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);
  const under = (prefix: string) => range(keys.prefixRange(prefix));

  const changes = ideaChanges(partitionKey, mornings);

  const rowOf = async (id: string) => {
    const row = await readRow<IdeaRow>(table, partitionKey, keys.recordKey(id));
    // Another kind of record may have the id.
    if (row?.record !== 'idea') return undefined;
    const read = fromIdeaRow(row, id);
    if (read.ok) return { ...read.value, etag: row.etag };
    versions.unread(read.unread);
    throw new UnreadableRow(read.unread);
  };

  const load = async (id: string): Promise<StoredIdea | undefined> => {
    const [row, beside] = await Promise.all([
      rowOf(id),
      readRows<AdoptionRow>(table, under(keys.prefixes.adoptions(id))),
    ]);
    if (!row) return undefined;
    const { over = {}, ...stored } = row;
    const read = fromAdoptionRows(versions, beside);
    return { ...stored, idea: withAdoptions(stored.idea, over, read.adoptions), ...read };
  };

  const rowsOf = async <T extends object>(kind: RowKind<T>, prefix: string, limit?: number) =>
    readable(versions, kind, await readRows<T>(table, under(prefix), limit ? { limit } : {}));

  const listed = (prefix: string, limit?: number): Promise<ListRow[]> => rowsOf(listKind, prefix, limit);

  const history = openHistory(table, partitionKey, versions, async (id) => (await rowOf(id))?.idea.seq ?? 0);

  /** A queue's first rows; a queue's name that ends in a full stop stands for all that begin so. */
  const queued = async (prefix: string): Promise<Listed[]> => {
    const rows = await rowsOf(queueKind, prefix.replace(/\.\|$/, '.'), MOST_READ);
    return rows.map(toListed);
  };

  /** The rows of all queues of a kind. A round trip for each thousand. */
  async function inAnyQueue(prefix: string): Promise<(Listed & { queue: keys.QueueName })[]> {
    const rows = await rowsOf(queueKind, prefix);
    return rows.map((row) => ({ ...toListed(row), queue: row.rowKey.split('|')[2] ?? '' }));
  }

  /**
   * Gives what waits for anybody in a department, or in any, to `take`, as it comes, in no order: no more than pages are held.
   * Two round trips' time for a department; one for each thousand for all.
   */
  async function eachOpen(department: string | undefined, take: (idea: OpenIdea) => void): Promise<void> {
    const taking = (rows: readonly StoredRow<object>[]) => {
      for (const row of readable(versions, openKind, rows)) take(toOpenIdea(row));
    };
    if (department === undefined) {
      for await (const rows of readPages(table, under(keys.prefixes.allOpen), { size: PAGE })) taking(rows);
      return;
    }
    const of = { ...keys.prefixRange(keys.prefixes.open(department)), ...byIdIn(department) };
    await pagesSideBySide(table, range, of, taking);
  }

  /** Writes rows that are guarded by the idea's: false where somebody else changed it first. */
  const submit = (actions: TransactionAction[]): Promise<boolean> => unlessChanged(table.submitTransaction(actions));

  /** Writes an idea without an event. */
  function replace(before: StoredIdea, idea: Idea): Promise<boolean> {
    const { entities, step } = changes.anew(before, idea);
    return submit([...entities, ...(step ? [stepAgain(partitionKey, step)] : [])]);
  }

  return {
    /** The idea as it stands, with its adoptions; undefined where there is none. One round trip's time. */
    load,

    /**
     * Several ideas at once as lists tell of them, without adoptions of other departments, in the order asked for; those
     * that do not exist are left out. One round trip's time.
     */
    async loadAll(ids: readonly string[]): Promise<Idea[]> {
      const found = await Promise.all(ids.map((id) => unlessUnreadable(rowOf(id))));
      return found.flatMap((row) => (row ? [row.idea] : []));
    },

    /** The same with all their adoptions: two requests for each, in one round trip's time. */
    async loadAllWhole(ids: readonly string[]): Promise<Idea[]> {
      const found = await Promise.all(ids.map((id) => unlessUnreadable(load(id))));
      return found.flatMap((stored) => (stored ? [stored.idea] : []));
    },

    /**
     * So many ideas with all their adoptions, in the order of their ids, after that of an id; `last`: the id after which there may be
     * more. Those that cannot be read are left out. Two round trips, and one more for each thousand adoptions.
     */
    page: wholePages(table, partitionKey, versions),

    /** What happened to all of them, an idea at a time in the order of their ids. */
    everyEvent: everyEvent(table, partitionKey, versions),

    ...history,

    ...openWeeks(table, partitionKey, versions),
    ...openRegistered(table, partitionKey, versions),

    /** Takes the words of events away for good, whatever has become of them since; the events stay. Those that are gone already are no fault. */
    async eraseWords(id: string, seqs: readonly number[]): Promise<void> {
      for (const seq of seqs) {
        const key = await history.textKeyOf(id, seq);
        const textRow = async () => (key ? readRow<TextRow>(table, partitionKey, key) : undefined);
        // As often as they are changed meanwhile: words that somebody hides just now go too.
        for (let row = await textRow(); row; row = await textRow()) {
          await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
        }
      }
    },

    /**
     * Writes what an idea keeps that no event tells of. Guarded by its etag: false where somebody else changed it first. One
     * round trip.
     */
    keep: replace,

    write: changes.write,

    /**
     * Brings the rows of adoptions to where the idea has them, so many in one transaction. `step`: what makes it necessary,
     * which goes on or ends with it. Undefined where somebody else changed any of it first. One round trip.
     */
    async settleAdoptions(before: StoredIdea, step: StoredStep | undefined): Promise<{ left: number } | undefined> {
      const { entities, left } = changes.settling(before, step);
      return (await submit(entities)) ? { left } : undefined;
    },

    /** What a person has submitted, the newest first. One round trip. */
    mine: (person: PersonRef, limit: number): Promise<ListRow[]> => listed(keys.prefixes.mine(person), limit),

    /**
     * What waits in a queue, the oldest promise first; of one with more than a thousand, a thousand. `office.` gives every
     * department's. One round trip.
     */
    waiting: (queue: keys.QueueName) => queued(keys.prefixes.waits(queue)),

    /**
     * What any of these departments is asked to take in, a thousand at most: read with all departments' invitations, a round trip
     * for each thousand of those.
     */
    async invited(departments: ReadonlySet<string>): Promise<Listed[]> {
      const found: Listed[] = [];
      for await (const rows of readPages(table, under(`${keys.prefixes.allWaits}${keys.invitedQueue('')}`), {
        size: PAGE,
      })) {
        const theirs = rows.filter(({ rowKey }) => departments.has(keys.adopterIn(rowKey) ?? ''));
        for (const row of readable(versions, queueKind, theirs))
          if (found.length < MOST_READ) found.push(toListed(row));
      }
      return found;
    },

    /** What a queue's deciders have asked about and not yet had an answer to. One round trip. */
    asked: (queue: keys.QueueName) => queued(keys.prefixes.asked(queue)),

    /** What waits in any queue, read once for those who tell thousands. A round trip for each thousand of ideas. */
    allWaiting: () => inAnyQueue(keys.prefixes.allWaits),

    /** The same of what has been asked about in any queue of deciders and has no answer yet. */
    allAsked: () => inAnyQueue(keys.prefixes.allAsked),

    /** Ids of what any department uses or tests, or has been asked to. A round trip for each thousand. */
    async allAdopted(): Promise<string[]> {
      const rows = await listed(keys.prefixes.allAdopted);
      return [...new Set(rows.map(({ id }) => id))];
    },

    /**
     * Writes an idea's lists and what time will bring it as this version of the bot makes them, without an event. True when
     * something was written; false where all is as it should be, or somebody else changed the idea first.
     */
    async keepAnew(before: StoredIdea): Promise<boolean> {
      return !changes.areListsNew(before) && replace(before, before.idea);
    },

    eachOpen,

    /** All of it in order, for those who tell thousands. */
    async open(department?: string): Promise<OpenIdea[]> {
      const all: OpenIdea[] = [];
      await eachOpen(department, (idea) => all.push(idea));
      return all.sort((one, other) => (placeOfOpen(one) < placeOfOpen(other) ? -1 : 1));
    },

    /** Of it so many of these departments, the newest first; of one with more than a thousand, of a thousand. One round trip's time, a request for each. */
    async newestOpen(departments: readonly string[], limit: number): Promise<OpenRow[]> {
      const lists = departments.map((one) => rowsOf(openKind, keys.prefixes.open(one), MOST_READ));
      const rows = (await Promise.all(lists)).flat();
      return rows.toSorted((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1)).slice(0, limit);
    },

    /** The ideas that are proposed to become a part of this one. One round trip. */
    offers: (into: string): Promise<ListRow[]> => listed(keys.prefixes.offers(into)),

    /** What somebody, or whoever has a queue, has been told of by a comment and not answered yet, the newest idea first. One round trip. */
    talk: (queue: keys.QueueName): Promise<ListRow[]> =>
      listed(keys.prefixes.talk(queue).replace(/\.\|$/, '.'), MOST_TALK),

    /** When something first happened to a record since then; undefined where nothing has. One round trip. */
    async firstLogged(since: Instant): Promise<Instant | undefined> {
      const [first] = await readRows(table, range(keys.logSince(since)), {
        limit: 1,
        select: ['PartitionKey', 'RowKey'],
      });
      return first && keys.readLogKey(first.rowKey)?.at;
    },

    /** What happened to ideas and their adoptions in [from, to), in order, without the words. */
    async log(from: Instant, to: Instant): Promise<LoggedEvent[]> {
      const rows = await readRows<LogRow>(table, range(keys.logRange(from, to)));
      const ofIdeas = rows.filter(({ record }) => record === 'idea');
      return readEvents(versions, ofIdeas, () => undefined).map(({ row, event }) => ({
        id: wholeId(row.rowKey.split('|')[2] ?? ''),
        event,
      }));
    },
  };
}
