import type { IdeaEvent } from '../domain/idea.js';
import { instantText } from '../text/dates.js';
import { headline, quotes } from './happened.js';
import type { Line } from './paragraphs.js';
import type { Reading } from './reading.js';
import { shortened } from './shortened.js';

/** A card holds this many events, with the words of the newest; the record itself is kept whole in storage. */
const MOST_EVENTS = 40;
const MOST_LETTERS = 10_000;

/** So many events stand on the idea card itself, each with the beginning of what was said. */
const NEWEST = 3;
const BEGINNING = 160;

/** All that happened, newest first: date, what and who, and what was said. For parts/timeline.json. */
export function timeline(reading: Reading, events: readonly IdeaEvent[]) {
  let room = MOST_LETTERS;
  return newestOf(events, MOST_EVENTS).map((event) => {
    const words = wordsOf(reading, event);
    room -= words.reduce((sum, { text }) => sum + text.length, 0);
    return { ...entry(reading, event), words: room >= 0 ? words : [] };
  });
}

/** The newest of it in short; the rest is a press away. */
export const newest = (reading: Reading, events: readonly IdeaEvent[]) =>
  newestOf(events, NEWEST).map((event) => {
    const said = wordsOf(reading, event).map(({ text }) => text);
    return { ...entry(reading, event), words: said.length > 0 ? [{ text: shortened(said.join(' '), BEGINNING) }] : [] };
  });

const newestOf = (events: readonly IdeaEvent[], most: number) =>
  events.toSorted((one, other) => other.seq - one.seq).slice(0, most);

const wordsOf = (reading: Reading, event: IdeaEvent): Line[] => quotes(reading, event).flatMap(({ lines }) => lines);

const entry = (reading: Reading, event: IdeaEvent) => ({
  date: instantText(event.at, reading.kit.language, reading.kit.timeZone, reading.kit.today),
  what: headline(reading, event),
});

/** How many events of the record a card leaves out, as a line; none where it shows all. */
export function olderEvents({ kit }: Reading, events: readonly IdeaEvent[]): Line[] {
  const count = events.length - MOST_EVENTS;
  return count > 0 ? [{ text: kit.say('panel.history.older', { count }) }] : [];
}
