import { CardFactory, type MessagingExtensionAttachment, type MessagingExtensionResult } from 'botbuilder';
import type { ExtensionResult, InvokeAnswer } from '../../bot/chat.js';
import { type Incoming, isDialog, isExtension } from '../../bot/incoming.js';

/** The body with which Teams takes an answer to this invoke. */
export function bodyOf(activity: Incoming, answer: InvokeAnswer): object | undefined {
  // Of a file Teams wants no more than to know that it was heard.
  if (activity.kind === 'fileAnswer') return undefined;
  if (isDialog(activity)) return { task: dialogOf(answer) };
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

/** What Teams shows in its dialog: a card, or a line after which it closes. */
function dialogOf(answer: InvokeAnswer): object | undefined {
  if ('text' in answer) return { type: 'message', value: answer.text };
  if (!('dialog' in answer)) return undefined;
  const { title, card } = answer.dialog;
  const value = { title, width: 'medium', height: 'large', card: CardFactory.adaptiveCard(asSubmitted(card)) };
  return { type: 'continue', value };
}

/** A dialog knows the older kind of button only: each of the newer ones has it beside it, for clients that lack the newer one. */
function asSubmitted<T>(node: T): T;
function asSubmitted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((one) => asSubmitted(one));
  if (typeof node !== 'object' || node === null) return node;
  const { type, fallback } = node as { type?: unknown; fallback?: unknown };
  if (type === 'Action.Execute' && typeof fallback === 'object') return fallback;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, asSubmitted(value)]));
}
