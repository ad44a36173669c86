import { type IdeaEvent, inTime } from '../../../domain/idea/events.js';
import { instantText } from '../../../text/dates.js';
import { listText } from '../../../text/lists.js';
import { bytesOf } from '../../layouts/fitting.js';
import type { Line } from '../../paragraphs.js';
import { postIn } from '../../person/post-names.js';
import { shortened } from '../../shortened.js';
import { eventValues } from '../event-values.js';
import { headline, notes, sentence, wordsSaid } from '../happened.js';
import type { Reading } from '../reading.js';

/** A card holds so many rows, with the words of the newest; the record itself is kept whole in storage. */
const MOST_ROWS = 40;
const MOST_BYTES = 9000;

/** So many rows stand on the idea card itself, each with the beginning of what was said. */
const NEWEST = 3;
const BEGINNING = 160;
/** Talk is told shorter than decisions: a long conversation must not push them off the card. */
const LONGEST_COMMENT = 300;

/** All that happened, newest first: date, what and who, and what was said. For parts/timeline.json. */
export function timeline(reading: Reading, events: readonly IdeaEvent[]) {
  const fits = roomFor(MOST_BYTES);
  return rowsOf(events)
    .slice(0, MOST_ROWS)
    .map((row) => {
      const words = wordsOf(reading, row);
      const told = row[0].type === 'commented' ? inShort(words, LONGEST_COMMENT) : words;
      return { ...entry(reading, row), words: fits(told) ? told : [] };
    });
}

/** The newest of it in short; the rest is a press away. `above`: texts that stand on the card already. */
export const newest = (reading: Reading, events: readonly IdeaEvent[], above: ReadonlySet<string> = new Set()) =>
  rowsOf(events)
    .slice(0, NEWEST)
    .map((row) => ({ ...entry(reading, row), words: inShort(wordsOf(reading, row, above), BEGINNING) }));

/** How many events of the record a card leaves out, as a line; none where it shows all. */
export function olderEvents({ context }: Reading, events: readonly IdeaEvent[]): Line[] {
  const count = rowsOf(events).slice(MOST_ROWS).flat().length;
  return count > 0 ? [{ text: context.t('panel.history.older', { count }) }] : [];
}

/** Events that are told of in one row, the newest first. */
type TimelineRow = readonly [IdeaEvent, ...IdeaEvent[]];

/** The rows of a record, newest first: what one person filled in at a stretch is one, and so is a stretch of thanks. */
function rowsOf(events: readonly IdeaEvent[]): TimelineRow[] {
  const rows: [IdeaEvent, ...IdeaEvent[]][] = [];
  for (const event of events.toSorted(inTime).toReversed()) {
    const last = rows.at(-1);
    if (last && belongTogether(last[0], event)) last.push(event);
    else rows.push([event]);
  }
  return rows;
}

const belongTogether = (one: IdeaEvent, other: IdeaEvent): boolean =>
  one.type === other.type && (one.type === 'thanked' || (one.type === 'filled' && one.by === other.by));

const entry = (reading: Reading, row: TimelineRow) => ({
  date: [dateOf(reading, row[0]), ...postIn(reading.context, row[0])].join(' · '),
  what: whatOf(reading, row),
});

function whatOf(reading: Reading, row: TimelineRow): string {
  const { context } = reading;
  const [event] = row;
  if (row.length === 1) return headline(reading, event);
  if (event.type === 'thanked') {
    // Somebody may thank more than once: it is persons that are told of.
    const count = new Set(row.map(({ by }) => by)).size;
    return count === 1 ? headline(reading, event) : context.t('happened.thanked', { count });
  }
  const parts = new Set(row.toReversed().map((one) => String(eventValues(reading, one).what)));
  return sentence(reading, event, 'event.filled', { what: listText([...parts], context.language) });
}

export const dateOf = ({ context }: Reading, { at }: IdeaEvent): string =>
  instantText(at, context.language, context.timeZone, context.today);

/** What was said and noted, line by line, each part of it with what it is about where that is not plain; without what stands `above`. */
const wordsOf = (reading: Reading, [event]: TimelineRow, above: ReadonlySet<string> = new Set()): Line[] => [
  ...wordsSaid(reading, event).flatMap(({ heading: [heading], lines }) =>
    lines
      .filter(({ text }) => !above.has(text))
      .map(({ text }, at) => ({
        text: heading && at === 0 ? reading.context.t('happened.headed', { heading: heading.text, text }) : text,
      })),
  ),
  ...notes(reading, event).filter(({ text }) => !above.has(text)),
];

const inShort = (words: readonly Line[], most: number): Line[] =>
  words.length > 0 ? [{ text: shortened(words.map(({ text }) => text).join(' '), most) }] : [];

/** Whether some lines still fit into so many bytes together; once some did not, nothing older does. */
export function roomFor(bytes: number): (lines: readonly Line[]) => boolean {
  let room = bytes;
  return (lines) => {
    room -= lines.reduce((sum, { text }) => sum + bytesOf(text), 0);
    return room >= 0;
  };
}
