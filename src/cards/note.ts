import { buttonRows } from './button-rows.js';
import type { CardContext, Drawn } from './card-context.js';
import type { Button } from './verbs.js';

/** A short message that stays where a card was, with somewhere to go from it. */
export interface NoteProps {
  heading: string;
  /** May hold what people wrote. */
  lines: readonly string[];
  buttons?: readonly Button[];
  links?: readonly { title: string; url: string }[];
}

/** Its summary is its first line, which says what happened. */
export function note(context: CardContext, { heading, lines, buttons = [], links = [] }: NoteProps): Drawn {
  const card = context.draw('note', {
    heading,
    lines: lines.map((text) => ({ text })),
    buttonRows: buttonRows(buttons),
    links: [...links],
  });
  return { card, summary: lines[0] ?? heading };
}
