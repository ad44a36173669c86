import type { PersonRef } from '../person/person.js';
import type { Day, Instant } from '../time.js';
import type { ObstacleWords } from './words.js';

/** What keeps ideas from going on: rules, a system, a contract, money of another year, people's time, what somebody else decides. */
export const obstacleKinds = ['rules', 'system', 'procurement', 'money', 'staff', 'decision', 'other'] as const;
export type ObstacleKind = (typeof obstacleKinds)[number];

/**
 * Where an obstacle is on its way: nobody takes care of it, or somebody does; it is gone, or nobody has taken care of it for a year.
 */
export const obstacleStages = ['open', 'taken', 'removed', 'faded'] as const;
export type ObstacleStage = (typeof obstacleStages)[number];

/** Those in which it still stands in the way. Every other one is an end. */
export const standingStages = ['open', 'taken'] as const satisfies readonly ObstacleStage[];

/** Something that keeps ideas from going on, of whatever departments. Which ideas, they say themselves. */
export interface Obstacle {
  id: string;
  /** The number of its newest event. */
  seq: number;
  /** Rises when its stage, whoever takes care of it or their day changes: an older card is answered with the present one. */
  decisionVersion: number;
  stage: ObstacleStage;
  kind: ObstacleKind;
  words: ObstacleWords;
  namedBy: PersonRef;
  /** Code of the department whose idea met it first. */
  department: string;
  /** Who takes care of it, by their own press: nobody is asked to. */
  owner?: PersonRef;
  /** The day by which they mean to have done it. */
  until?: Day;
  /** Since when nobody takes care of it; of one that somebody does, the day before that. */
  restsSince: Day;
  /** Whoever takes care of it has been reminded on their day; and later, others have heard that it is past. */
  reminded?: true;
  late?: true;
  /** It stopped some idea a while after it was named: one that stops none has been named in vain. */
  looked?: true;
  /** Its words are shown to nobody but those who may take care of it. */
  hidden?: true;
  changedAt: Instant;
}
