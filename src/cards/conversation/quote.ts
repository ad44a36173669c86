import type { Door } from '../../domain/organisation/doors.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { nameField, placeChosen, whoReads } from '../idea/idea-form.js';
import { besideIdea } from '../organisation/door-words.js';
import { type Line, paragraphs } from '../paragraphs.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';
import { carried } from './carried.js';

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
export function quote(context: CardContext, { text, picture, department, door }: Quoted): Drawn {
  const { t } = context;
  const along = carried(t, text, 2);
  const card = context.draw('quote', {
    heading: t('quote.heading'),
    lines: along.lines(quoted(text)),
    hint: t('quote.hint'),
    place: placeChosen(context, department),
    fields: [...along.fields, nameField(t, false)],
    open: whoReads(context, department),
    beside: besideIdea(context, door),
    buttonRows: buttonRows([
      button(
        t('button.sendAsIdea'),
        'submitText',
        { idempotencyKey: context.mintIdempotencyKey(), text: along.text, picture },
        { style: 'positive' },
      ),
      button(
        t('button.editFirst'),
        'form',
        { text: along.text, picture },
        { inputs: along.text === undefined ? 'auto' : 'none' },
      ),
      button(t('button.no'), 'dismiss', {}, { inputs: 'none' }),
    ]),
  });
  return { card, summary: t('quote.summary', { text: shortened(text.replace(/\s+/g, ' '), 80) }) };
}

/** The beginning of a text, line by line. */
export const quoted = (text: string): Line[] => paragraphs(shortened(text, LONGEST_QUOTE));
