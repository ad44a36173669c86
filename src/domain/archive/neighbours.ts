import { type Challenge, unendedStages } from '../challenge/challenge.js';
import type { ChallengeEvent } from '../challenge/events.js';
import type { ObstacleEvent } from '../obstacle/events.js';
import { type Obstacle, standingStages } from '../obstacle/obstacle.js';
import type { Settings } from '../organisation/settings.js';
import { type Day, dayOf } from '../time.js';
import type { UndertakingEvent } from '../undertaking/events.js';
import type { Undertaking } from '../undertaking/undertaking.js';
import { type DestructionRule, yearsBefore } from './ended.js';

/** Records beside the ideas, and what happens to each: they are archived and destroyed by rules of their own. */
export interface BesideIdeas {
  challenge: { record: Challenge; event: ChallengeEvent };
  obstacle: { record: Obstacle; event: ObstacleEvent };
  undertaking: { record: Undertaking; event: UndertakingEvent };
}
export type NeighbourKind = keyof BesideIdeas;
export const neighbourKinds = ['challenge', 'obstacle', 'undertaking'] as const satisfies readonly NeighbourKind[];
export const isNeighbourKind = (name: string): name is NeighbourKind => neighbourKinds.some((one) => one === name);

type AnyNeighbour = BesideIdeas[NeighbourKind]['record'];

/** Those in which something is still to come, whatever the kind. */
const unended: readonly string[] = [...unendedStages, ...standingStages, 'planned'] satisfies AnyNeighbour['stage'][];

/** The rule of the organisation file for records of a kind, however they ended. */
export const neighbourRule = ({ retention }: Pick<Settings, 'retention'>, kind: NeighbourKind) =>
  ({ challenge: retention.challenges, obstacle: retention.obstacles, undertaking: retention.undertakings })[kind];

/** Whether its record is to be archived: it ended before a day. Without a rule for its kind, all that has ended is. */
export const isNeighbourToArchive = (
  { stage, changedAt }: AnyNeighbour,
  rule: ReturnType<typeof neighbourRule>,
  before: Day,
  timeZone: string,
): boolean => !unended.includes(stage) && (rule?.archive ?? true) && dayOf(changedAt, timeZone) < before;

/** What allows records of a kind to be destroyed. */
export interface NeighbourDestruction {
  endedAs: NeighbourKind;
  years: number;
  decision: string;
}

/** By what anything is destroyed. */
export type AnyDestructionRule = DestructionRule | NeighbourDestruction;

/** The rule by which one is to be destroyed on a day, whether it is archived or not; undefined where it is kept. */
export function neighbourDestroyedBy(
  kind: NeighbourKind,
  { stage, changedAt }: AnyNeighbour,
  rule: ReturnType<typeof neighbourRule>,
  { today, timeZone }: { today: Day; timeZone: string },
): NeighbourDestruction | undefined {
  const { destroyAfterYears: years, decision } = rule ?? {};
  if (unended.includes(stage) || years === undefined || decision === undefined) return undefined;
  return dayOf(changedAt, timeZone) < yearsBefore(today, years) ? { endedAs: kind, years, decision } : undefined;
}
