import type { HelpView } from '../../app/helping/help-view.js';
import type { HelpNews } from '../../domain/helping/help.js';
import type { CardContext } from '../card-context.js';
import { areaText } from '../helping/help-words.js';
import { button } from '../verbs.js';
import type { DayNews } from './day.js';
import { ownNews } from './own-news.js';

/** What is news of a question for help, in a row that opens it. */
export function helpNews(context: CardContext, { help, idea }: HelpView, news: HelpNews): DayNews {
  const { t } = context;
  const text =
    news === 'thanks'
      ? t('helping.told.thanks.text', { thanks: help.thanks ?? '' })
      : t('helping.told.text', { area: areaText(context, help.area), title: idea.words.title });
  const row = ownNews(t(`helping.told.${news}`), text, (title) =>
    button(title, 'helping', { idea: help.idea, help: help.name, below: true }, { inputs: 'none' }),
  );
  const asksThem = news === 'asked' || news === 'desk';
  return {
    ...row,
    ...(asksThem && { part: 'asked' }),
    name: { record: 'idea', id: idea.id, seq: idea.seq },
    alone: true,
    quotes: news === 'thanks',
  };
}
