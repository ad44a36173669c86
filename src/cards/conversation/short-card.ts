import { readLabel } from '../../domain/record.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import type { Card } from '../templates.js';
import { button } from '../verbs.js';

/** A card as it was to be shown. */
export type Shown = { card: Card } & { [K in 'summary' | 'gist' | 'about']?: Drawn[K] | undefined };

/**
 * What a card comes down to that Teams has found too large: what it says in one line, where it waits, and one button with
 * which it is opened. `more`: lines below. It shows no version that could be kept up to date.
 */
export function shortCard(
  context: CardContext,
  { card, summary = '', gist = [], about }: Shown,
  more: readonly string[] = [],
): Drawn {
  const { t } = context;
  const shown = about && readLabel(about.card);
  const look = { style: 'positive', inputs: 'none' } as const;
  const { card: short } = note(context, {
    heading: t('short.heading'),
    lines: [
      summary,
      ...gist.filter((line) => line !== summary),
      t(hasFields(card) ? 'short.kept' : 'short.why'),
      ...more,
    ],
    buttons: [
      shown
        ? button(t('button.openShort'), 'open', { idea: shown.id }, look)
        : button(t('button.seeHelp'), 'help', {}, look),
    ],
  });
  return { card: short, summary, ...(about && { about }) };
}

/** Whether somebody may have written into the card: what stands in its fields stands in the chat as well. */
export function hasFields(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasFields);
  if (typeof node !== 'object' || node === null) return false;
  if ('type' in node && node.type === 'Input.Text') return true;
  return Object.values(node).some(hasFields);
}
