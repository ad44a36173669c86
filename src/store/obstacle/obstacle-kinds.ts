import { z } from 'zod';
import { type ObstacleEvent, obstacleEventTypes } from '../../domain/obstacle/events.js';
import { obstacleKinds, obstacleStages } from '../../domain/obstacle/obstacle.js';
import { day, instant } from '../idea/state/idea-state.js';
import {
  eventColumns,
  eventsIn,
  recordColumns,
  recordLengths,
  text,
  textColumns,
  yes,
} from '../record/record-kinds.js';
import { json, rowKind } from '../row-kinds.js';

/** How the rows of obstacles are read, beside what all records have (record/record-kinds.ts). A kind for which this version has no name is another one. */
const state = z.looseObject({
  ...{ id: text, seq: z.number(), decisionVersion: z.number(), stage: z.enum(obstacleStages), namedBy: text },
  kind: z.enum(obstacleKinds).catch('other'),
  ...{ department: text, owner: text.exactOptional(), until: day.exactOptional(), restsSince: day },
  ...{ looked: yes, reminded: yes, late: yes, hidden: yes, changedAt: instant },
});

export const obstacleKind = rowKind(
  'obstacle',
  { record: z.literal('obstacle'), ...recordColumns(state) },
  recordLengths,
);

/** What the list of those that stand in the way tells of one. */
export const standingKind = rowKind('obstacleStanding', { line: text, state: json(state) });

export const obstacleEventKind = rowKind('obstacleEvent', eventColumns(obstacleEventTypes));
export const obstacleEventIn = eventsIn<ObstacleEvent>(obstacleEventKind);
export const obstacleTextKind = rowKind('obstacleText', textColumns);
