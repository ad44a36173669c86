import type { Refusal } from '../../domain/idea/refusal.js';
import { limits } from '../../domain/idea/words.js';
import { buttonRows } from '../button-rows.js';
import { textField } from '../fields.js';
import type { Drawn, Kit } from '../kit.js';
import { refusalText } from '../refusal-text.js';
import { button } from '../verbs.js';

/** What somebody typed as a message and must not be read on as it stands: in a field, with why. `picture`: one that goes along. */
export function typedAgain(
  kit: Kit,
  { text, picture, fault }: { text: string; picture?: string | undefined; fault?: Refusal | undefined },
): Drawn {
  const { say } = kit;
  const heading = say('typed.heading');
  const card = kit.draw('typed-again', {
    heading,
    fault: fault ? [{ text: refusalText(say, fault) }] : [],
    fields: [
      textField(
        say,
        { id: 'text', label: 'typed.text', limit: limits.problem },
        { value: text, required: 'typed.missing' },
      ),
    ],
    buttonRows: buttonRows([button(say('button.goOn'), 'typed', { picture }, { style: 'positive' })]),
  });
  return { card, summary: fault ? refusalText(say, fault) : heading };
}
