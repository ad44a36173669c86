import { buttonRows } from './button-rows.js';
import type { Drawn, Kit } from './kit.js';
import { type Line, paragraphs } from './paragraphs.js';
import { shortened } from './shortened.js';
import { button } from './verbs.js';

/** So much of a text is shown again; all of it is still in the chat above, and in the buttons. */
const LONGEST_QUOTE = 500;

/**
 * Text that is no command, quoted back: it may be an idea. At most as long as an idea's problem may be. `picture`: one that
 * was sent beside it and goes along.
 */
export function quote(kit: Kit, text: string, picture?: string): Drawn {
  const { say } = kit;
  const card = kit.draw('quote', {
    heading: say('quote.heading'),
    lines: quoted(text),
    hint: say('quote.hint'),
    buttonRows: buttonRows([
      button(say('button.sendAsIdea'), 'submitText', { op: kit.mintOp(), text, picture }, { style: 'positive' }),
      button(say('button.editFirst'), 'form', { text, picture }),
      button(say('button.no'), 'dismiss', {}),
    ]),
  });
  return { card, summary: say('quote.summary', { text: shortened(text.replace(/\s+/g, ' '), 80) }) };
}

/** The beginning of a text, line by line. */
export const quoted = (text: string): Line[] => paragraphs(shortened(text, LONGEST_QUOTE));
