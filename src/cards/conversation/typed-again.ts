import type { Refusal } from '../../domain/idea/refusal.js';
import { limits } from '../../domain/idea/words.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { textField } from '../fields.js';
import { refusalText } from '../refusal-text.js';
import { button } from '../verbs.js';

/** What somebody typed as a message and must not be read on as it stands: in a field, with why. `picture`: one that goes along. */
export function typedAgain(
  context: CardContext,
  { text, picture, fault }: { text: string; picture?: string | undefined; fault?: Refusal | undefined },
): Drawn {
  const { t } = context;
  const heading = t('typed.heading');
  const card = context.draw('typed-again', {
    heading,
    fault: fault ? [{ text: refusalText(t, fault) }] : [],
    fields: [
      textField(
        t,
        { id: 'text', label: 'typed.text', limit: limits.problem },
        { value: text, required: 'typed.missing' },
      ),
    ],
    buttonRows: buttonRows([button(t('button.goOn'), 'typed', { picture }, { style: 'positive' })]),
  });
  return { card, summary: fault ? refusalText(t, fault) : heading };
}
