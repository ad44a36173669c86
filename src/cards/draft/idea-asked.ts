import type { KeptDraft } from '../../domain/draft/draft.js';
import { isMessageLink } from '../../domain/idea/content/source.js';
import { dayOf } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { paragraphs } from '../paragraphs.js';
import { shortened } from '../shortened.js';
import { button } from '../verbs.js';

const plain = { inputs: 'none' } as const;
/** So much of each text is shown; all of it stands in the form. */
const LONGEST_TEXT = 600;

/** Whose words somebody else wants to send in as an idea is asked: who asks, and the words. `asker` is absent of who is gone. */
export function ideaAsked(
  context: CardContext,
  { draft, asker }: { draft: KeptDraft; asker: string | undefined },
): Drawn {
  const { t, language, today, timeZone } = context;
  const { title = '', problem = '', solution, evidence, source } = draft.words;
  const about = asker ? t('asked.by', { name: asker }) : t('asked.bySomebody');
  const own = { idempotencyKey: draft.name };
  const texts = [problem, solution, evidence].filter(Boolean).join('\n');
  const until = t('asked.until', { date: dayText(dayOf(draft.until, timeZone), language, today) });
  const card = context.draw('kept', {
    heading: t('asked.heading'),
    fault: [],
    lines: [{ text: about, weight: 'Default' }],
    quotes: [{ heading: [{ text: title }], lines: paragraphs(shortened(texts, LONGEST_TEXT)) }],
    below: [{ text: until }],
    fields: [],
    buttonRows: buttonRows([
      button(t('button.asked.yes'), 'sendDraft', own, { ...plain, style: 'positive' }),
      button(t('button.editFirst'), 'editDraft', own, plain),
      button(t('button.no'), 'dropDraft', own, plain),
    ]),
    links: source && isMessageLink(source) ? [{ title: t('asked.message'), url: source, style: 'default' }] : [],
  });
  return { card, summary: about };
}

/** What follows for whoever has asked: it is said once, since a no is told to nobody. */
export const authorAsked = (context: CardContext, days: number): Drawn =>
  note(context, {
    heading: context.t('asked.sent.heading'),
    lines: [context.t('asked.sent'), context.t('asked.sent.next', { days })],
  });

/** The same where they have not met the bot: the question waits until they do, and what to send them so that they come. */
export function authorWaited(context: CardContext, days: number, link: string | undefined): Drawn {
  const { t } = context;
  const waits = t('asked.waits', { days });
  const card = context.draw('kept', {
    heading: t('asked.waits.heading'),
    fault: [],
    lines: [waits, t('asked.waits.tell')].map((text) => ({ text, weight: 'Default' as const })),
    quotes: [{ heading: [], lines: paragraphs([t('asked.waits.text'), link].filter(Boolean).join('\n')) }],
    below: [{ text: t('asked.sent.next', { days }) }],
    fields: [],
    buttonRows: [],
    links: [],
  });
  return { card, summary: waits };
}

/** "Nej". */
export const draftDropped = (context: CardContext): Drawn =>
  note(context, { heading: context.t('draft.gone.heading'), lines: [context.t('draft.dropped')] });
