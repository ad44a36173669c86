import type { Door } from '../../domain/organisation/doors.js';
import { buttonRows } from '../button-rows.js';
import { nameField, placeOf, whoReads } from '../idea/idea-form.js';
import type { Drawn, Kit } from '../kit.js';
import { besideIdea } from '../language/door-words.js';
import { type Line, paragraphs } from '../paragraphs.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';

/** So much of a text is shown again; all of it is still in the chat above, and in the buttons. */
const LONGEST_QUOTE = 500;

export interface Quoted {
  /** At most as long as an idea's problem may be. */
  text: string;
  /** One that was sent beside it and goes along. */
  picture?: string | undefined;
  /** Where the person works; it is asked for where that is not known. */
  department?: string | undefined;
  /** A channel of the municipality's own that it would belong to, had it happened. */
  door?: Door | undefined;
}

/** Text that is no command, quoted back: it may be an idea. What the form says and asks of everybody stands here too. */
export function quote(kit: Kit, { text, picture, department, door }: Quoted): Drawn {
  const { say } = kit;
  const card = kit.draw('quote', {
    heading: say('quote.heading'),
    lines: quoted(text),
    hint: say('quote.hint'),
    place: [placeOf(kit, department)],
    fields: [nameField(say, false)],
    open: whoReads(kit, department),
    beside: besideIdea(kit, door),
    buttonRows: buttonRows([
      button(say('button.sendAsIdea'), 'submitText', { op: kit.mintOp(), text, picture }, { style: 'positive' }),
      button(say('button.editFirst'), 'form', { text, picture }, { inputs: 'none' }),
      button(say('button.no'), 'dismiss', {}, { inputs: 'none' }),
    ]),
  });
  return { card, summary: say('quote.summary', { text: shortened(text.replace(/\s+/g, ' '), 80) }) };
}

/** The beginning of a text, line by line. */
export const quoted = (text: string): Line[] => paragraphs(shortened(text, LONGEST_QUOTE));
