import type { IdeaEvent } from '../domain/idea.js';
import { instantText } from '../text/dates.js';
import { headline, quotes } from './happened.js';
import type { Line } from './paragraphs.js';
import type { Reading } from './reading.js';

/** A card holds this many events with the words of their newest; the record itself is kept whole in storage. */
const MOST_EVENTS = 40;
const MOST_LETTERS = 10_000;

/** Events as lines, newest first: date, what and who, and what was said. For parts/timeline.json. */
export function timeline(reading: Reading, events: readonly IdeaEvent[], most = MOST_EVENTS) {
  const newest = events.toSorted((one, other) => other.seq - one.seq).slice(0, most);
  let room = MOST_LETTERS;
  return newest.map((event) => {
    const words: Line[] = quotes(reading, event).flatMap(({ lines }) => lines);
    room -= words.reduce((sum, { text }) => sum + text.length, 0);
    return {
      date: instantText(event.at, reading.kit.language, reading.kit.timeZone, reading.kit.today),
      what: headline(reading, event),
      words: room >= 0 ? words : [],
    };
  });
}

/** How many events of the record a card leaves out, as a line; none where it shows all. */
export function olderEvents({ kit }: Reading, events: readonly IdeaEvent[]): Line[] {
  const count = events.length - MOST_EVENTS;
  return count > 0 ? [{ text: kit.say('panel.history.older', { count }) }] : [];
}
