import type { PersonRef } from '../person/person.js';
import type { NoData } from '../record.js';
import type { Day, Instant } from '../time.js';
import type { Obstacle } from './obstacle.js';
import type { ObstacleWords } from './words.js';

/** What an event holds beside its words: references, codes and days only. */
export interface ObstacleEventData {
  obstacleNamed: Pick<Obstacle, 'kind' | 'department'>;
  /** Somebody takes care of it, or sets another day for that. */
  obstacleTaken: { until: Day };
  obstacleReleased: NoData;
  /** Whoever took care of it does not work here any more. */
  obstacleKeeperGone: NoData;
  obstacleReminded: NoData;
  /** The day is past by a week, and those who may take care of it hear so. */
  obstacleLate: NoData;
  /** So late that nobody takes care of it: `owner` did. */
  obstacleGivenUp: { owner: PersonRef };
  obstacleRemoved: NoData;
  /** `forgotten`: nobody has taken care of it for a year; else no idea waits for it. */
  obstacleFaded: { forgotten?: true };
  /** Ideas wait for it, a while after it was named. */
  obstacleLookedAt: NoData;
  obstacleHidden: NoData;
  obstacleShown: NoData;
}

export type ObstacleEventType = keyof ObstacleEventData;

const types: { readonly [T in ObstacleEventType]: true } = {
  ...{ obstacleNamed: true, obstacleTaken: true, obstacleReleased: true, obstacleKeeperGone: true },
  ...{ obstacleReminded: true, obstacleLate: true, obstacleGivenUp: true, obstacleRemoved: true },
  ...{ obstacleFaded: true, obstacleLookedAt: true, obstacleHidden: true, obstacleShown: true },
};
export const obstacleEventTypes = Object.keys(types) as ObstacleEventType[];

/** Something that happened to an obstacle: insert-only, the record of it. */
export interface ObstacleHappened<T extends ObstacleEventType> {
  type: T;
  seq: number;
  /** Later than the previous event's, whatever the clocks say. */
  at: Instant;
  /** The date that people have then. */
  day: Day;
  by: PersonRef | 'clock';
  data: ObstacleEventData[T];
  /** What people wrote. Stored apart, so that it can be erased and the record stays whole. */
  words: ObstacleWords;
}

export type ObstacleEvent = { [T in ObstacleEventType]: ObstacleHappened<T> }[ObstacleEventType];
