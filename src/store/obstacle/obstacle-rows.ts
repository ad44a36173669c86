import { nextDue } from '../../domain/obstacle/days.js';
import { type Obstacle, standingStages } from '../../domain/obstacle/obstacle.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { dueRow, type RecordLists } from '../record/record-rows.js';
import { stateOf } from '../record/record-states.js';

/** One that stands in the way. */
export const standingKey = (id: string) => `obstacles|standing|${id}`;
export const standing = keys.prefixRange('obstacles|standing|');

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
