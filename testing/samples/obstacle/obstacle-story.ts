import type { ObstacleCommand } from '../../../src/domain/obstacle/commands.js';
import { decideObstacle, type ObstacleActor, type ObstacleSetting } from '../../../src/domain/obstacle/decide.js';
import type { ObstacleEvent } from '../../../src/domain/obstacle/events.js';
import { evolveObstacle } from '../../../src/domain/obstacle/evolve.js';
import type { Obstacle, ObstacleKind } from '../../../src/domain/obstacle/obstacle.js';
import { alwaysOpen } from '../../../src/domain/organisation/calendar/calendar.js';

/** An obstacle from the day on which somebody names it, as those who meet it and take it out of the way. */

export const OBSTACLE_ID = '0BSTAC';

/** At eight in the morning, in Sweden, of a day. */
export const on = (day: string): ObstacleSetting => ({
  stops: true,
  ...{ now: `${day}T07:00:00.000Z`, timeZone: 'Europe/Stockholm', calendar: alwaysOpen },
});
export const namedOn = on('2026-11-16');

export const namer: ObstacleActor = { ref: 'pLEADER', roles: new Set(['namer', 'keeper'] as const), mayName: true };
export const keeper: ObstacleActor = { ref: 'pOTHER', roles: new Set(['keeper']) };
export const owner: ObstacleActor = { ref: 'pOTHER', roles: new Set(['owner', 'keeper'] as const) };
export const office: ObstacleActor = { ref: 'pOFFICE', roles: new Set(['keeper', 'office'] as const) };
export const anybody: ObstacleActor = { ref: 'pANYBODY', roles: new Set() };
export const clock: ObstacleActor = { ref: 'clock', roles: new Set(['clock']) };

export const LINE = 'Hemtjänstens planeringssystem saknar en koppling till larmen.';

export const naming = (line = LINE, kind: ObstacleKind = 'system'): ObstacleCommand => ({
  ...{ type: 'nameObstacle', data: { kind, department: 'VOO' }, words: { line } },
});
export const takes = (until = '2027-02-01'): ObstacleCommand => ({
  ...{ type: 'takeObstacle', data: { until }, words: {} },
});
export const releases: ObstacleCommand = { type: 'releaseObstacle', data: {}, words: {} };
export const removes = (how?: string): ObstacleCommand => ({
  ...{ type: 'removeObstacle', data: {}, words: how === undefined ? {} : { how } },
});
export const hides: ObstacleCommand = { type: 'hideObstacle', data: {}, words: {} };
export const shows: ObstacleCommand = { type: 'showObstacle', data: {}, words: {} };
export const passes: ObstacleCommand = { type: 'bringNext', data: {}, words: {} };
export const handsBack = (person: string): ObstacleCommand => ({
  ...{ type: 'handBackObstacle', data: { owner: person }, words: {} },
});

export type ObstacleStep = readonly [ObstacleActor, ObstacleCommand, ObstacleSetting?];

/** What these steps have made, and the events; each must be one that may be taken. */
export function obstacleAfter(...steps: readonly ObstacleStep[]): { obstacle: Obstacle; events: ObstacleEvent[] } {
  const events: ObstacleEvent[] = [];
  let obstacle: Obstacle | undefined;
  for (const [actor, command, setting = namedOn] of steps) {
    const decided = decideObstacle(command, obstacle, actor, setting);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`);
    events.push(decided.value);
    obstacle = evolveObstacle(obstacle, decided.value, OBSTACLE_ID);
  }
  if (!obstacle) throw new Error('Nothing happened');
  return { obstacle, events };
}

export const open = (): Obstacle => obstacleAfter([namer, naming()]).obstacle;
export const taken = (): Obstacle => obstacleAfter([namer, naming()], [keeper, takes()]).obstacle;
export const removed = (): Obstacle =>
  obstacleAfter([namer, naming()], [keeper, takes()], [owner, removes('Kopplingen finns i den nya versionen.')])
    .obstacle;
