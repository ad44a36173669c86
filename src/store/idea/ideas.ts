import { isDeepStrictEqual } from 'node:util';
import type { TransactionAction } from '@azure/data-tables';
import type { IdeaEvent } from '../../domain/idea/events.js';
import { evolve } from '../../domain/idea/evolve.js';
import type { Idea } from '../../domain/idea/idea.js';
import { tracedIn } from '../../domain/idea/people/traced.js';
import { changesComment } from '../../domain/idea/reading/out-of-sight.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Instant } from '../../domain/time.js';
import type { ChangeRows } from '../commit.js';
import * as keys from '../keys.js';
import { isStatus, readRow, readRows, type StoredRow, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import {
  type EventRow,
  fromIdeaRow,
  type IdeaRow,
  joinEvent,
  type ListRow,
  type Lists,
  type LogRow,
  listRows,
  type Mornings,
  type OpenRow,
  type QueueRow,
  sinceRow,
  splitEvent,
  type TextRow,
  toIdeaRow,
} from './idea-rows.js';
import { type Listed, toListed } from './listed.js';

/** An idea with the version that the next change must name. */
export interface StoredIdea {
  idea: Idea;
  etag: string;
  /** The list and due rows of this version. */
  lists: Lists;
}

/** Events that follow on an idea as it was read. */
export interface Change {
  /** Undefined: the events create the idea `id`. */
  before: StoredIdea | undefined;
  id: string;
  events: readonly IdeaEvent[];
}

/** A change that can be committed, with the idea that it makes. */
export interface WrittenIdea extends ChangeRows {
  after: Idea;
}

export interface LoggedEvent {
  id: string;
  event: IdeaEvent;
}

/** So many ideas somebody may be answering a comment on. */
const MOST_TALK = 20;

/** A page of Table Storage, and as many rows as one list is read for a turn: the first in its order. */
export const MOST_READ = 1000;

export type IdeaStore = ReturnType<typeof openIdeas>;

/** Ideas and all that changes with them, in one partition of the table Ideas. */
export function openIdeas(storage: Pick<Storage, 'ideas'>, municipality: string, mornings: () => Mornings) {
  const table = storage.ideas;
  const partitionKey = keys.recordsPartition(municipality);
  const range = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);
  const under = (prefix: string) => range(keys.prefixRange(prefix));

  const load = async (id: string): Promise<StoredIdea | undefined> => {
    const row = await readRow<IdeaRow>(table, partitionKey, keys.recordKey(id));
    // Another kind of record may have the id.
    return row?.record === 'idea' ? { ...fromIdeaRow(row), etag: row.etag } : undefined;
  };

  const textOf = (id: string, seq: number) => readRow<TextRow>(table, partitionKey, keys.textKey(id, seq));

  const listed = <T extends ListRow = ListRow>(prefix: string, limit?: number): Promise<StoredRow<T>[]> =>
    readRows(table, under(prefix), limit ? { limit } : {});

  /** A queue's first rows; a queue's name that ends in a full stop stands for all that begin so. */
  const queued = async (prefix: string): Promise<Listed[]> => {
    const rows = await listed<QueueRow>(prefix.replace(/\.\|$/, '.'), MOST_READ);
    return rows.map(toListed);
  };

  /** The rows of all queues of a kind. A round trip for each thousand. */
  async function inAnyQueue(prefix: string): Promise<(Listed & { queue: keys.QueueName })[]> {
    const rows = await listed<QueueRow>(prefix);
    return rows.map((row) => ({ ...toListed(row), queue: row.rowKey.split('|')[2] ?? '' }));
  }

  /** What a change writes, and the idea that it makes. Asks nothing of storage; throws where there is no event. */
  function write({ before, id, events }: Change): WrittenIdea {
    const after = events.reduce<Idea | undefined>((idea, event) => evolve(idea, event, id), before?.idea);
    const last = events.at(-1);
    if (!after || !last) throw new Error(`Nothing to save for idea ${id}`);
    const lists = listRows(after, mornings());
    const row = { partitionKey, rowKey: keys.recordKey(id), ...toIdeaRow(after, lists) };
    const people = new Set(events.flatMap(tracedIn));
    return {
      ...{ record: 'idea', id, after, seq: last.seq, by: last.by },
      entities: [
        before ? ['update', row, 'Replace', { etag: before.etag }] : ['create', row],
        ...moves(before?.lists ?? {}, lists, partitionKey),
        ...events.flatMap((event) => eventRows(id, event)),
        ...[...people].map((person) => traceOf(partitionKey, person, { record: 'idea', id })),
      ],
      owes: events.map(({ seq }) => seq),
    };
  }

  /** An event's own rows, and what it makes of an earlier comment's. */
  function eventRows(id: string, event: IdeaEvent): TransactionAction[] {
    const { row, text } = splitEvent(event);
    const { seq, at } = event;
    const changed = changesComment(event);
    return [
      create(keys.eventKey(id, seq), row),
      create(keys.logKey(at, id, seq), { record: 'idea', ...row }),
      ...(text ? [create(keys.textKey(id, seq), text)] : []),
      // No version: it changes only with the idea row, whose etag guards it too. Words that have been erased stay erased.
      ...(changed ? [merge(keys.textKey(id, changed.seq), sinceRow(changed.since))] : []),
    ];
  }

  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  const merge = (rowKey: string, columns: object): TransactionAction => [
    'upsert',
    { partitionKey, rowKey, ...columns },
    'Merge',
  ];

  /** Writes an idea without an event. Guarded by its etag: false where somebody else changed it first. */
  async function replace({ etag, lists: old }: StoredIdea, idea: Idea, lists: Lists): Promise<boolean> {
    const row = { partitionKey, rowKey: keys.recordKey(idea.id), ...toIdeaRow(idea, lists) };
    try {
      await table.submitTransaction([['update', row, 'Replace', { etag }], ...moves(old, lists, partitionKey)]);
      return true;
    } catch (error) {
      if (!isStatus(error, 404, 409, 412)) throw error;
      return false;
    }
  }

  return {
    /** The idea as it stands; undefined where there is none. One round trip. */
    load,

    /** Several ideas at once, in the order asked for; those that do not exist are left out. One round trip's time. */
    async loadAll(ids: readonly string[]): Promise<Idea[]> {
      const found = await Promise.all(ids.map(load));
      return found.flatMap((stored) => (stored ? [stored.idea] : []));
    },

    /** All that happened to an idea, oldest first. One round trip's time. */
    async history(id: string): Promise<IdeaEvent[]> {
      const [events, texts] = await Promise.all([
        readRows<EventRow>(table, under(keys.prefixes.events(id))),
        readRows<TextRow>(table, under(keys.prefixes.texts(id))),
      ]);
      const words = new Map(texts.map((row) => [seqOf(row), row]));
      return events.map((row) => joinEvent(row, words.get(seqOf(row))));
    },

    /** One event, or undefined. One round trip's time. */
    async event(id: string, seq: number): Promise<IdeaEvent | undefined> {
      const [row, text] = await Promise.all([
        readRow<EventRow>(table, partitionKey, keys.eventKey(id, seq)),
        textOf(id, seq),
      ]);
      return row && joinEvent(row, text);
    },

    /** Takes the words of events away for good, whatever has become of them since; the events stay. Those that are gone already are no fault. */
    async eraseWords(id: string, seqs: readonly number[]): Promise<void> {
      for (const seq of seqs) {
        // As often as they are changed meanwhile: words that somebody hides just now go too.
        for (let row = await textOf(id, seq); row; row = await textOf(id, seq)) {
          await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
        }
      }
    },

    /**
     * Writes what an idea keeps that no event tells of. Guarded by its etag: false where somebody else changed it first. One
     * round trip.
     */
    keep: (before: StoredIdea, idea: Idea): Promise<boolean> => replace(before, idea, listRows(idea, mornings())),

    write,

    /** What a person has submitted, the newest first. One round trip. */
    mine: (person: PersonRef, limit: number): Promise<ListRow[]> => listed(keys.prefixes.mine(person), limit),

    /**
     * What waits in a queue, the oldest promise first; of one with more than a thousand, a thousand. `office.` gives every
     * department's. One round trip.
     */
    waiting: (queue: keys.QueueName) => queued(keys.prefixes.waits(queue)),

    /** What a queue's deciders have asked about and not yet had an answer to. One round trip. */
    asked: (queue: keys.QueueName) => queued(keys.prefixes.asked(queue)),

    /** What waits in any queue, read once for those who tell thousands. A round trip for each thousand of ideas. */
    allWaiting: () => inAnyQueue(keys.prefixes.allWaits),

    /** The same of what has been asked about in any queue of deciders and has no answer yet. */
    allAsked: () => inAnyQueue(keys.prefixes.allAsked),

    /** Ids of what any department uses or tests, or has been asked to. A round trip for each thousand. */
    async allAdopted(): Promise<string[]> {
      const rows = await listed<ListRow>(keys.prefixes.allAdopted);
      return [...new Set(rows.map(({ id }) => id))];
    },

    /**
     * Writes an idea's lists and what time will bring it as this version of the bot makes them, without an event. True when
     * something was written; false where all is as it should be, or somebody else changed the idea first.
     */
    async keepAnew(before: StoredIdea): Promise<boolean> {
      const lists = listRows(before.idea, mornings());
      return !isDeepStrictEqual(lists, before.lists) && replace(before, before.idea, lists);
    },

    /** What waits for anybody in a department. One round trip. */
    open: (department: string): Promise<ListRow[]> => listed(keys.prefixes.open(department)),

    /** Of it so many, the newest first; of a department with more than a thousand, of a thousand. One round trip. */
    async newestOpen(department: string, limit: number): Promise<ListRow[]> {
      const rows = await listed<OpenRow>(keys.prefixes.open(department), MOST_READ);
      return rows.toSorted((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1)).slice(0, limit);
    },

    /** The ideas that are proposed to become a part of this one. One round trip. */
    offers: (into: string): Promise<ListRow[]> => listed(keys.prefixes.offers(into)),

    /** What somebody, or whoever has a queue, has been told of by a comment and not answered yet, the newest idea first. One round trip. */
    talk: (queue: keys.QueueName): Promise<ListRow[]> =>
      listed(keys.prefixes.talk(queue).replace(/\.\|$/, '.'), MOST_TALK),

    /** What happened to ideas in [from, to), in order, without the words. */
    async log(from: Instant, to: Instant): Promise<LoggedEvent[]> {
      const rows = await readRows<LogRow>(table, range(keys.logRange(from, to)));
      const ofIdeas = rows.filter(({ record }) => record === 'idea');
      return ofIdeas.map((row) => ({ id: row.rowKey.split('|')[2] ?? '', event: joinEvent(row, undefined) }));
    },
  };
}

/**
 * What makes one version's list rows into the next one's. "*" is right for them: they change only together with their
 * idea row, in one transaction, and that row's etag guards them all.
 */
function moves(old: Lists, lists: Lists, partitionKey: string): TransactionAction[] {
  const actions: TransactionAction[] = [];
  for (const rowKey of Object.keys(old)) if (!lists[rowKey]) actions.push(['delete', { partitionKey, rowKey }]);
  for (const [rowKey, row] of Object.entries(lists)) {
    const entity = { partitionKey, rowKey, ...row };
    if (!old[rowKey]) actions.push(['create', entity]);
    else if (!isDeepStrictEqual(old[rowKey], row)) actions.push(['update', entity, 'Replace', { etag: '*' }]);
  }
  return actions;
}

const seqOf = (row: StoredRow<object>): number => Number(row.rowKey.split('|')[2]);
