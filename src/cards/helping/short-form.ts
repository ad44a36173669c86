import { buttonRows } from '../button-rows.js';
import type { CardContext } from '../card-context.js';
import type { Field } from '../fields.js';
import type { Card } from '../templates.js';
import type { Button } from '../verbs.js';

/** What is said, and asked in a few fields. */
interface ShortForm {
  heading: string;
  /** May hold what people wrote. */
  lines: readonly string[];
  fault?: string | undefined;
  fields?: readonly Field[];
  buttons: readonly Button[];
  links?: readonly { title: string; url: string }[];
}

export const shortForm = (
  context: CardContext,
  { heading, lines, fault, fields = [], buttons, links = [] }: ShortForm,
): Card =>
  context.draw('helping', {
    heading,
    lines: lines.map((text) => ({ text })),
    fault: fault ? [{ text: fault }] : [],
    fields: [...fields],
    buttonRows: buttonRows(buttons),
    links: [...links],
  });
