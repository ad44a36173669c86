import type { Week } from '../../domain/time.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import { spanText } from './week.js';

/** How many new ideas and decisions a week had, how many tests ended, and what is late now. */
export type WeekSums = { fresh: number; decisions: number; tested: number; late: number };

/** A week in one row of the day card, which opens it below; without sums, nothing but which week it is. */
export function weekNews(context: CardContext, week: Week, sums?: WeekSums) {
  const { t } = context;
  const title = spanText(context, { week });
  const lines = sums ? [t('day.week', sums)] : [];
  const row = [title, ...lines].join(', ');
  return {
    part: 'week' as const,
    row: {
      title,
      lines: lines.map((text) => ({ text })),
      tag: [],
      press: button(t('idea.open', { row }), 'week', { week, below: true }, { inputs: 'none' }),
    },
  };
}
