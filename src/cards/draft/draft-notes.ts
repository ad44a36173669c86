import { DRAFT_DAYS } from '../../domain/draft/draft.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { button } from '../verbs.js';

/** What somebody wants to send is not there any more. */
export const draftGone = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('draft.gone.heading'),
    lines: [context.t('draft.gone', { days: DRAFT_DAYS })],
    buttons: [button(context.t('button.idea'), 'form', {}, { inputs: 'none', style: 'positive' })],
  });
