import type { IdeaView } from '../../app/idea/idea-view.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { dayText } from '../../text/dates.js';
import { listText } from '../../text/lists.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { amountText } from '../idea/parts/answers.js';
import { type Reading, readingOf, titleFor } from '../idea/reading.js';
import { paragraphs } from '../paragraphs.js';
import { shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';
import type { OutwardPart, OutwardText } from './outward-text.js';

/** So many letters of each text, of which there are at most seven, go on half a page; the whole stands on the idea's card. */
const LONGEST_PART = 280;
/** So many departments that use it are told by name. */
const MOST_PLACES = 6;

/**
 * "Så blev det": half a page on an idea that is used or has ended, for whoever does not know it. In the words in which everybody
 * in the municipality reads it, and without names of people.
 */
export function howItBecame(context: CardContext, view: IdeaView): OutwardText {
  const { t, settings, language, today } = context;
  const reading = readingOf(context, view);
  const { words, ending, answers, stage, department, money } = reading.idea;
  const place = shortPlaceName(context, { department });
  const part = (heading: string, text: string | undefined): OutwardPart[] =>
    text ? [{ heading, text: shortened(text, LONGEST_PART) }] : [];
  const did = ending?.done ?? ending?.tried ?? words.solution ?? answers.activity;
  const learned = answers.learned ?? ending?.lesson;
  const used = Number(answers.used ?? Number.NaN);
  const cost = Number.isFinite(used) && money?.granted !== undefined ? amountText(context, used) : undefined;
  return {
    title: titleFor(reading),
    lead: t(`telling.became.${stage === 'inUse' ? 'used' : 'ended'}`, { place }),
    parts: [
      ...part(t('telling.became.need'), words.problem),
      ...part(t('telling.became.did'), did),
      ...part(t('telling.became.happened'), answers.outcome ?? ending?.done),
      ...part(t('telling.became.learned'), learned),
      ...(learned ? [] : part(t('telling.became.why'), ending?.reason)),
      ...part(t('telling.became.cost'), cost),
      ...part(t('telling.became.where'), stage === 'inUse' ? placesText(reading) : undefined),
    ].filter(({ text }, at, all) => all.findIndex((one) => one.text === text) === at),
    end: t('telling.became.end', {
      place,
      municipality: settings.municipality.name,
      day: dayText(today, language, ''),
    }),
  };
}

/** "Vård och omsorg, sedan 3 december", and others by name. */
function placesText({ context, idea }: Reading): string {
  const { t, language, today, directory } = context;
  const since = idea.adoptions[idea.department]?.start;
  const own = shortPlaceName(context, { department: idea.department });
  const others = Object.entries(idea.adoptions)
    .filter(([code, { status }]) => code !== idea.department && status === 'using')
    .map(([code]) => {
      const found = directory.department(code);
      return found ? nameIn(found.name, language) : code;
    })
    .sort((one, other) => one.localeCompare(other, language));
  const more = others.length - MOST_PLACES;
  const named = more > 1 ? [...others.slice(0, MOST_PLACES), t('telling.became.more', { count: more })] : others;
  const first = since ? t('telling.became.since', { place: own, day: dayText(since, language, today) }) : own;
  return listText([first, ...named], language);
}

/** The same as a message, to be copied. */
export function howItBecameCard(context: CardContext, view: IdeaView): Drawn {
  const { t } = context;
  const { id, seq } = view.idea;
  const told = howItBecame(context, view);
  const heading = t('telling.became.heading');
  const lines = [
    t('telling.copy'),
    told.title,
    told.lead,
    ...told.parts.flatMap((one) => [one.heading, one.text]),
    told.end,
  ];
  const card = context.draw('note', {
    heading,
    lines: lines.flatMap(paragraphs),
    buttonRows: buttonRows([
      button(t('telling.file'), 'howItBecame', { idea: id, file: true }, { inputs: 'none' }),
      button(t('telling.open'), 'open', { idea: id }, { inputs: 'none' }),
    ]),
    links: [],
  });
  return {
    ...{ card, summary: `${heading}: ${told.title}` },
    ...showsRecords('quotes', [{ record: 'idea', id, seq }]),
  };
}
