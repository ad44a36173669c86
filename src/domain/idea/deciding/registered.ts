import type { IdeaEvent } from '../events.js';
import type { Stage } from '../stages.js';
import { isDecision } from './decisions.js';

/** As what a decision is told to those who keep the records: on money, or that an idea begins to be tried, is taken in use or ends. */
export const registeredParts = ['money', 'begun', 'inUse', 'ended'] as const;
export type RegisteredPart = (typeof registeredParts)[number];

const partOfStage: { readonly [S in Stage]?: RegisteredPart } = {
  ...{ doing: 'begun', piloting: 'begun', scaling: 'begun' },
  ...{ inUse: 'inUse', closed: 'ended' },
};

/** Whether an event is a decision on money or hours. */
export const isOnMoney = ({ type }: Pick<IdeaEvent, 'type'>): boolean => type === 'granted' || type === 'moneyDeclined';

/**
 * As what an event is to be registered; undefined where it is not. `before`: the idea's stage when it happened. What becomes
 * a part of another idea goes on there, and what another department does with it changes no stage.
 */
export function registeredAs(event: IdeaEvent, before: Stage | undefined): RegisteredPart | undefined {
  if (!isDecision(event) || event.adoption !== undefined || event.type === 'merged') return undefined;
  if (isOnMoney(event)) return 'money';
  return event.to.stage === before ? undefined : partOfStage[event.to.stage];
}
