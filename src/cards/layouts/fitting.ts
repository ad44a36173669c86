import { shortened } from '../shortened.js';
import type { Card, Draw } from '../templates.js';

/**
 * As many bytes of JSON, in UTF-8, as a card has at most. A message is to be at most 26 KB (26,624 bytes): what is left is
 * for its summary and the envelope around both, up to 1,500 bytes together.
 */
export const MOST_CARD_BYTES = 25_000;

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** No text is cut to fewer letters: what is left of it has to say something. */
const SHORTEST = 40;

/**
 * Draws cards that Teams takes. Where one would be too large the longest texts on it are cut, all to the same length, and
 * `note` says so at its end. Only what is read is ever cut, never what stands in a field or goes along with a button.
 */
export const fitting = (draw: Draw, note: string): Draw =>
  ((name, data) => fitted(draw(name, data), note)) satisfies Draw;

function fitted(card: Card, note: string): Card {
  const over = bytesOf(card) - MOST_CARD_BYTES;
  if (over <= 0) return card;
  const noted = { ...card, body: [...(card.body as unknown[]), noteOf(note)] };
  const room = lengthThatFits([...readTexts(noted)], bytesOf(noted) - MOST_CARD_BYTES);
  return shortenedTo(noted, room) as Card;
}

/** Whether texts of the card were cut. */
export const isCut = ({ body }: Card): boolean =>
  Array.isArray(body) && (body.at(-1) as { id?: unknown } | undefined)?.id === NOTE;

const NOTE = 'cut';
const noteOf = (text: string) => ({ type: 'TextBlock', id: NOTE, size: 'Small', isSubtle: true, wrap: true, text });

type Node = { readonly [member: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What people wrote, and names: in the runs of texts, and in what is said of a row that can be pressed. */
const isRead = (node: Node, member: string): boolean =>
  (member === 'text' && node.type === 'TextRun') ||
  // Beside the title of a button, which is short: a row's says all that the row shows.
  ((member === 'title' || member === 'tooltip') && String(node.type).startsWith('Action.'));

/** What is sent on, and not read. */
const isSent = (member: string): boolean => member === 'data' || member === 'value' || member === 'url';

function* readTexts(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* readTexts(item);
  if (!isNode(value)) return;
  for (const [member, it] of Object.entries(value)) {
    if (typeof it === 'string' && isRead(value, member)) yield it;
    else if (!isSent(member)) yield* readTexts(it);
  }
}

function shortenedTo(value: unknown, most: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shortenedTo(item, most));
  if (!isNode(value)) return value;
  const entries = Object.entries(value).map(([member, it]) => {
    if (typeof it === 'string') return [member, isRead(value, member) ? shortened(it, most) : it];
    return [member, isSent(member) ? it : shortenedTo(it, most)];
  });
  return Object.fromEntries(entries);
}

/** The greatest length to which the texts have to be cut to save so many bytes; the shortest where that is not enough. */
function lengthThatFits(texts: readonly string[], over: number): number {
  const saves = (most: number): number =>
    texts.reduce((sum, text) => sum + (text.length > most ? bytesOf(text) - bytesOf(shortened(text, most)) : 0), 0);
  let [fits, tooLong] = [SHORTEST, Math.max(SHORTEST, ...texts.map(({ length }) => length))];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (saves(middle) >= over) fits = middle;
    else tooLong = middle;
  }
  return fits;
}
