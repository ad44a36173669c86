import type { Idea } from '../../../domain/idea/idea.js';
import { type Stage, stageNames, stageRow, stepCount } from '../../../domain/idea/stages.js';
import type { CardContext } from '../../card-context.js';

/** The stage in one word. */
export const stageWord = ({ t }: CardContext, stage: Stage): string => t(`stage.${stage}`);

/** The same of an idea, which says of one that ended as it had been agreed that it did. */
export const stageOf = (context: CardContext, { stage, ending }: Pick<Idea, 'stage' | 'ending'>): string =>
  stage === 'closed' && ending?.asAgreed ? context.t('stage.closedAsAgreed') : stageWord(context, stage);

/** "Idé K7M4QX · Steg 3 av 6, Planeras": which idea it is and where on its way, of one that has left the way in a word. */
export function stageLine(context: CardContext, id: string, stage: Stage, word = stageWord(context, stage)): string {
  const { step } = stageRow(stage);
  const where = step === undefined ? word : context.t('stage.progress', { step, count: stepCount, stage: word });
  return `${context.t('idea.id', { id })} · ${where}`;
}

/** Several stages may be the same step; the last in the table is the usual one. */
const usualAt = (step: number): Stage | undefined => stageNames.findLast((name) => stageRow(name).step === step);

/** What usually comes after a stage: the next step, or from a short cut (a stage beside the usual one) the end of the way. */
const nextAfter = (stage: Stage, step: number): Stage | undefined =>
  usualAt(usualAt(step) === stage ? step + 1 : stepCount);

/** "Testas": what usually comes after the stage. Empty at the end of the way and beside it. */
export function nextStageWord(context: CardContext, stage: Stage): string {
  const { step } = stageRow(stage);
  const next = step === undefined ? undefined : nextAfter(stage, step);
  return next ? stageWord(context, next) : '';
}
