import { oneLine } from '../../domain/language/tidy.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';

/** The rest of a longer one is seen in the form. */
const LONGEST_ROW = 200;
/** A text stands in a card four times: in two buttons, each with its fallback. */
const MOST_BYTES = 4500;

/** Whether a card has room for the ideas as rows: each goes along with its row, and all of them with "Det är en idé". */
export const hasRoomFor = (text: string): boolean => Buffer.byteLength(JSON.stringify(text)) <= MOST_BYTES;

/** Several ideas in one message, each as a row that opens it in the form by itself; or it was one, or none. */
export function severalIdeas(context: CardContext, ideas: readonly string[], text: string): Drawn {
  const { t } = context;
  const card = context.draw('several-ideas', {
    heading: t('several.heading'),
    hint: t('several.hint'),
    rows: ideas.map((text) => {
      // The row is called what it shows.
      const idea = shortened(oneLine(text), LONGEST_ROW);
      return { idea, open: button(t('button.eachIdea', { idea }), 'form', { text }, { inputs: 'none' }) };
    }),
    buttonRows: buttonRows([button(t('button.oneIdea'), 'form', { text }), button(t('button.no'), 'dismiss', {})]),
  });
  return { card, summary: t('several.summary') };
}
