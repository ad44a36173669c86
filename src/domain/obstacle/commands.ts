import type { PersonRef } from '../person/person.js';
import type { NoData } from '../record.js';
import type { RecordCommand, RecordRule } from '../record-decision.js';
import type { Day } from '../time.js';
import { type Obstacle, obstacleStages, standingStages } from './obstacle.js';
import type { ObstacleRole } from './policy.js';
import type { ObstacleWordKey, ObstacleWords } from './words.js';

/** What a command holds beside its words. */
export interface ObstacleCommandData {
  nameObstacle: Pick<Obstacle, 'kind' | 'department'>;
  /** "Jag tar hand om hindret"; by whoever does already: another day. */
  takeObstacle: { until: Day };
  releaseObstacle: NoData;
  removeObstacle: NoData;
  hideObstacle: NoData;
  showObstacle: NoData;
  /** What comes of itself. */
  bringNext: NoData;
  /** Whoever takes care of it does not work here any more. */
  handBackObstacle: { owner: PersonRef };
}

export type ObstacleCommandType = keyof ObstacleCommandData;

export type ObstacleCommand = RecordCommand<ObstacleCommandData, ObstacleWords>;

/** Who may give a command, in which stages, and in which words. */
export type ObstacleRule = RecordRule<Obstacle, ObstacleRole, ObstacleWordKey>;

/** While somebody takes care of it that is theirs alone, but for the office, where what nobody finishes ends up. */
const isTheirs = ({ stage }: Obstacle, roles: ReadonlySet<ObstacleRole>): boolean =>
  stage === 'open' || roles.has('owner') || roles.has('office');

export const obstacleRules: { readonly [T in ObstacleCommandType]: ObstacleRule } = {
  nameObstacle: { from: [], by: [], sameVersion: false, words: { line: 'required' } },
  takeObstacle: { from: standingStages, by: ['keeper', 'owner'], sameVersion: true, words: {}, when: isTheirs },
  releaseObstacle: { from: ['taken'], by: ['owner'], sameVersion: true, words: {} },
  removeObstacle: {
    ...{ from: standingStages, by: ['keeper', 'owner'], sameVersion: true },
    ...{ words: { how: 'optional' }, when: isTheirs },
  },
  hideObstacle: {
    ...{ from: obstacleStages, by: ['keeper'], sameVersion: false, words: {} },
    when: ({ hidden }) => !hidden,
  },
  showObstacle: {
    ...{ from: obstacleStages, by: ['keeper'], sameVersion: false, words: {} },
    when: ({ hidden }) => hidden === true,
  },
  bringNext: { from: standingStages, by: ['clock'], sameVersion: false, words: {} },
  handBackObstacle: { from: ['taken'], by: ['clock'], sameVersion: false, words: {} },
};
