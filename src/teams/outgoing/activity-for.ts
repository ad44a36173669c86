import {
  type Activity,
  ActivityTypes,
  type Attachment,
  CardFactory,
  type ConversationReference,
  MessageFactory,
  TurnContext,
} from 'botbuilder';
import { shortened } from '../../cards/shortened.js';
import type { ChatAddress, Message } from '../../delivery/teams-port.js';

/** Teams' own cards: the question whether somebody wants a file, and a file that is there. */
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE = 'application/vnd.microsoft.teams.card.file.info';

/** No notification shows more, and all of it counts to the size of the message. */
const LONGEST_SUMMARY = 250;

/** A message as Bot Framework posts it, to be put there. */
export function activityFor(place: ChatAddress, message: Message): Partial<Activity> {
  const reference = {
    bot: { id: place.bot, name: '' },
    user: { id: place.user, name: '' },
    channelId: 'msteams',
    serviceUrl: place.serviceUrl,
    conversation: {
      id: place.conversation,
      tenantId: place.tenant,
      conversationType: place.conversationType ?? 'personal',
    },
  } as Partial<ConversationReference>;
  const summary = message.summary && shortened(message.summary, LONGEST_SUMMARY);
  return TurnContext.applyConversationReference({ ...contentOf(message), ...(summary && { summary }) }, reference);
}

function contentOf(message: Message): Partial<Activity> {
  if ('text' in message) return { type: ActivityTypes.Message, text: message.text, textFormat: 'plain' };
  return MessageFactory.attachment(attachmentOf(message));
}

function attachmentOf(message: Exclude<Message, { text: string }>): Attachment {
  if ('card' in message) return CardFactory.adaptiveCard(message.card);
  if ('offers' in message) {
    const { name, size, about, carries } = message.offers;
    const carried = carries ? { file: carries } : {};
    const content = { description: about, sizeInBytes: size, acceptContext: carried, declineContext: carried };
    return { contentType: CONSENT, name, content };
  }
  const { name, contentUrl, uniqueId, fileType } = message.file;
  return { contentType: FILE, name, contentUrl, content: { uniqueId, fileType } };
}
