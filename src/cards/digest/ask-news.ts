import type { Day } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import type { DayNews } from './day.js';
import { ownNews } from './own-news.js';

/** No idea has come of what somebody else has written, of which the reader asked on this day: neither why nor of what is known any more. */
export function askEndedNews({ t, language, today }: CardContext, asked: Day): DayNews {
  return ownNews(t('day.askEnded.title'), t('day.askEnded', { date: dayText(asked, language, today) }), (row) =>
    button(t('day.askEnded.open', { row }), 'form', {}, { inputs: 'none' }),
  );
}
