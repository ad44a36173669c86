import type { Calendar } from '../organisation/calendar/calendar.js';
import type { PersonRef } from '../person/person.js';
import { deniedBy, nextEvent, ruledWords } from '../record-decision.js';
import { accept, type Result, refuse } from '../result.js';
import { type Day, dayOf, type Instant } from '../time.js';
import { type ObstacleCommand, type ObstacleCommandType, obstacleRules } from './commands.js';
import { nextDue, untilRefused } from './days.js';
import type { ObstacleEvent, ObstacleEventData, ObstacleEventType } from './events.js';
import type { Obstacle } from './obstacle.js';
import type { ObstacleRole } from './policy.js';
import type { ObstacleRefusal } from './refusal.js';
import { obstacleLimits } from './words.js';

export interface ObstacleActor {
  ref: PersonRef | 'clock';
  roles: ReadonlySet<ObstacleRole>;
  /** Of an obstacle in the making: whether they may say what hinders the idea that meets it. */
  mayName?: boolean;
}

/** What a decision needs to know of the world. */
export interface ObstacleSetting {
  now: Instant;
  timeZone: string;
  calendar: Calendar;
  /** Whether ideas wait for it, where the clock looks. */
  stops?: boolean | undefined;
}

/** What is made to happen, without what every event has. */
type ObstacleMaking = {
  [T in ObstacleEventType]: { type: T; data: ObstacleEventData[T] };
}[ObstacleEventType];

/**
 * What a command makes happen to an obstacle: an event, or a refusal. Pure and total. Rights come before the version and the
 * version before the words, so that nobody learns by trying.
 */
export function decideObstacle(
  command: ObstacleCommand,
  obstacle: Obstacle | undefined,
  actor: ObstacleActor,
  setting: ObstacleSetting,
): Result<ObstacleEvent, ObstacleRefusal> {
  const denied = obstacleDenied(command, obstacle, actor);
  if (denied) return refuse(denied);
  const words = ruledWords(obstacleRules[command.type].words, obstacleLimits, command.words);
  if (!words.ok) return words;
  const today = dayOf(setting.now, setting.timeZone);
  const made = leadsTo(command, obstacle, { ...setting, today });
  if (!made.ok) return made;
  const envelope = { ...nextEvent(obstacle, actor.ref, setting.now, today), words: words.value };
  // `ObstacleMaking` has matched data to type, which a union that is spread does not say any more.
  return accept({ ...made.value, ...envelope } as ObstacleEvent);
}

/** Why this actor cannot give this command now, whatever its words; undefined when they can. */
export function obstacleDenied(
  { type, decisionVersion }: { type: ObstacleCommandType; decisionVersion?: number | undefined },
  obstacle: Obstacle | undefined,
  { roles, mayName }: Pick<ObstacleActor, 'roles' | 'mayName'>,
): ObstacleRefusal | undefined {
  return deniedBy(obstacleRules[type], decisionVersion, obstacle, { roles, mayMake: mayName });
}

/** Whether somebody with these roles could do this now, words aside: what a card offers. */
export const isObstacleOpenTo = (
  type: ObstacleCommandType,
  obstacle: Obstacle,
  roles: ReadonlySet<ObstacleRole>,
): boolean => obstacleDenied({ type }, obstacle, { roles }) === undefined;

function leadsTo(
  command: ObstacleCommand,
  obstacle: Obstacle | undefined,
  { today, calendar, stops }: ObstacleSetting & { today: Day },
): Result<ObstacleMaking, ObstacleRefusal> {
  if (command.type === 'nameObstacle') return accept({ type: 'obstacleNamed', data: command.data });
  // Of no other command there may be no obstacle.
  if (!obstacle) return refuse({ code: 'notFound' });
  switch (command.type) {
    case 'takeObstacle': {
      const { until } = command.data;
      const refused = untilRefused(until, today);
      return refused ? refuse(refused) : accept({ type: 'obstacleTaken', data: { until } });
    }
    case 'releaseObstacle':
      return accept({ type: 'obstacleReleased', data: {} });
    case 'removeObstacle':
      return accept({ type: 'obstacleRemoved', data: {} });
    case 'hideObstacle':
      return accept({ type: 'obstacleHidden', data: {} });
    case 'showObstacle':
      return accept({ type: 'obstacleShown', data: {} });
    case 'bringNext':
      return brought(obstacle, { today, calendar, stops });
    case 'handBackObstacle':
      return obstacle.owner === command.data.owner
        ? accept({ type: 'obstacleKeeperGone', data: {} })
        : refuse({ code: 'notNow' });
  }
}

function brought(
  obstacle: Obstacle,
  { today, calendar, stops }: Pick<ObstacleSetting, 'calendar' | 'stops'> & { today: Day },
): Result<ObstacleMaking, ObstacleRefusal> {
  const due = nextDue(obstacle, calendar);
  if (!due || due.on > today) return refuse({ code: 'notNow' });
  // What stops nothing has been named in vain: its idea met another one, or went on.
  if (due.type === 'obstacleLookedAt') return accept({ type: stops ? due.type : 'obstacleFaded', data: {} });
  if (due.type === 'obstacleFaded') return accept({ type: due.type, data: { forgotten: true } });
  if (due.type !== 'obstacleGivenUp') return accept({ type: due.type, data: {} });
  const { owner } = obstacle;
  // Whoever took care of it has left, and nobody has handed it back: it ends all the same.
  return accept(owner === undefined ? { type: 'obstacleKeeperGone', data: {} } : { type: due.type, data: { owner } });
}
