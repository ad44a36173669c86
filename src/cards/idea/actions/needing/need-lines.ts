import type { NeedLine } from '../../../../app/idea/record/lines.js';
import { section } from '../../../paragraphs.js';
import { type Button, type ButtonData, button } from '../../../verbs.js';
import type { Reading } from '../../reading.js';
import type { OpenPanel } from '../panels.js';

/** A button for each, and the way back. */
const MOST_SHOWN = 5;

/** What others have written of the idea's problem, each with a button that takes it out of sight. */
export function needLines(reading: Reading, lines: readonly NeedLine[]): { panel: OpenPanel; buttons: Button[] } {
  const { t } = reading.context;
  const shown = lines.slice(0, MOST_SHOWN);
  return {
    panel: {
      title: t('panel.needLines.title'),
      text: [{ text: t(shown.length > 0 ? 'panel.needLines.text' : 'panel.needLines.none') }],
      quotes: shown.flatMap(({ text }, at) => section(t('panel.needLines.line', { number: at + 1 }), text)),
      fields: [],
      fault: [],
    },
    buttons: shown.map((line, at) => hideButton(reading, line, at + 1)),
  };
}

function hideButton({ context, idea }: Reading, { name }: NeedLine, number: number): Button {
  const data: ButtonData<'act'> = {
    idea: idea.id,
    decisionVersion: idea.decisionVersion,
    idempotencyKey: context.mintIdempotencyKey(),
    do: 'hideNeed',
    needLine: name,
  };
  return button(context.t('button.hideNeed', { number }), 'act', data, { style: 'destructive', inputs: 'none' });
}
