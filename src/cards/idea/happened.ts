import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { Audience, Stop } from '../../domain/idea/notices/audiences.js';
import { isNewIdea, stopsOf } from '../../domain/idea/notices/notices.js';
import type { WordKey } from '../../domain/idea/words.js';
import { capitalised } from '../../domain/language/tidy.js';
import type { Day } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import { isTextKey, type TextKey, type Values } from '../../text/index.js';
import { type Line, type Section, section } from '../paragraphs.js';
import { officeName, shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { eventValues, labelsOf } from './event-values.js';
import { grantedText } from './parts/answers.js';
import { asksReader, waitsForText } from './parts/turn-band.js';
import { atStart, type Reading } from './reading.js';

/** As what the reader hears of an event: its audience, the one who did it, or somebody who only looks on. */
export type Hearer = Audience | 'actor' | 'onlooker';

/** What a card tells of, and as what its reader hears of it. */
export interface Told {
  event: IdeaEvent;
  as: Hearer;
}

/** What happened in one sentence: in words for this hearer where there are such, else in the third person. */
export function headline(reading: Reading, event: IdeaEvent, as?: Hearer): string {
  // A form that was saved empty has taken away what was there: nothing is saved, and the card shows what is missing.
  if (as === 'actor' && event.type === 'filled' && Object.keys(event.words).length === 0) {
    return sentence(reading, event, 'happened.emptied');
  }
  if (event.type === 'hiddenRead' && event.data.whole) return sentence(reading, event, 'event.hiddenRead.whole');
  // What was decided outside was not decided by the one who noted it.
  const outside = `event.outside.${event.type}`;
  if (wasOutside(event) && isTextKey(outside)) return sentence(reading, event, outside);
  const later =
    event.type === 'followUpAsked' && (event.data.months ?? 0) >= 12 && as !== undefined && as !== 'onlooker';
  const others = meaningOf(event).reaction && 'others' in event.data ? (event.data.others ?? 0) : 0;
  const several = others > 0;
  const own = later ? `notice.${event.type}.later` : several ? `notice.${event.type}.${as}.several` : '';
  return sentence(reading, event, isTextKey(own) ? own : (wordsFor(event, as) ?? `event.${event.type}`));
}

/** The day on which it was decided outside, of what was only noted here. */
const wasOutside = ({ data }: IdeaEvent): { on: Day } | undefined => ('outside' in data ? data.outside : undefined);

/** Whose idea is a part of this one, and who takes part in solving its problem, reads what followers read, where there is nothing of their own. */
const wordsFor = ({ type }: IdeaEvent, as: Hearer | undefined, part = ''): TextKey | undefined =>
  [
    `notice.${type}.${as}${part}`,
    ...(as === 'joined' || as === 'partners' ? [`notice.${type}.followers${part}`] : []),
  ].find(isTextKey);

/** A text in the words that it has for a test that takes hours and no money, where it has such and that is so. */
function ofHours(reading: Reading, event: IdeaEvent, key: TextKey): TextKey {
  const hours = `${key}.hours`;
  return isTextKey(hours) && eventValues(reading, event).takes === 'hours' ? hours : key;
}

/** A text about an event; `values` go before what the event itself says. */
export function sentence(reading: Reading, event: IdeaEvent, key: TextKey, values: Values = {}): string {
  const text = reading.context.t(key, eventValues(reading, event, values));
  // "den som skickade in idén" may begin a sentence; a name is shown as its owner writes it.
  const isNamed = labelsOf(reading, event).some(({ text: name, known }) => known && text.startsWith(name));
  return isNamed ? text : capitalised(text);
}

/** What people say with an event, in the order in which it is read. The idea's own words and its answers stand elsewhere. */
const spoken = [
  'question',
  'answer',
  'comment',
  'progress',
  'thanks',
  'opinion',
  'need',
  'done',
  'went',
  'tried',
  'lesson',
  'reason',
  'tryAgain',
  'coreSame',
  'coreOwn',
  'coreFirst',
  'ownWay',
  'better',
] as const satisfies readonly WordKey[];
/** What needs a word of its own to be understood, also where nothing else was said. */
const alwaysNamed: ReadonlySet<WordKey> = new Set(['tried', 'lesson', 'tryAgain']);
/** What is noted beside it. */
const noted = ['contact', 'taker', 'diary'] as const satisfies readonly WordKey[];
/** All that a history shows of what was written with an event. */
export const spokenWords: readonly WordKey[] = [...spoken, ...noted];

/** What was said when it happened, as far as the reader may read it; of a comment that is out of sight, that it is. */
export function wordsSaid({ context, saidIn }: Reading, event: IdeaEvent): Section[] {
  const words = saidIn(event);
  const said = spoken.filter((key) => words[key]);
  const { out } = event.since ?? {};
  if (out && said.length === 0) return section('', context.t(`happened.comment.${out}`));
  return said.flatMap((key) => {
    const heading = said.length > 1 || alwaysNamed.has(key) ? context.t(`happened.${key}`) : '';
    return section(heading, words[key]);
  });
}

/** What was noted with it: "Diarienummer: VOO 2026-0412"; what a decision on money rests on; where and when one was taken. */
export function notes({ context, nameOf, saidIn }: Reading, event: IdeaEvent): Line[] {
  const { data } = event;
  const words = saidIn(event);
  const line = (key: (typeof noted)[number] | 'delegation', text: string | undefined): Line[] =>
    text ? [{ text: context.t('happened.headed', { heading: context.t(`happened.${key}`), text }) }] : [];
  const outside = wasOutside(event);
  const where = outside && {
    ...{ date: dayText(outside.on, context.language, context.today), who: nameOf(event.by).text },
  };
  return [
    ...noted.flatMap((key) => line(key, words[key])),
    ...line('delegation', 'delegation' in data ? data.delegation : undefined),
    ...(where ? [{ text: context.t('happened.outside', where) }] : []),
  ];
}

/** The same as one quote, for parts/said.json. One or none. */
export type QuotedWords = { sections: Section[]; notes: Line[] };

export function quotedOf(reading: Reading, event: IdeaEvent): QuotedWords[] {
  const quote = { sections: wordsSaid(reading, event), notes: notes(reading, event) };
  return quote.sections.length + quote.notes.length > 0 ? [quote] : [];
}

export const tellsResult = (event: IdeaEvent): boolean => meaningOf(event).tellsResult === true;

/** What the test gave and taught, and what of the money it took; of an idea that was not tested nothing. */
function resultOf(reading: Reading): QuotedWords[] {
  const { t } = reading.context;
  const { outcome, learned } = reading.idea.answers;
  const granted = grantedText(reading);
  if (!outcome) return [];
  return [
    {
      sections: [...section(t('stake.outcome'), outcome), ...section(t('stake.learned'), learned)],
      notes: granted ? [{ text: granted }] : [],
    },
  ];
}

/** What stands on top of a card that tells of something: what happened, the words, what happens now. */
export type EventNews = { headline: string; answers: Section[]; said: QuotedWords[]; next: Line[] };

/** Of what is answered so much is shown again, and so much where something is asked beside it. */
const LONGEST_QUOTE = 300;
const LONGEST_BESIDE = 120;

/** The question or comment that this answers: "Du frågade: …". One or none. */
function answered(reading: Reading, { seq, adoption }: IdeaEvent): Section[] {
  const { context, idea, reader, nameOf } = reading;
  const { replied } = idea;
  if (replied?.seq !== seq || adoption !== undefined) return [];
  const { as, by, text } = replied.to;
  const who = by === reader.ref ? 'me' : 'other';
  const heading = context.t(`happened.${as}.${who}`, { who: atStart(nameOf(by)) });
  const asked = shortened(text, asksReader(reading) ? LONGEST_BESIDE : LONGEST_QUOTE);
  return section('', context.t('happened.headed', { heading, text: asked }));
}

export function happening(reading: Reading, event: IdeaEvent, as: Hearer): EventNews {
  const words = wordsFor(event, as, '.next');
  const key = as === 'actor' && wasOutside(event) ? 'event.outside.next' : words && ofHours(reading, event, words);
  return {
    headline: headline(reading, event, as),
    answers: answered(reading, event),
    said: [...quotedOf(reading, event), ...(as !== 'actor' && tellsResult(event) ? resultOf(reading) : [])],
    next: key ? [{ text: sentence(reading, event, key) }] : [],
  };
}

/** The receipt of a new idea, one's own or a colleague's; `officeInstead` says why the innovation office gets it. */
export function receipt(reading: Reading, officeInstead: boolean): EventNews {
  const { context, idea } = reading;
  const values = {
    waits: waitsForText(reading),
    date: idea.answerBy ? dayText(idea.answerBy, context.language, context.today) : '',
    department: shortPlaceName(context, { department: idea.department }),
    office: officeName(context),
  };
  const own = !idea.askedColleagues?.some(({ as }) => as === 'submitter');
  const next = officeInstead ? 'receipt.officeInstead' : 'notice.submitted.actor.next';
  return {
    headline: context.t(own ? 'notice.submitted.actor' : 'receipt.colleague'),
    answers: [],
    said: [],
    next: [{ text: context.t(own ? next : 'receipt.colleague.next', values) }],
  };
}

/** How to get no more of it, where that is not a matter of the settings in general. */
const howToStop: { readonly [S in Stop]: TextKey } = {
  reminders: 'notice.stop.reminders',
  comments: 'notice.stop.comments',
  followed: 'notice.stop.followers',
};

/** Whether the reader could choose to get no such message, or to get it later. */
export const canBeStopped = ({ event, as }: Told): boolean =>
  as !== 'actor' && as !== 'onlooker' && (isNewIdea(event, as) || stopsOf(event, as).length > 0);

/** Why the reader gets this message, and where to choose. None for the one who acted or looks on: that is an answer. */
export function whyTold(reading: Reading, event: IdeaEvent, as: Hearer): Line[] {
  if (as === 'actor' || as === 'onlooker') return [];
  const { context, idea } = reading;
  // Whoever is asked to take on a task does not have it yet.
  const pending = (as === 'driver' || as === 'doer' || as === 'owner') && idea[as]?.accepted === false;
  const own = `notice.why.${event.type}`;
  const key = ofHours(reading, event, isTextKey(own) ? own : `notice.why.${as}`);
  const why = context.t(key, eventValues(reading, event, { pending: String(pending) }));
  const [stop] = stopsOf(event, as);
  const general = isNewIdea(event, as) ? 'notice.stop.newIdeas' : 'notice.stop';
  return [{ text: `${why} ${context.t(stop ? howToStop[stop] : general)}` }];
}
