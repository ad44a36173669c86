import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { toggleField } from '../fields.js';
import { button } from '../verbs.js';

/** Before the office takes out the whole municipality: whether people are to stand in it by name, and that this is noted. */
export function exportForm(context: CardContext): Drawn {
  const { t } = context;
  const heading = t('figures.followUp.export');
  const card = context.draw('form', {
    ...{ heading, fault: [], about: t('export.form.about') },
    fields: [toggleField('names', t('export.form.names'), t('export.form.names.yes'), false)],
    buttonRows: buttonRows([
      button(heading, 'exportFile', {}, { style: 'positive' }),
      button(t('button.back'), 'followUp', {}, { inputs: 'none' }),
    ]),
  });
  return { card, summary: heading };
}
