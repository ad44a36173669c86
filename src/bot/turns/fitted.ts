import type { Drawn } from '../../cards/card-context.js';
import { bytesOf, isCut, MOST_CARD_BYTES } from '../../cards/layouts/fitting.js';
import { type FieldName, fields } from '../../domain/idea/fields.js';
import { limits } from '../../domain/idea/words.js';

/** No value that has no limit of its own (a date, an amount, an address, a code) is as long as this. */
const LONGEST_VALUE = 300;
/** Each try cuts one text; a form has fewer that can be too long. */
const TRIES = 8;

/** How long the text of this field may be when it is right. */
function limitOf(name: string): number {
  if (Object.hasOwn(limits, name)) return limits[name as keyof typeof limits];
  const field = Object.hasOwn(fields, name) ? fields[name as FieldName] : undefined;
  return field?.kind === 'text' ? field.limit : LONGEST_VALUE;
}

/**
 * A form with all that was written in it, or with as much as a card can carry. Only what is longer than its field allows
 * is ever cut, and never to less than one character more than that: what was right comes back whole, and what was too
 * long still is.
 */
export function fitted<Written extends object>(written: Written, draw: (written: Written) => Drawn): Drawn {
  let kept = written;
  let drawn = draw(kept);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    // Where what is read beside the form had to be cut, nobody knows by how much it was too large.
    const over = isCut(drawn.card) ? MOST_CARD_BYTES : bytesOf(drawn.card) - MOST_CARD_BYTES;
    const longest = over > 0 ? mostTooLong(kept) : undefined;
    if (!longest) return drawn;
    const [name, text] = longest;
    const room = Math.floor(text.length * Math.max(0, 1 - over / bytesOf(text)));
    const cut = text.slice(0, Math.max(limitOf(name) + 1, Math.min(room, text.length - 1))).toWellFormed();
    kept = { ...kept, [name]: cut };
    drawn = draw(kept);
  }
  return drawn;
}

/** The text that is farthest above its limit. */
function mostTooLong(written: object): [string, string] | undefined {
  return Object.entries(written)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .filter(([name, text]) => text.length > limitOf(name) + 1)
    .sort(([one, text], [other, another]) => another.length - limitOf(other) - (text.length - limitOf(one)))[0];
}
