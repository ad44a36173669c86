import { CardFactory, type MessagingExtensionAttachment, type MessagingExtensionResult } from 'botbuilder';
import type { ExtensionResult, InvokeAnswer } from '../../bot/chat.js';
import { type Incoming, isExtension } from '../../bot/incoming.js';

/** The body with which Teams takes an answer to this invoke. */
export function bodyOf(activity: Incoming, answer: InvokeAnswer): object | undefined {
  // Of a file Teams wants no more than to know that it was heard.
  if (activity.kind === 'fileAnswer') return undefined;
  if (isExtension(activity)) return { composeExtension: listOf(answer) };
  // Teams reads the status from the body too.
  return { statusCode: 200, ...inPlace(answer) };
}

/** What Teams reads in the answer to an Action.Execute; without type and value the card stays as it is. */
function inPlace(answer: InvokeAnswer): { type?: string; value?: unknown } {
  if ('card' in answer) return { type: 'application/vnd.microsoft.card.adaptive', value: answer.card };
  return 'text' in answer ? { type: 'application/vnd.microsoft.activity.message', value: answer.text } : {};
}

/** What Teams shows in its search: a list, or a line of plain text. */
function listOf(answer: InvokeAnswer): MessagingExtensionResult {
  if ('text' in answer) return { type: 'message', text: answer.text };
  const results = 'results' in answer ? answer.results : [];
  return { type: 'result', attachmentLayout: 'list', attachments: results.map(attachmentOf) };
}

/** Without a preview Teams shows nothing of a card in its list. */
const attachmentOf = ({ title, text, card }: ExtensionResult): MessagingExtensionAttachment => ({
  ...CardFactory.adaptiveCard(card),
  preview: CardFactory.thumbnailCard(title, [], [], { text }),
});
