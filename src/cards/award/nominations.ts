import type { Nominations } from '../../app/award/nominations.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { dayText } from '../../text/dates.js';
import { pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { readingOf } from '../idea/reading.js';
import { note } from '../note.js';
import { officeName, shortPlaceName } from '../places.js';
import { printedTogether } from '../telling/printed.js';
import { button } from '../verbs.js';
import { className } from './nomination.js';

const plain = { inputs: 'none' } as const;

/** "Nominerade": a page of those of a year, each with its class and why, for the innovation office. */
export function nominationsCard(context: CardContext, view: Nominations): Drawn {
  const { t, today } = context;
  const { all, year, other, page, more } = view;
  const none = year === today.slice(0, 4) ? t('award.list.none') : t('award.list.noneIn', { year });
  const isAny = all.length > 0 || page > 0 || more;
  const drawn = note(context, {
    heading: t('award.list.heading'),
    lines: [
      ...(isAny ? [t('award.list.of', { year }), t('award.list.about')] : [none]),
      ...all.flatMap(({ nomination, idea }) => [
        t('award.list.line', { title: idea.words.title, id: idea.id, class: className(context, nomination.class) }),
        nomination.why,
      ]),
    ],
    buttons: [
      ...(isAny ? [button(t('telling.file'), 'nominations', { file: true, year }, plain)] : []),
      ...pageButtons(context, { page, more }, (title, to) => button(title, 'nominations', { year, page: to }, plain)),
      button(t('award.list.of', { year: other }), 'nominations', { year: other }, plain),
      button(t('button.back'), 'followUp', {}, plain),
    ],
  });
  const records = all.map(({ idea: { id, seq } }) => ({ record: 'idea' as const, id, seq }));
  return { ...drawn, ...showsRecords('quotes', records) };
}

/** The award's form, filled in for each: the need, what is new, what came of it, and how it can spread. As everybody reads the ideas. */
export function awardForms(context: CardContext, { all, year, more }: Nominations): string {
  const { t, settings, language, today } = context;
  const award = settings.award;
  return printedTogether(context, {
    title: award ? nameIn(award.name, language) : t('award.list.heading'),
    lead: [
      t('award.form.lead', { count: all.length }),
      t('award.list.of', { year }),
      ...(more ? [t('award.form.more')] : []),
    ].join(' '),
    all: all.map(({ nomination, idea: stored }) => {
      const { idea } = readingOf(context, { idea: stored, reader: { ref: '', roles: new Set() }, names: new Map() });
      const { words, answers, ending, core } = idea;
      const part = (heading: string, text: string | undefined) => (text ? [{ heading, text }] : []);
      return {
        title: words.title,
        lead: t('award.form.of', {
          class: className(context, nomination.class),
          place: shortPlaceName(context, { department: idea.department }),
        }),
        parts: [
          ...part(t('award.form.need'), words.problem),
          ...part(t('award.form.new'), words.solution ?? answers.activity ?? ending?.done ?? ending?.tried),
          ...part(t('award.form.result'), answers.outcome ?? ending?.done ?? ending?.lesson ?? answers.learned),
          ...part(t('award.form.spread'), [core?.same, core?.first].filter(Boolean).join('\n')),
          ...part(t('award.form.why'), nomination.why),
        ],
        end: '',
      };
    }),
    end: t('telling.became.end', {
      place: officeName(context),
      municipality: settings.municipality.name,
      day: dayText(today, language, ''),
    }),
  });
}
