import { limits } from '../../domain/idea/words.js';
import type { Translate } from '../../text/index.js';
import { type Field, textField } from '../fields.js';

/**
 * What somebody typed goes along with the buttons that send it on, in the data of each: twice, for a button has a
 * fallback. A long text would make the card too large, so it stands once, in a field that every button sends.
 */
export interface Carried {
  /** For the data of buttons; undefined where the field has it. */
  text: string | undefined;
  /** One or none. */
  fields: Field[];
  /** Of the lines in which the text is quoted, those that are shown. */
  lines: <L>(quoted: L[]) => L[];
}

/** As many bytes as all buttons of a card carry together. */
const MOST_BYTES = 12_000;
/** In a button and in its fallback. */
const COPIES = 2;

/** So many buttons of the card carry the text. */
export function carried(t: Translate, text: string, buttons: number): Carried {
  const bytes = Buffer.byteLength(JSON.stringify(text)) * COPIES * buttons;
  if (bytes <= MOST_BYTES) return { text, fields: [], lines: (quoted) => quoted };
  const field = textField(t, { id: 'text', label: 'typed.text', limit: limits.problem }, { value: text });
  return { text: undefined, fields: [field], lines: () => [] };
}
