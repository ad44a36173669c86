import { LAST_REMINDER, type Round } from '../../domain/capability/round.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { placeName } from '../places.js';
import { stageText, whatOf } from '../undertaking/undertaking-words.js';
import { button } from '../verbs.js';
import type { DayNews } from './day.js';
import { ownNews } from './own-news.js';

const plain = { inputs: 'none' } as const;

/** The question, or a reminder of it, in somebody's day card. */
export function surveyNews(
  context: CardContext,
  { year, until }: Pick<Round, 'year' | 'until'>,
  time: number,
): DayNews {
  const { t, language, today } = context;
  const date = dayText(until, language, today);
  const isReminder = time > 0 && time <= LAST_REMINDER;
  return {
    ...ownNews(
      t('capability.heading'),
      t(isReminder ? 'capability.ask.again' : 'capability.ask.first', { date }),
      (row) => button(t('capability.ask.open', { row }), 'surveyScreen', { year, page: 0, below: true }, plain),
    ),
    part: 'asked',
  };
}

/** That a round is over, for those who are to do something about what was said. */
export const resultNews = ({ t }: CardContext, where: { department?: string }): DayNews =>
  ownNews(t('capability.result.title'), t('capability.result.text'), (row) =>
    button(t('capability.result.open', { row }), 'capability', { ...where, below: true }, plain),
  );

/** What a department promises, for those who work there. */
export function promiseNews(context: CardContext, promised: Undertaking): DayNews {
  const { t } = context;
  const place = placeName(context, { department: promised.department });
  return ownNews(
    t('capability.promised.title', { place }),
    [whatOf(context, promised), stageText(context, promised)].join(' · '),
    (row) =>
      button(t('capability.promised.open', { row }), 'undertaking', { undertaking: promised.id, below: true }, plain),
  );
}
