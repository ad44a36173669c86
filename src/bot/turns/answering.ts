import type { Drawn } from '../../cards/card-context.js';
import { hasFields, type Shown } from '../../cards/conversation/short-card.js';
import { bytesOf } from '../../cards/layouts/fitting.js';
import type { SendFault } from '../../delivery/send-fault.js';
import type { FileOffer, Message, StoredFile } from '../../delivery/teams-port.js';
import { accept, type Result } from '../../domain/result.js';
import type { Chat, SendResult } from '../chat.js';
import type { Incoming } from '../incoming.js';
import type { Answer } from './answer.js';

/** How an answer is shown. */
export interface Showing {
  /** Once, or with more tries. */
  trying: (show: () => Promise<SendResult>) => Promise<SendResult>;
  /** What a card comes down to that is too large for Teams. */
  inShort: (shown: Shown) => Drawn;
}

/** For a line of text, which no card can be too large for. */
export const unneeded: Showing['inShort'] = ({ card, summary = '' }) => ({ card, summary });

/** An invoke's answer that is larger is an error to whoever pressed; a card is smaller unless its fields hold all that they can. */
const MOST_ANSWER_BYTES = 26 * 1024;

/**
 * Gives an answer where it belongs: an Action.Execute is answered by its invoke, an Action.Submit by an update of its
 * card, written words by a message. An invoke is answered before anything is posted, and what comes when it has been
 * answered already takes the place of the card all the same. A card that cannot be drawn anew is posted below. Gives the
 * activity in which the answer's card now stands, if it is known, or why it could not be shown.
 */
export async function answerWith(
  chat: Chat,
  activity: Incoming,
  answer: Answer,
  { trying, inShort }: Showing,
): Promise<Result<string | undefined, SendFault>> {
  const post = (message: Message): Promise<SendResult> => trying(() => posted(chat, message, inShort));
  if (answer.kind === 'nothing') {
    await chat.answerInvoke({ nothing: true });
    return accept(undefined);
  }
  if (activity.kind === 'fileAnswer') {
    await chat.answerInvoke({ nothing: true });
    if (answer.kind === 'tell' && answer.file) await showFile(chat, activity, answer.file, post);
  }
  if (answer.kind === 'tell') {
    if (chat.waits()) {
      await chat.answerInvoke({ text: answer.text });
      return accept(undefined);
    }
    const told = await post({ text: answer.text });
    return told.ok ? accept(undefined) : told;
  }
  const offer = (offers: FileOffer) => post({ summary: offers.about, offers });
  if (answer.kind === 'offer') {
    await chat.answerInvoke({ nothing: true });
    const offered = await offer(answer.offers);
    return offered.ok ? accept(undefined) : offered;
  }
  if (answer.kind === 'below') {
    await chat.answerInvoke({ nothing: true });
    const sent = await post(answer.drawn);
    if (sent.ok && answer.offers) {
      const offered = await offer(answer.offers);
      if (!offered.ok) return offered;
    }
    return sent;
  }
  if (chat.waits()) {
    if (bytesOf(answer.drawn.card) > MOST_ANSWER_BYTES) {
      // The card that was pressed stays as it is, with all that was written into it.
      await chat.answerInvoke({ text: inShort(answer.drawn).summary });
      return accept(undefined);
    }
    await chat.answerInvoke(answer.drawn);
    return accept(activity.replyToId);
  }
  const { replyToId } = activity;
  if (!replyToId || !('press' in activity)) return post(answer.drawn);
  const drawn = await updated(chat, replyToId, answer.drawn, inShort);
  // The card may be gone, or Teams may draw none anew just now: what was to take its place is news all the same.
  return drawn.ok ? drawn : post(answer.drawn);
}

const isTooLarge = (sent: SendResult): boolean => !sent.ok && sent.refusal.class === 'tooLarge';

/** One that Teams finds too large comes in short. */
async function posted(chat: Chat, message: Message, inShort: Showing['inShort']): Promise<SendResult> {
  const sent = await chat.post(message);
  if (!isTooLarge(sent) || !('card' in message)) return sent;
  return chat.post(inShort(message));
}

/** A form is not taken away for it: it holds what was written. */
async function updated(chat: Chat, activityId: string, drawn: Drawn, inShort: Showing['inShort']): Promise<SendResult> {
  const sent = await chat.update(activityId, drawn);
  if (!isTooLarge(sent)) return sent;
  return hasFields(drawn.card) ? chat.post(inShort(drawn)) : chat.update(activityId, inShort(drawn));
}

/** The file as Teams shows one, in the place of the question, which would otherwise stand there to be answered again. */
async function showFile(
  chat: Chat,
  activity: Incoming,
  file: StoredFile,
  post: (message: Message) => Promise<SendResult>,
): Promise<void> {
  await post({ summary: file.name, file });
  // A question that is gone already, or cannot be taken away, does no harm: the file would be saved once more.
  if (activity.replyToId) await chat.remove(activity.replyToId);
}
