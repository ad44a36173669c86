import type { Day } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import type { DayNews } from './day.js';

/** No idea has come of what somebody else has written, of which the reader asked on this day: neither why nor of what is known any more. */
export function askEndedNews({ t, language, today }: CardContext, asked: Day): DayNews {
  const title = t('day.askEnded.title');
  const text = t('day.askEnded', { date: dayText(asked, language, today) });
  return {
    part: 'news',
    row: {
      title,
      lines: [{ text }],
      tag: [],
      press: button(t('day.askEnded.open', { row: `${title}. ${text}` }), 'form', {}, { inputs: 'none' }),
    },
  };
}
