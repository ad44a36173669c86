import type { Stops } from '../../app/obstacle/obstacle-view.js';
import type { Obstacle } from '../../domain/obstacle/obstacle.js';
import type { ObstacleRefusal } from '../../domain/obstacle/refusal.js';
import { obstacleLimits } from '../../domain/obstacle/words.js';
import type { Day } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';

/** What stands in the way, in somebody's words; that it is hidden, where nobody shows it. */
export const lineOf = ({ t }: CardContext, { words, hidden }: Pick<Obstacle, 'words' | 'hidden'>): string =>
  hidden || !words.line ? t('obstacle.hidden') : words.line;

export const dateText = ({ language, today }: CardContext, day: Day | undefined): string =>
  day === undefined ? '' : dayText(day, language, today);

/** What stands above its line: whether anybody takes care of it, or how it ended. */
export const stageText = (context: CardContext, { stage, until }: Pick<Obstacle, 'stage' | 'until'>): string =>
  context.t(`obstacle.head.${stage}`, { date: dateText(context, until) });

/** Whether it stops more than the one idea that met it, where that is. */
export const isShared = ({ ideas, departments }: Stops): boolean => ideas > 1 || departments > 1;

/** "Samma hinder stoppar 11 idéer i 6 förvaltningar." */
export const stopsText = ({ t }: CardContext, { ideas, departments }: Stops): string =>
  t('obstacle.stops', { ideas, departments });

/** Why something was not done, in words for the one who met it. */
export function obstacleRefusal({ t }: CardContext, refusal: ObstacleRefusal): string {
  if (refusal.code === 'wordsMissing' || refusal.code === 'wordsTooLong') {
    const { code, field } = refusal;
    return t(`refusal.${code}`, { field: t(`obstacle.field.${field}`), limit: obstacleLimits[field] });
  }
  return t(`obstacle.refusal.${refusal.code}`);
}
