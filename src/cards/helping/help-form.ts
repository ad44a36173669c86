import type { AskingForHelp } from '../../app/helping/ask-for-help.js';
import { helpAreas, LONGEST_LINE } from '../../domain/helping/help.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { choiceField, textField } from '../fields.js';
import { officeName } from '../places.js';
import { button } from '../verbs.js';
import { areaText } from './help-words.js';
import { shortForm } from './short-form.js';

export interface HelpFormView extends AskingForHelp {
  /** What stood in it. */
  kept?: { helpArea?: string | undefined; helpWith?: string | undefined };
  fault?: string | undefined;
}

const plain = { inputs: 'none' } as const;

/** "Be om hjälp": with what, in one line; and what has been asked already. */
export function helpForm(context: CardContext, { idea, asks, open, kept = {}, fault }: HelpFormView): Drawn {
  const { t } = context;
  const heading = t('helping.form.heading');
  const canAsk = asks !== 'nobody';
  const card = shortForm(context, {
    heading,
    lines: [idea.words.title, t(`helping.form.asks.${asks}`, { office: officeName(context) })],
    fault,
    fields: canAsk
      ? [
          choiceField({
            ...{ id: 'helpArea', label: t('helping.field.area'), value: kept.helpArea ?? helpAreas[0] },
            ...{ choices: helpAreas.map((value) => ({ title: areaText(context, value), value })), placeholder: '' },
          }),
          textField(
            t,
            { id: 'helpWith', label: 'helping.field.line', limit: LONGEST_LINE },
            { value: kept.helpWith, required: 'helping.noLine', lines: 'one' },
          ),
        ]
      : [],
    buttons: [
      ...(canAsk
        ? [
            button(
              t('button.askForHelp'),
              'askForHelp',
              { idea: idea.id, idempotencyKey: context.mintIdempotencyKey() },
              { style: 'positive' },
            ),
          ]
        : []),
      ...open.map(({ name, area }) =>
        button(
          t('helping.button.asked', { area: areaText(context, area) }),
          'helping',
          { idea: idea.id, help: name },
          plain,
        ),
      ),
      button(t('button.back'), 'panel', { idea: idea.id }, plain),
    ],
  });
  return {
    ...{ card, summary: fault ?? heading },
    ...showsRecords('titles', [{ record: 'idea', id: idea.id, seq: idea.seq }]),
  };
}
