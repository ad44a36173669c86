import type { Door } from '../../domain/organisation/doors.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { doorWords, linkTo } from '../organisation/door-words.js';
import { type Asker, otherwise } from './question-answer.js';

/**
 * What somebody has written belongs to a channel of the municipality's own, which comes first and is one press away; where there
 * is none, whom to tell. That the bot takes in no report is said in any case. It may be an idea all the same.
 */
export function doorCard(context: CardContext, door: Door, asked: Pick<Asker, 'text' | 'awaited'>): Drawn {
  const { t } = context;
  const truth = doorWords(context, door);
  const { fields, buttons } = otherwise(context, asked);
  const card = context.draw('door', {
    heading: t(`door.${door.matter ?? 'own'}`),
    truth,
    kept: t('door.kept'),
    links: linkTo(context, door),
    fields,
    buttonRows: buttonRows(buttons),
  });
  return { card, summary: truth };
}
