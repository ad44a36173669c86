import type { Card } from '../cards/templates.js';
import type { SendFault } from '../delivery/send-fault.js';
import type { Message } from '../delivery/teams-port.js';
import type { Result } from '../domain/result.js';

/**
 * What answers an invoke: a card in the place of the pressed one, a line, or nothing, which leaves the card as it is; to
 * whoever asks from another chat, what is found there, or a form in a dialog.
 */
export type InvokeAnswer =
  | { card: Card }
  | { text: string }
  | { nothing: true }
  | { results: readonly ExtensionResult[] }
  | { dialog: { title: string; card: Card } };

/** Something that Teams' own search lists, and the card that it becomes in the chat. Title and text are plain. */
export interface ExtensionResult {
  title: string;
  text: string;
  card: Card;
}

export type SendResult = Result<string, SendFault>;

/** How a turn answers: the invoke, if it is one and still waits, and messages in the chat that the activity came from. */
export interface Chat {
  /** Whether the invoke waits for its answer; false for a message, and once it is answered or the turn has been left. */
  waits(): boolean;
  /** Answers the invoke. Nothing leaves for Teams before the turn is left: the answer is that of the HTTP request. */
  answerInvoke(answer: InvokeAnswer): Promise<void>;
  /** Posts once, below what stands there. */
  post(message: Message): Promise<SendResult>;
  /** Draws a message anew, once. */
  update(activityId: string, message: Message): Promise<SendResult>;
  remove(activityId: string): Promise<unknown>;
  /** The bytes of what was sent in this chat; undefined where they cannot be had or are too many. */
  download(url: string): Promise<Uint8Array | undefined>;
  /** The HTTP request is about to be answered: what comes now can only be posted. */
  leave(): void;
}
