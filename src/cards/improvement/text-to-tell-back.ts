import type { IdeaView } from '../../app/idea/idea-view.js';
import { dayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { readingOf, titleFor } from '../idea/reading.js';
import { paragraphs } from '../paragraphs.js';
import { shortPlaceName } from '../places.js';
import { button } from '../verbs.js';

/**
 * "Ni berättade … nu …": for those who had the problem and are not on Teams, or do not follow the idea, to be copied into a mail, a letter or a notice on
 * a wall. In the words in which everybody in the municipality reads the idea.
 */
export function textToTellBack(context: CardContext, view: IdeaView): Drawn {
  const { t, settings, language, today } = context;
  const reading = readingOf(context, view);
  const { id, seq, words, ending, answers, department, adoptions } = reading.idea;
  const done = ending?.done ?? answers.outcome ?? words.solution;
  const since = adoptions[department]?.start;
  const place = shortPlaceName(context, { department });
  const text = [
    t('improvement.text.told'),
    words.problem,
    ...(done ? [t('improvement.text.now'), done] : []),
    since
      ? t('improvement.text.since', { place, date: dayText(since, language, today) })
      : t('improvement.text.used', { place }),
    t('improvement.text.better'),
    t('improvement.text.thanks'),
    t('improvement.text.from', { place, municipality: settings.municipality.name }),
  ];
  const heading = t('improvement.text.heading');
  const card = context.draw('note', {
    heading,
    lines: [{ text: t('improvement.text.about') }, ...text.flatMap(paragraphs)],
    buttonRows: buttonRows([button(t('improvement.text.open'), 'open', { idea: id }, { inputs: 'none' })]),
    links: [],
  });
  return {
    ...{ card, summary: `${heading}: ${titleFor(reading)}` },
    ...showsRecords('quotes', [{ record: 'idea', id, seq }]),
  };
}
