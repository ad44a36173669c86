import { z } from 'zod';
import type { ObstacleAct } from '../../app/obstacle/act-on-obstacle.js';
import { day, decisionVersion, idempotencyKey, oneOf, page, recordId, toggle, words } from '../press-data.js';

/** What of an obstacle's card can be open: what somebody writes, or chooses. */
export const obstaclePanels = ['take', 'remove'] as const;
export type ObstaclePanel = (typeof obstaclePanels)[number];

/** Which command a panel sends. */
export const obstacleSends = {
  ...{ take: 'takeObstacle', remove: 'removeObstacle' },
} as const satisfies { readonly [P in ObstaclePanel]: ObstacleAct };

/** The panel in which a command is written; undefined of one that a press alone sends. */
export const obstaclePanelOf = (act: ObstacleAct): ObstaclePanel | undefined =>
  obstaclePanels.find((panel) => obstacleSends[panel] === act);

const acts: { readonly [A in ObstacleAct]: true } = {
  ...{ takeObstacle: true, releaseObstacle: true, removeObstacle: true, hideObstacle: true, showObstacle: true },
};
const obstacleActs = Object.keys(acts) as [ObstacleAct, ...ObstacleAct[]];

/** What the buttons of obstacles send. */
export const obstacleVerbs = {
  /** What stops ideas, for those who may take care of it, a page at a time; `inPlace`: where the page before it stood. */
  obstacles: z.object({ page, inPlace: toggle }),
  /** One of them with what of its card is open, in place; `below`: as a message of its own. */
  obstacle: z.object({ obstacle: recordId, panel: oneOf(obstaclePanels), below: toggle }),
  actOnObstacle: z.object({
    ...{ obstacle: recordId, decisionVersion, idempotencyKey, obstacleAct: z.enum(obstacleActs) },
    ...{ until: day, how: words },
  }),
} as const;
