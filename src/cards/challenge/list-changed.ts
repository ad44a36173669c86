import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { button } from '../verbs.js';

/** What stands where a list of challenges stood that showed words which are out of sight now. */
export const challengesChanged = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('listChanged.heading'),
    lines: [context.t('listChanged.what')],
    buttons: [button(context.t('challenge.button.list'), 'challenges', {}, { inputs: 'none' })],
  });
