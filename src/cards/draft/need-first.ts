import type { IdeaView } from '../../app/idea/idea-view.js';
import type { KeptDraft } from '../../domain/draft/draft.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Refusal } from '../../domain/idea/refusal.js';
import { aloneIn } from '../../domain/organisation/place.js';
import type { PersonRef } from '../../domain/person/person.js';
import { dayOf } from '../../domain/time.js';
import { dayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { wordField } from '../fields.js';
import { readingOf, titleFor } from '../idea/reading.js';
import { note } from '../note.js';
import { shortPlaceName } from '../places.js';
import { refusalText } from '../refusal-text.js';
import { type Button, button } from '../verbs.js';

const plain = { inputs: 'none' } as const;

interface NeedAsked {
  /** The draft that is kept meanwhile, if any. */
  draft?: string | undefined;
  need?: string | undefined;
  fault?: Refusal;
}

/** "Samma problem hos oss" from beside one's own idea: what it means, and a line about it for those who like. */
export function needAsked(
  context: CardContext,
  idea: Idea,
  reader: PersonRef,
  { draft, need, fault }: NeedAsked,
): Drawn {
  const { t, mintIdempotencyKey } = context;
  const heading = t('panel.need.title');
  const said = { idempotencyKey: mintIdempotencyKey(), idea: idea.id, draft, said: true };
  const card = context.draw('kept', {
    heading,
    fault: fault ? [{ text: refusalText(t, fault) }] : [],
    lines: [
      { text: titleOf(context, idea, reader), weight: 'Bolder' },
      ...(draft ? [{ text: t('draft.need.kept'), weight: 'Default' as const }] : []),
      { text: t('panel.need.text', aloneIn(context.directory)), weight: 'Default' },
    ],
    quotes: [],
    below: [],
    fields: [wordField(t, 'need', { value: need, optional: true })],
    buttonRows: buttonRows([
      button(t('button.need.send'), 'sameProblem', said, { style: 'positive' }),
      ...(draft ? [sendButton(context, draft)] : []),
    ]),
    links: [],
  });
  return { card, summary: fault ? refusalText(t, fault) : heading, ...showsRecords('titles', [newestEvent(idea)]) };
}

/**
 * It is said, or was not to be said (`refused`, why): what follows, and that one's own is kept and can still be sent. Whoever speaks for a department
 * is asked whether it takes part on the idea's own card.
 */
export function needSaid(context: CardContext, view: IdeaView, draft: KeptDraft | undefined, refused?: string): Drawn {
  const { t, language, today, timeZone } = context;
  const { idea, mayTakePart: department } = view;
  const title = titleOf(context, idea, view.reader.ref);
  const until = draft && dayText(dayOf(draft.until, timeZone), language, today);
  const place = department && shortPlaceName(context, { department });
  const drawn = note(context, {
    heading: t('panel.need.title'),
    lines: [
      refused ?? t('draft.need.said', { title }),
      ...(place && !refused ? [t('draft.need.takePart', { place })] : []),
      ...(until ? [t('draft.need.until', { date: until })] : []),
    ],
    buttons: [
      button(t('button.openShort'), 'open', { idea: idea.id }, { ...plain, style: 'positive' }),
      ...(draft ? [sendButton(context, draft.name, 'button.sendMineToo')] : []),
    ],
  });
  return { ...drawn, ...showsRecords('titles', [newestEvent(idea)]) };
}

const titleOf = (context: CardContext, idea: Idea, ref: PersonRef): string =>
  titleFor(readingOf(context, { idea, reader: { ref, roles: new Set() }, names: new Map() }));

const sendButton = (
  { t }: CardContext,
  idempotencyKey: string,
  title: 'button.sendMine' | 'button.sendMineToo' = 'button.sendMine',
): Button => button(t(title), 'sendDraft', { idempotencyKey, met: 'true' }, plain);
