import type { UnitIdeas } from '../../../app/person/posts/department-ideas.js';
import { type Department, nameIn } from '../../../domain/organisation/organisation.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext } from '../../card-context.js';
import type { Field } from '../../fields.js';
import type { CardData } from '../../layouts/cards.js';
import { few } from '../../organisation/few.js';
import { type Button, button } from '../../verbs.js';

/** What the office makes of departments in two steps: a form, and what it would do, with a second press that does it. */
const steps = {
  merge: { verb: 'mergeDepartment', yes: 'posts.merge.yes' },
  split: { verb: 'splitDepartment', yes: 'posts.split.yes' },
} as const;
type Reshaping = keyof typeof steps;

const plain = { inputs: 'none' } as const;

/** What its card is filled with. */
interface ReshapingCard {
  filled: CardData['posts'];
  summary: string;
}

interface ReshapingForm {
  about: string;
  fields: Field[];
  /** Why it came back. */
  fault?: string | undefined;
}

/** What the form of the first step is. */
export function reshapingForm(
  context: CardContext,
  part: Reshaping,
  from: Department,
  { about, fields, fault }: ReshapingForm,
): ReshapingCard {
  const { t } = context;
  const place = nameIn(from.name, context.language);
  const heading = t(`posts.form.${part}`);
  const press = { idempotencyKey: context.mintIdempotencyKey(), from: from.code };
  const filled = {
    label: heading,
    place,
    notes: [{ text: about }],
    facts: [],
    fault: fault ? [{ text: fault }] : [],
    fields,
    buttonRows: buttonRows([
      button(t('posts.merge.show'), steps[part].verb, press, { style: 'positive' }),
      button(t('button.back'), 'posts', { department: from.code }, plain),
    ]),
  };
  return { filled, summary: fault ?? `${heading}: ${place}` };
}

interface Reshaped {
  heading: string;
  lines: readonly string[];
  facts: { label: string; values: { text: string }[] }[];
  /** What the second press says. */
  press: Record<string, string | boolean | undefined>;
}

/** What says what would come of it, before it is done. */
export function reshaped(
  context: CardContext,
  part: Reshaping,
  from: Department,
  { heading, lines, facts, press }: Reshaped,
): ReshapingCard {
  const { t } = context;
  const { verb, yes } = steps[part];
  const data = { idempotencyKey: context.mintIdempotencyKey(), from: from.code, ...press, sure: true };
  const done: Button = button(t(yes), verb, data, { ...plain, style: 'destructive' });
  const filled = {
    label: t('posts.merge.label'),
    place: heading,
    notes: lines.map((text) => ({ text })),
    facts,
    fault: [],
    fields: [],
    buttonRows: buttonRows([done, button(t('button.back'), 'posts', { department: from.code, part }, plain)]),
  };
  return { filled, summary: lines[0] ?? t('posts.merge.label') };
}

/** How many ideas go where, and how many of them wait for a decision, as sentences. */
export function ideaCounts(
  { t }: CardContext,
  names: { place: string; into: string },
  { open, deciding, cut }: UnitIdeas,
): string[] {
  const counted = { ...names, cut: String(cut) };
  return [
    t('posts.merge.ideas', { ...counted, count: open }),
    ...(open > 0 ? [t('posts.merge.deciding', { ...counted, count: deciding })] : []),
  ];
}

/** The first names of them, each once, and how many more; or that there is nobody. */
export function namesOrNobody(context: CardContext, all: readonly string[]): { text: string }[] {
  const names = few(context, [...new Set(all)]);
  return (names.length > 0 ? names : [context.t('posts.nobody')]).map((text) => ({ text }));
}
