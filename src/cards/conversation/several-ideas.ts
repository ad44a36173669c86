import { oneLine } from '../../domain/language/tidy.js';
import { buttonRows } from '../button-rows.js';
import type { Drawn, Kit } from '../kit.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';

/** The rest of a longer one is seen in the form. */
const LONGEST_ROW = 200;

/** Several ideas in one message, each as a row that opens it in the form by itself; or it was one, or none. */
export function severalIdeas(kit: Kit, ideas: readonly string[], text: string): Drawn {
  const { say } = kit;
  const card = kit.draw('several-ideas', {
    heading: say('several.heading'),
    hint: say('several.hint'),
    rows: ideas.map((text) => {
      // The row is called what it shows.
      const idea = shortened(oneLine(text), LONGEST_ROW);
      return { idea, open: button(say('button.eachIdea', { idea }), 'form', { text }, { inputs: 'none' }) };
    }),
    buttonRows: buttonRows([button(say('button.oneIdea'), 'form', { text }), button(say('button.no'), 'dismiss', {})]),
  });
  return { card, summary: say('several.summary') };
}
