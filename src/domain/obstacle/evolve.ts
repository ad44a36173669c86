import type { ObstacleEvent } from './events.js';
import type { Obstacle } from './obstacle.js';

/** The obstacle after an event. `id` names the one that a first event creates. */
export function evolveObstacle(before: Obstacle | undefined, event: ObstacleEvent, id = before?.id): Obstacle {
  if (!id) throw new Error('The first event needs the id of its obstacle');
  if (!before) return begun(id, event);
  const after: Obstacle = { ...changed(before, event), seq: event.seq, changedAt: event.at };
  return decidedOn(before) === decidedOn(after) ? after : { ...after, decisionVersion: before.decisionVersion + 1 };
}

function begun(id: string, event: ObstacleEvent): Obstacle {
  if (event.type !== 'obstacleNamed' || event.by === 'clock')
    throw new Error(`An obstacle begins by being named by somebody, not by ${event.type}`);
  const { seq, at, day, by, data, words } = event;
  return {
    ...{ id, seq, decisionVersion: 1, stage: 'open', ...data, words, namedBy: by },
    ...{ restsSince: day, changedAt: at },
  };
}

/** What an event makes of it, beside its number and its time. */
function changed(obstacle: Obstacle, event: ObstacleEvent): Obstacle {
  switch (event.type) {
    case 'obstacleNamed':
      throw new Error('An obstacle is named once');
    case 'obstacleTaken':
      // Time takes care of nothing.
      return event.by === 'clock'
        ? obstacle
        : { ...withoutOwner(obstacle), stage: 'taken', owner: event.by, until: event.data.until };
    case 'obstacleReleased':
    case 'obstacleKeeperGone':
    case 'obstacleGivenUp':
      return { ...withoutOwner(obstacle), stage: 'open', restsSince: event.day };
    case 'obstacleReminded':
      return { ...obstacle, reminded: true };
    case 'obstacleLate':
      return { ...obstacle, late: true };
    case 'obstacleRemoved':
      return { ...obstacle, stage: 'removed', words: { ...obstacle.words, ...event.words } };
    case 'obstacleFaded':
      return { ...obstacle, stage: 'faded' };
    case 'obstacleLookedAt':
      return { ...obstacle, looked: true };
    case 'obstacleHidden':
      return { ...obstacle, hidden: true };
    case 'obstacleShown': {
      const { hidden: _, ...shown } = obstacle;
      return shown;
    }
  }
}

function withoutOwner(obstacle: Obstacle): Obstacle {
  const { owner: _, until: __, reminded: ___, late: ____, ...left } = obstacle;
  return left;
}

/** What somebody decides on when they press a button of its card. */
const decidedOn = ({ stage, owner, until }: Obstacle): string => JSON.stringify([stage, owner, until]);
