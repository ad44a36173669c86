import { isOpenToEverybody } from '../../../../domain/idea/reading/visibility.js';
import { lineField } from '../../../fields.js';
import { button } from '../../../verbs.js';
import type { Reading } from '../../reading.js';
import type { OpenPanel } from '../panels.js';

/** Longer than any address of ours. */
const LONGEST = 400;

/** Where everybody may read the idea: its link opens it in the reader's own chat, and unfolds in others'. */
const addressOf = ({ context, idea }: Reading): string | undefined =>
  isOpenToEverybody(idea) ? context.linkTo(idea.id) : undefined;

/** "Kopiera länken till idén", for parts/details.json. One or none. */
export function linkWord(reading: Reading) {
  const { context, idea } = reading;
  if (addressOf(reading) === undefined) return [];
  const press = button(context.t('button.link'), 'panel', { idea: idea.id, panel: 'link' }, { inputs: 'none' });
  return [{ word: press.title, press }];
}

/** The link in a field, for there every client lets people mark and copy it: no action of a card can. */
export function linkPanel(reading: Reading): OpenPanel | undefined {
  const value = addressOf(reading);
  if (value === undefined) return undefined;
  const { t } = reading.context;
  const field = lineField({ id: 'link', label: t('field.link'), value, placeholder: '', limit: LONGEST });
  return {
    title: t('panel.link.title'),
    text: [{ text: t('panel.link.text') }],
    quotes: [],
    fields: [field],
    fault: [],
  };
}
