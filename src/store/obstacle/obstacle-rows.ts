import type { TransactionAction } from '@azure/data-tables';
import { nextDue } from '../../domain/obstacle/days.js';
import type { ObstacleEvent } from '../../domain/obstacle/events.js';
import { type Obstacle, standingStages } from '../../domain/obstacle/obstacle.js';
import { instantAt } from '../../domain/time.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';

/** Hour of the day at which what a date brings is done: people are at work. */
const MORNING_HOUR = 8;
/** What time brings an obstacle next: one thing at a time. */
export const NEXT = 'next';

/** One that stands in the way. */
export const standingKey = (id: string) => `obstacles|standing|${id}`;
export const standing = keys.prefixRange('obstacles|standing|');

/** The rows that change with an obstacle, by their keys. */
export type ObstacleLists = Readonly<Record<string, object>>;

const stateOf = ({ words: _, ...state }: Obstacle): Omit<Obstacle, 'words'> => state;

/** Where an obstacle stands in lists, and what time brings it. A pure function of the obstacle. */
export function listsOf(obstacle: Obstacle, { timeZone, calendar }: Mornings): ObstacleLists {
  const { id, stage, words } = obstacle;
  const due = nextDue(obstacle, calendar);
  const stands = standingStages.some((one) => one === stage);
  const listed = { line: words.line ?? '', state: JSON.stringify(stateOf(obstacle)) };
  return {
    ...(stands && { [standingKey(id)]: listed }),
    ...(due && { [keys.dueKey(instantAt(due.on, MORNING_HOUR, timeZone), id, NEXT)]: { record: 'obstacle', id } }),
  };
}

/** The obstacle's own row and all that moves with it: its row, whose etag guards it, names what there was. */
export function obstacleEntities(
  partitionKey: string,
  obstacle: Obstacle,
  lists: ObstacleLists,
  had: readonly string[],
): { row: object; moves: TransactionAction[] } {
  const gone = had.filter((rowKey) => !(rowKey in lists));
  return {
    row: {
      ...{ partitionKey, rowKey: keys.recordKey(obstacle.id), record: 'obstacle' },
      ...{ stage: obstacle.stage, department: obstacle.department },
      ...longColumns('state', JSON.stringify(stateOf(obstacle))),
      ...longColumns('words', JSON.stringify(obstacle.words)),
      lists: JSON.stringify(Object.keys(lists)),
    },
    moves: [
      ...gone.map((rowKey): TransactionAction => ['delete', { partitionKey, rowKey }]),
      ...Object.entries(lists).map(([rowKey, columns]): TransactionAction => {
        const entity = { partitionKey, rowKey, ...columns };
        return had.includes(rowKey) ? ['update', entity, 'Replace', { etag: '*' }] : ['create', entity];
      }),
    ],
  };
}

/** An event as it is stored: its words stand apart, so that they can be erased. */
export function obstacleEventEntities(
  partitionKey: string,
  id: string,
  { words, ...body }: ObstacleEvent,
): TransactionAction[] {
  const { seq, at } = body;
  // Says of which kind it is: whoever has typed an id is answered from what an idea of that id would have.
  const row = { body: JSON.stringify(body), record: 'obstacle' };
  const create = (rowKey: string, columns: object): TransactionAction => [
    'create',
    { partitionKey, rowKey, ...columns },
  ];
  return [
    create(keys.eventKey(id, seq), row),
    create(keys.logKey(at, id, seq), row),
    ...(Object.keys(words).length > 0 ? [create(keys.textKey(id, seq), { words: JSON.stringify(words) })] : []),
  ];
}
