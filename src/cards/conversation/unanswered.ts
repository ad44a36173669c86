import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { button } from '../verbs.js';
import { type Asker, otherwise } from './question-answer.js';
import { quoted } from './quote.js';

/** A question that the bot has no answer to: who has, and that it may be an idea. It is never sent as one by the first button. */
export function unanswered(context: CardContext, asked: Pick<Asker, 'text' | 'awaited'>): Drawn {
  const { t } = context;
  const { fields, buttons, lines } = otherwise(context, asked);
  const card = context.draw('unanswered', {
    heading: t('ask.unanswered'),
    lines: lines(quoted(asked.text)),
    fields,
    hint: t('ask.unanswered.what'),
    buttonRows: buttonRows([
      button(t('button.leader'), 'leader', {}, { style: 'positive', inputs: 'none' }),
      ...buttons,
    ]),
  });
  return { card, summary: t('ask.unanswered') };
}
