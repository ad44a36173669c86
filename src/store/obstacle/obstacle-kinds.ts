import { z } from 'zod';
import { type ObstacleEvent, obstacleEventTypes } from '../../domain/obstacle/events.js';
import { obstacleKinds, obstacleStages } from '../../domain/obstacle/obstacle.js';
import { day, instant } from '../idea/state/idea-state.js';
import { ifReadable, json, rowKind } from '../row-kinds.js';
import type { RowVersions } from '../row-versions.js';
import type { StoredRow } from '../rows.js';

/**
 * How the rows of obstacles are read. What only a newer version knows is kept as it is; a stage for which this version has no rule
 * makes the row one that cannot be read, and a kind for which it has no name is another one.
 */
const text = z.string();
const yes = z.literal(true).exactOptional();
const wordsKept = z.record(z.string(), z.string());

const state = z.looseObject({
  ...{ id: text, seq: z.number(), decisionVersion: z.number(), stage: z.enum(obstacleStages), namedBy: text },
  kind: z.enum(obstacleKinds).catch('other'),
  ...{ department: text, owner: text.exactOptional(), until: day.exactOptional(), restsSince: day },
  ...{ looked: yes, reminded: yes, late: yes, hidden: yes, changedAt: instant },
});

export const obstacleKind = rowKind(
  'obstacle',
  {
    record: z.literal('obstacle'),
    // For those who look into the table: the state has them too.
    ...{ stage: text.exactOptional(), department: text.exactOptional() },
    state: json(state),
    words: json(wordsKept),
    /** Keys of the rows that change with it. */
    lists: json(z.array(text)).default([]),
  },
  { long: ['state', 'words'], joined: true },
);

/** What the list of those that stand in the way tells of one. */
export const standingKind = rowKind('obstacleStanding', { line: text, state: json(state) });

export const obstacleEventKind = rowKind('obstacleEvent', {
  body: json(
    z.looseObject({
      ...{ type: z.enum(obstacleEventTypes), seq: z.number(), at: instant, day, by: text },
      data: z.looseObject({}).default({}),
    }),
  ),
});
/** What a row tells that happened, without words; undefined of what only a newer version knows. */
export const obstacleEventIn = (versions: RowVersions, row: StoredRow<object>): ObstacleEvent | undefined => {
  const body = ifReadable(versions, obstacleEventKind, row)?.body;
  return body && ({ ...body, words: {} } as unknown as ObstacleEvent);
};
export const obstacleTextKind = rowKind('obstacleText', { words: json(wordsKept) });
