import type { Day } from '../../../domain/time.js';
import { dayText } from '../../../text/dates.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { note } from '../../note.js';
import { officeName } from '../../places.js';
import { button } from '../../verbs.js';

/** Somebody who answers for the department has said that its leader is away. */
export const awaySet = (context: CardContext, until: Day): Drawn =>
  note(context, {
    heading: context.t('posts.awaySet.heading'),
    lines: [
      context.t('posts.awaySet.text', { day: dayText(until, context.language, context.today) }),
      context.t('posts.awaySet.undo', { office: officeName(context) }),
    ],
    buttons: [button(context.t('posts.awaySet.button'), 'settings', {}, { inputs: 'none' })],
  });
