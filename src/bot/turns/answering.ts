import type { SendFault } from '../../delivery/send-fault.js';
import type { KeptFile, Message } from '../../delivery/teams-port.js';
import { accept, type Result } from '../../domain/result.js';
import type { Chat, SendResult } from '../chat.js';
import type { Incoming } from '../incoming.js';
import type { Answer } from './answer.js';

/** How a message is shown: once, or with more tries. */
type Trying = (show: () => Promise<SendResult>) => Promise<SendResult>;

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
  trying: Trying,
): Promise<Result<string | undefined, SendFault>> {
  const post = (message: Message): Promise<SendResult> => trying(() => posted(chat, message));
  if ('nothing' in answer) {
    await chat.answerInvoke(answer);
    return accept(undefined);
  }
  if (activity.kind === 'fileAnswer') {
    await chat.answerInvoke({ nothing: true });
    if ('tell' in answer && answer.file) await showFile(chat, activity, answer.file, post);
  }
  if ('tell' in answer) {
    if (chat.waits()) {
      await chat.answerInvoke({ text: answer.tell });
      return accept(undefined);
    }
    const told = await post({ text: answer.tell });
    return told.ok ? accept(undefined) : told;
  }
  if ('below' in answer) {
    await chat.answerInvoke({ nothing: true });
    const sent = await post(answer.below);
    if (sent.ok && answer.offers) {
      const offered = await post({ summary: answer.offers.about, offers: answer.offers });
      if (!offered.ok) return offered;
    }
    return sent;
  }
  if (chat.waits()) {
    await chat.answerInvoke(answer.here);
    return accept(activity.replyToId);
  }
  const { replyToId } = activity;
  if (!replyToId || !('press' in activity)) return post(answer.here);
  const drawn = await chat.update(replyToId, answer.here);
  // The card may be gone, or Teams may draw none anew just now: what was to take its place is news all the same.
  return drawn.ok ? drawn : post(answer.here);
}

/** One that Teams finds too large comes down to its first line. */
async function posted(chat: Chat, message: Message): Promise<SendResult> {
  const sent = await chat.post(message);
  const short = 'card' in message && message.summary;
  return !sent.ok && sent.refusal.class === 'tooLarge' && short ? chat.post({ text: short }) : sent;
}

/** The file as Teams shows one, in the place of the question, which would otherwise stand there to be answered again. */
async function showFile(
  chat: Chat,
  activity: Incoming,
  file: KeptFile,
  post: (message: Message) => Promise<SendResult>,
): Promise<void> {
  await post({ summary: file.name, file });
  // A question that is gone already, or cannot be taken away, does no harm: the file would be saved once more.
  if (activity.replyToId) await chat.remove(activity.replyToId);
}
