import { defineCommand } from '../idea/command.js';
import { startsAgain, without } from '../idea/commands/changes.js';
import { defineEvent } from '../idea/event.js';
import type { Tier } from '../idea/idea.js';
import { forDeciders, happens, stays } from '../idea/standing.js';
import { hinderedIn } from '../idea/waiting/hindered.js';
import { onceBack, pausedOn, type UntilBack } from '../idea/waiting/paused.js';
import { refuse } from '../result.js';

/** `obstacle`: by its id. What stands in the way is said there, once for all ideas that wait for it. */
interface Hindered {
  obstacle: string;
}

/** "Vad hindrar?": those who decide say what keeps an idea from going on, or that it is another thing than they had said. */
export const hinder = defineCommand('hinder')<Hindered>({
  from: hinderedIn,
  by: ['decider'],
  words: {},
  sameVersion: true,
  when: ({ ending }) => ending?.into === undefined,
  leadsTo: (context) =>
    context.idea.obstacle === context.data.obstacle
      ? refuse({ code: 'notNow' })
      : happens(hindered, stays(context), context.data),
});

export const hindered = defineEvent('hindered')<Hindered>({
  changes: (idea, { data }) => ({ ...idea, obstacle: data.obstacle }),
  hears: [],
  wordsOf: 'record',
  leavesRights: true,
});

/** `tier`: who decides on it from now on, of one that had ended; `faded`: nobody has taken care of the obstacle for a year. */
interface ObstacleGone extends UntilBack {
  obstacle: string;
  tier?: Tier;
}

interface Lifting extends ObstacleGone {
  faded?: true;
}

/** What the idea waited for is gone: one that had ended comes back to be read again, and those who decide on any other hear so. */
export const liftObstacle = defineCommand('liftObstacle')<Lifting>({
  from: hinderedIn,
  by: ['clock'],
  words: {},
  sameVersion: false,
  when: ({ obstacle }) => obstacle !== undefined,
  leadsTo: (context) => {
    const { idea, data } = context;
    if (idea.obstacle !== data.obstacle) return refuse({ code: 'notNow' });
    if (data.faded) return happens(obstacleForgotten, stays(context), { obstacle: data.obstacle });
    if (idea.stage !== 'closed') return happens(obstacleLifted, stays(context), { obstacle: data.obstacle });
    const { obstacle, tier, awayUntil } = data;
    if (idea.ending?.into !== undefined || tier === undefined) return refuse({ code: 'notNow' });
    return happens(obstacleLifted, forDeciders(onceBack(context, data), 'submitted'), {
      ...{ obstacle, tier, ...(awayUntil && { awayUntil }) },
    });
  },
});

export const obstacleLifted = defineEvent('obstacleLifted')<ObstacleGone>({
  changes: (idea, { day, data }) =>
    data.tier === undefined ? without(idea, 'obstacle') : { ...startsAgain(idea, data.tier), ...pausedOn(day, data) },
  hears: ['deciders', 'submitter'],
  wordsOf: 'record',
  news: 'reopened',
});

/** It stands in the way still, but nobody follows it any more: the idea waits for nothing, and comes back to nobody. */
export const obstacleForgotten = defineEvent('obstacleForgotten')<{ obstacle: string }>({
  changes: (idea) => without(idea, 'obstacle'),
  hears: [],
  wordsOf: 'record',
  leavesRights: true,
  idle: true,
});
