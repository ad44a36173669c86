import { byStage, type Method } from '../../../domain/method/methods.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import type { IdeaRowPart } from '../../layouts/parts.js';
import { note } from '../../note.js';
import { button } from '../../verbs.js';
import { fillsText } from './method-card.js';

/** "Så kan ni göra": all methods, by the stage at which each usually helps. */
export function methodList(context: CardContext, { support = false }: { support?: boolean } = {}): Drawn {
  const { t, settings } = context;
  const heading = t('methods.heading');
  if (settings.methods.length === 0)
    return note(context, {
      heading,
      lines: [t('methods.none')],
      buttons: [button(t('button.idea'), 'form', {}, { inputs: 'none' })],
    });
  const card = context.draw('sections', {
    heading,
    about: [t('methods.about'), ...(support ? [t('methods.support')] : [])].join(' '),
    sections: byStage(settings.methods).map(({ stage, methods }) => ({
      heading: t(`stage.${stage}`),
      rows: methods.map((one) => methodRow(context, one)),
      more: [],
    })),
    buttonRows: buttonRows([]),
  });
  return { card, summary: heading };
}

/** One as a row; the whole row opens it. */
function methodRow(context: CardContext, { id, fills, text }: Method): IdeaRowPart {
  const { name, time } = text[context.language];
  const what = fillsText(context, fills);
  return {
    ...{ id: what, title: name, stage: '', about: [{ text: time }], waits: [] },
    open: button([what, name, time].join(', '), 'method', { method: id, page: 0 }, { inputs: 'none' }),
  };
}
