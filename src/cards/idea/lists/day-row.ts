import type { IdeaView } from '../../../app/idea/idea-view.js';
import { type IdeaEvent, meaningOf, newestEvent } from '../../../domain/idea/events.js';
import { isPutTo } from '../../../domain/idea/notices/asking.js';
import type { Audience } from '../../../domain/idea/notices/audiences.js';
import { isNewIdea } from '../../../domain/idea/notices/notices.js';
import { isDecidedBy } from '../../../domain/idea/notices/urgency.js';
import type { CardContext } from '../../card-context.js';
import { shortened } from '../../shortened.js';
import { button } from '../../verbs.js';
import { happening, headline, wordsSaid } from '../happened.js';
import { stageOf } from '../parts/stage-line.js';
import { type Reading, readingOf, titleFor } from '../reading.js';
import { headlineTogether } from '../told-together.js';
import { queueRow } from './queue-row.js';

/** A quote takes two lines of a phone at most, what a date has brought three. */
const LONGEST_QUOTE = 90;
const LONGEST_NEXT = 160;

/** An event that a day card tells its reader, and as what they hear of it. */
export interface IdeaTold {
  event: IdeaEvent;
  as: Audience;
  /** So many older ones of the same type are told with it by their number. */
  more?: number;
}

/** Those who are asked to look at something, or told to, where it is not theirs to answer on the idea's own way. */
const lookingAfter: ReadonlySet<Audience> = new Set(['deciders', 'waitedFor', 'managers', 'concerned', 'adopters']);

/**
 * What happened to an idea, as rows of its reader's day card, each with the part of the card that it belongs to. Of what is
 * told together the news is one row, which says how much of what there is (told-together.ts).
 */
export function ideaDayRows(context: CardContext, view: IdeaView, told: readonly IdeaTold[]) {
  const reading = readingOf(context, view);
  const news = told.filter((one) => partOf(reading, one) === 'news');
  const newest = news.at(-1);
  const count = news.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
  if (!newest || count === 1) return told.map((one) => ideaDayRow(context, view, reading, one));
  const others = told.filter((one) => !news.includes(one));
  const said = headlineTogether(reading, news);
  const row = ideaDayRow(context, view, reading, newest, said);
  return [...others.map((one) => ideaDayRow(context, view, reading, one)), { ...row, tells: count }];
}

/** `said`: in the place of the event's own headline. */
function ideaDayRow(context: CardContext, view: IdeaView, reading: Reading, told: IdeaTold, said?: string) {
  const { idea, reader, names } = view;
  const { event } = told;
  const part = partOf(reading, told);
  const quote = part === 'new' ? '' : quoteOf(reading, event);
  return {
    part,
    name: newestEvent(idea),
    quotes: quote !== '',
    isOwn: reader.roles.has('submitter'),
    // Each of them is new: its stage says no more, and takes room.
    row:
      part === 'new'
        ? { ...asDayRow(queueRow(context, idea, reader, { names })), tag: [] }
        : toldRow(reading, told, quote, said),
  };
}

/** `waits`: it stands in the reader's own list, which the card shows. */
function partOf(
  { reader, idea, theirTurn }: Reading,
  { event, as }: IdeaTold,
): 'new' | 'waits' | 'decided' | 'asked' | 'news' {
  const { asksBeside, asksWorker, atOnce, gathers, silence } = meaningOf(event);
  // What is said of an idea that waits for the reader asks nothing of them, as a new idea, a question and a reminder do.
  const asks = silence !== undefined || as === 'waitedFor' || atOnce?.includes(as) === true;
  if (asks && theirTurn && isPutTo(event, { ...reader, as }, idea)) return isNewIdea(event, as) ? 'new' : 'waits';
  if (isDecidedBy(event)) return 'decided';
  // What people say of an idea that the reader looks after is news, as it is to all others.
  return asksBeside?.includes(as) || asksWorker || (lookingAfter.has(as) && !gathers) ? 'asked' : 'news';
}

function toldRow(reading: Reading, { event, as }: IdeaTold, quote: string, said = headline(reading, event, as)) {
  const { context, idea } = reading;
  const title = titleFor(reading);
  const stage = stageOf(context, idea);
  const lines = [said, quote, ...nextOf(reading, { event, as })].filter(Boolean);
  // The row's name is all that a screen reader says of it.
  const name = context.t('idea.open', { row: [title, ...lines, stage].join(', ') });
  return {
    title,
    lines: lines.map((text) => ({ text })),
    tag: [{ text: stage }],
    press: button(name, 'open', { idea: idea.id }, { inputs: 'none' }),
  };
}

/** Of what a date has brought also how long it has taken and with whom it lies now: nobody has said anything else. */
const nextOf = (reading: Reading, { event, as }: IdeaTold): string[] =>
  event.by === 'clock' ? happening(reading, event, as).next.map(({ text }) => shortened(text, LONGEST_NEXT)) : [];

/** The beginning of what was said. */
function quoteOf(reading: Reading, event: IdeaEvent): string {
  const [first] = wordsSaid(reading, event);
  const said = first?.lines.map(({ text }) => text).join(' ') ?? '';
  if (said === '' || event.since?.out) return '';
  return reading.context.t('day.quote', { text: shortened(said, LONGEST_QUOTE) });
}

/** A row of a list as one of the day card. */
export const asDayRow = ({ title, stage, about, waits, open }: RowOfList) => ({
  title,
  lines: [...about, ...waits].map(({ text }) => ({ text })),
  tag: [{ text: stage }],
  press: open,
});

type RowOfList = ReturnType<typeof queueRow>;
