import { readOnly } from '../../../cards/layouts/read-only.js';
import { shortened } from '../../../cards/shortened.js';
import { limits } from '../../../domain/idea/words.js';
import { tidy, titleFrom } from '../../../domain/language/tidy.js';
import { type EventName, readLabel } from '../../../domain/record.js';
import type { InvokeAnswer } from '../../chat.js';
import type { ChatMessage, IncomingOf } from '../../incoming.js';
import type { ExtensionTurn } from '../../turns/extension-turns.js';
import type { TurnPlan } from '../../turns/turn-plan.js';
import { formWith } from './idea-forms.js';

/** The form of an idea in a dialog of Teams, with a message's words as the problem where it was asked for beside one. */
export async function opened(turn: ExtensionTurn, { message }: IncomingOf<'dialogOpen'>): Promise<InvokeAnswer> {
  const { context } = turn;
  // An app's words are nobody's idea.
  if (message && !message.isOwn && !message.author) return { text: context.t('dialog.notYours') };
  const { card } = formWith(turn, message ? draftOf(message) : {});
  return { dialog: { title: context.t('form.new'), card } };
}

function draftOf({ words, link, author }: ChatMessage) {
  const text = tidy(words);
  return { problem: shortened(text, limits.problem), title: titleFrom(text), ...(link && { source: link }), author };
}

/** Carries out what was sent from the dialog's form, and shows there what has become of it. */
export async function sent(turn: ExtensionTurn, { answer }: TurnPlan): Promise<InvokeAnswer> {
  const { context } = turn;
  const noted: EventName[] = [];
  const changed = (event?: EventName) => {
    if (event) noted.push(event);
    turn.changed(event);
  };
  const answered = await answer({ ...turn, changed });
  if (answered.kind === 'tell') return { text: answered.text };
  if (answered.kind === 'nothing' || answered.kind === 'offer') return { nothing: true };
  const { card, summary, about } = answered.drawn;
  // Sent once more it is an idea already, whose card has presses that a dialog does not know.
  const idea = noted[0] ?? readLabel(about?.card ?? '');
  if (!idea) return { dialog: { title: context.t('form.new'), card } };
  const link = turn.linkTo(idea.id);
  return {
    dialog: {
      title: summary,
      card: readOnly(card, link ? [{ title: context.t('button.openInIdelotsen'), url: link }] : []),
    },
  };
}
