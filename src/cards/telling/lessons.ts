import type { LessonsOfYear } from '../../app/telling/lessons-of-year.js';
import type { Idea } from '../../domain/idea/idea.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { readingOf, titleFor } from '../idea/reading.js';
import { officeName, shortPlaceName } from '../places.js';
import type { OutwardText } from './outward-text.js';
import { printedTogether } from './printed.js';

/** "Årets lärdomar": what was tested and learned in a year, as one page to print. Nobody is named. */
export function lessonsBooklet(context: CardContext, { year, ideas, more }: LessonsOfYear): string {
  const { t, settings, language, today } = context;
  return printedTogether(context, {
    title: t('telling.lessons.title', { year: String(year), municipality: settings.municipality.name }),
    lead: [t('telling.lessons.lead', { count: ideas.length }), ...(more ? [t('telling.lessons.more')] : [])].join(' '),
    all: ideas.map((idea) => lessonOf(context, idea)),
    end: t('telling.became.end', {
      place: officeName(context),
      municipality: settings.municipality.name,
      day: dayText(today, language, ''),
    }),
  });
}

function lessonOf(context: CardContext, idea: Idea): OutwardText {
  const { t } = context;
  // As everybody reads it.
  const reading = readingOf(context, { idea, reader: { ref: '', roles: new Set() }, names: new Map() });
  const { ending, answers, words, department } = reading.idea;
  const part = (heading: string, text: string | undefined) => (text ? [{ heading, text }] : []);
  return {
    title: titleFor(reading),
    lead: shortPlaceName(context, { department }),
    parts: [
      ...part(t('telling.became.need'), words.problem),
      ...part(t('telling.became.did'), ending?.tried ?? answers.activity),
      ...part(t('telling.became.learned'), ending?.lesson),
    ],
    end: '',
  };
}
