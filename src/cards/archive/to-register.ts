import type { DaysDecisions, ToldDecision } from '../../app/archive/registry.js';
import { dayText } from '../../text/dates.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { headline } from '../idea/happened.js';
import { titleFor } from '../idea/reading.js';
import { placeName } from '../places.js';
import { button } from '../verbs.js';
import { readingOfDecision } from './decision-told.js';

const plain = { inputs: 'none' } as const;

/** The decisions of a day that are to be registered, each of which opens its idea with its record. */
export function toRegisterCard(context: CardContext, view: DaysDecisions): Drawn {
  const { t, language, today } = context;
  const { day, decisions, names, page, more } = view;
  const heading = t('registry.day.heading');
  const card = context.draw('registry', {
    ...{ heading, place: dayText(day, language, today) },
    about: [{ text: t(decisions.length > 0 ? 'registry.day.about' : 'registry.day.none') }],
    rows: decisions.map((one) => decisionRow(context, one, names)),
    buttonRows: buttonRows([
      ...pageButtons(context, { page, more }, (title, to) => button(title, 'toRegister', { day, page: to }, plain)),
      button(t('registry.delegated.heading'), 'delegated', {}, plain),
    ]),
  });
  const records = decisions.map(({ idea: { id, seq } }) => ({ record: 'idea' as const, id, seq }));
  return { ...{ card, summary: heading }, ...showsRecords('titles', records) };
}

function decisionRow(context: CardContext, { event, idea, department }: ToldDecision, names: DaysDecisions['names']) {
  const reading = readingOfDecision(context, { idea }, names);
  const title = context.t('registry.day.row', { id: idea.id, title: titleFor(reading) });
  const text = [placeName(context, { department }), headline(reading, event)].join(' · ');
  return { title, text, press: button(`${title}, ${text}`, 'open', { idea: idea.id }, plain) };
}
