import type { CardContext, Drawn } from '../../card-context.js';
import { note } from '../../note.js';
import { button } from '../../verbs.js';

/** What stands where a list stood that showed words which are out of sight now. */
export const listChanged = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('listChanged.heading'),
    lines: [context.t('listChanged.what')],
    buttons: [
      button(context.t('button.queue'), 'queue', {}, { inputs: 'none' }),
      button(context.t('button.mine'), 'mine', {}, { inputs: 'none' }),
    ],
  });
