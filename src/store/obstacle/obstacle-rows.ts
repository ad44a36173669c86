import { nextDue } from '../../domain/obstacle/days.js';
import { type Obstacle, standingStages } from '../../domain/obstacle/obstacle.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';
import { dueRow, type RecordLists } from '../record/record-rows.js';

/** One that stands in the way. */
export const standingKey = (id: string) => `obstacles|standing|${id}`;
export const standing = keys.prefixRange('obstacles|standing|');

const stateOf = ({ words: _, ...state }: Obstacle): Omit<Obstacle, 'words'> => state;

/** Where an obstacle stands in lists, and what time brings it. A pure function of the obstacle. */
export function listsOf(obstacle: Obstacle, { timeZone, calendar }: Mornings): RecordLists {
  const { id, stage, words } = obstacle;
  const due = nextDue(obstacle, calendar);
  const stands = standingStages.some((one) => one === stage);
  const listed = { line: words.line ?? '', state: JSON.stringify(stateOf(obstacle)) };
  return {
    ...(stands && { [standingKey(id)]: listed }),
    ...dueRow('obstacle', id, due?.on, timeZone),
  };
}

/** The obstacle's own row, which names the rows that change with it. */
export const obstacleRow = (partitionKey: string, obstacle: Obstacle, lists: RecordLists) => ({
  ...{ partitionKey, rowKey: keys.recordKey(obstacle.id), record: 'obstacle' },
  ...{ stage: obstacle.stage, department: obstacle.department },
  ...longColumns('state', JSON.stringify(stateOf(obstacle))),
  ...longColumns('words', JSON.stringify(obstacle.words)),
  lists: JSON.stringify(Object.keys(lists)),
});
