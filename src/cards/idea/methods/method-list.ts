import { byStage, type Method } from '../../../domain/method/methods.js';
import { buttonRows, pageButtons } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import type { IdeaRowPart } from '../../layouts/parts.js';
import { note } from '../../note.js';
import { type Button, button } from '../../verbs.js';
import { fillsText } from './method-card.js';

const plain = { inputs: 'none' } as const;

/** So many a page shows: as many as the product comes with. */
const PAGE = 12;

interface MethodListOptions {
  page?: number;
  /** Asked for by a word that also people use who are not well themselves: it says where to turn. */
  support?: boolean;
  /** From whose card it was opened. */
  idea?: string | undefined;
  /** Where else whoever wants to learn can turn. */
  beside?: readonly Button[];
}

/** "Så kan ni göra": the methods, by the stage at which each usually helps. */
export function methodList(
  context: CardContext,
  { page = 0, support = false, idea, beside = [] }: MethodListOptions = {},
): Drawn {
  const { t, settings } = context;
  const heading = t('methods.heading');
  const { eventSystem } = settings;
  const back = idea ? [button(t('method.button.idea'), 'panel', { idea }, plain)] : [];
  if (settings.methods.length === 0) {
    const others = back.length > 0 ? back : [button(t('button.idea'), 'form', {}, plain)];
    return note(context, { heading, lines: [t('methods.none')], buttons: [...others, ...beside] });
  }
  const inOrder = byStage(settings.methods).flatMap(({ methods }) => methods);
  const shown = inOrder.slice(page * PAGE, (page + 1) * PAGE);
  const card = context.draw('methods', {
    heading,
    about: [t('methods.about'), ...(support ? [t('methods.support')] : [])].join(' '),
    sections: byStage(shown).map(({ stage, methods }) => ({
      heading: t(`stage.${stage}`),
      rows: methods.map((one) => methodRow(context, one)),
      more: [],
    })),
    buttonRows: buttonRows([
      ...pageButtons(context, { page, more: inOrder.length > (page + 1) * PAGE }, (title, to) =>
        button(title, 'methods', { page: to, ...(idea && { idea }) }, plain),
      ),
      ...beside,
      ...back,
    ]),
    elsewhere: eventSystem ? [{ links: [{ title: t('meeting.list.web'), url: eventSystem }] }] : [],
  });
  return { card, summary: heading };
}

/** One as a row; the whole row opens it. */
function methodRow(context: CardContext, { id, fills, text }: Method): IdeaRowPart {
  const { name, time } = text[context.language];
  const what = fillsText(context, fills);
  return {
    ...{ id: what, title: name, stage: '', about: [{ text: time }], waits: [] },
    open: button([what, name, time].join(', '), 'method', { method: id, page: 0 }, plain),
  };
}
