import type { TransactionAction } from '@azure/data-tables';
import type { Deps } from '../../src/app/deps.js';
import type { IdeaEvent } from '../../src/domain/idea/events.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { tracedIn } from '../../src/domain/idea/people/traced.js';
import type { Organisation } from '../../src/domain/organisation/organisation.js';
import { listRows, moves, splitEvent, toIdeaRow } from '../../src/store/idea/idea-rows.js';
import { weekRows } from '../../src/store/idea/lists/week-rows.js';
import { soughtBy } from '../../src/store/idea/sought-events.js';
import * as keys from '../../src/store/keys.js';
import type { Storage } from '../../src/store/storage.js';
import { traceOf } from '../../src/store/traces.js';
import type { Story } from '../samples/idea/story.js';
import { region, without } from '../samples/organisation/organisations.js';

/** How much there is of everything by which a turn could grow. */
export interface TownSize {
  organisation(): Organisation;
  /** Ideas of one person that wait for one department: more than any page shows in either town. */
  ideas: number;
  /** What has been said of each idea on the way: in both a page of comments, in the larger town more than a page of its history. */
  comments: number;
  followers: number;
  /** Who have thanked for each. */
  thanks: number;
}

/** A town with little in it, in which one department has nobody, and one with much of everything. Every list has fewer than a page of storage, in both. */
export const townSizes = {
  small: { organisation: () => without('KLK', 'leaders', 'deputies'), ideas: 24, comments: 8, followers: 3, thanks: 3 },
  large: { organisation: region, ideas: 160, comments: 35, followers: 20, thanks: 20 },
} as const satisfies Record<string, TownSize>;

const MOST_ENTITIES = 100;

type Rows = TransactionAction[];

/** Writes rows as they come, as many together as a transaction takes. */
export async function writeRows({ ideas }: Pick<Storage, 'ideas'>, rows: Rows): Promise<void> {
  for (let from = 0; from < rows.length; from += MOST_ENTITIES)
    await ideas.submitTransaction(rows.slice(from, from + MOST_ENTITIES));
}

type Told = Pick<Story, 'idea' | 'events'>;

/**
 * An idea as its story leaves it, with much between its beginning and what came then: comments of one person, by which its
 * other events have higher numbers. `comment`: the event of this number is the comment that is meant.
 */
export function longStory({ idea, events }: Told, comments: number, by: string, comment?: IdeaEvent): Told {
  const [first, ...rest] = events;
  if (!first) throw new Error('A story begins with an event');
  const said = Array.from(
    { length: comments },
    (_, n): IdeaEvent => ({
      ...({ type: 'commented', seq: first.seq + 1 + n, by, data: {} } as const),
      ...{ at: first.at, day: first.day, to: first.to, words: { comment: `Kommentar ${n}` } },
    }),
  );
  const later = rest.map((event) => (event.adoption === undefined ? { ...event, seq: event.seq + comments } : event));
  const all = [first, ...said, ...later];
  return {
    idea: { ...idea, seq: idea.seq + comments },
    events: comment ? all.map((event) => (event.seq === comment.seq ? comment : event)) : all,
  };
}

/** The rows of an idea and of all that happened to it, as presses would have left them; its adoptions stand in its own row. */
export function rowsOfStory({ settings }: Pick<Deps, 'settings'>, { idea, events }: Told): Rows {
  const { municipality, digest, calendar } = settings();
  const partitionKey = keys.recordsPartition(municipality.code);
  const { id } = idea;
  const lists = listRows(idea, { timeZone: digest.timeZone, calendar });
  const own = events.filter(({ adoption }) => adoption === undefined);
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  const people = [...new Set(events.flatMap(tracedIn))];
  return [
    create(keys.recordKey(id), toIdeaRow(idea, lists)),
    ...moves({}, lists, partitionKey),
    ...own.flatMap((event) => {
      const { row, text } = splitEvent(event);
      return [
        create(keys.eventKey(id, event.seq), { ...row, ...soughtBy(event, idea) }),
        ...(text ? [create(keys.textKey(id, event.seq), text)] : []),
        ...weekRows(idea, event).map(([key, columns]) => create(key, columns)),
      ];
    }),
    ...people.map((person) => traceOf(partitionKey, person, { record: 'idea', id })),
  ];
}

/** Who follows an idea, and who has thanked for it and been counted. */
export function rowsBeside({ settings }: Pick<Deps, 'settings'>, { id }: Idea, size: TownSize): Rows {
  const partitionKey = keys.recordsPartition(settings().municipality.code);
  const create = (rowKey: string, columns: object = {}): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  const some = (count: number, name: string) =>
    Array.from({ length: count }, (_, n) => `p${name}${String(n).padStart(15 - name.length, '0')}`);
  return [
    ...some(size.followers, 'F0110W').map((person) => create(keys.followKey(id, person))),
    ...some(size.thanks, 'THANKS').map((person) =>
      create(keys.reactionKey('thank', id, person), { at: '2026-11-16T07:00:00.000Z', idempotencyKey: `OP.${person}` }),
    ),
  ];
}
