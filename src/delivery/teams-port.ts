import type { RosterEntry } from '../app/person/meet-person.js';
import type { Drawn } from '../cards/card-context.js';
import type { Card } from '../cards/templates.js';
import type { Result } from '../domain/result.js';
import type { ConversationReference } from '../store/person/people.js';
import type { SendFault } from './send-fault.js';

/** Which file a question is about: Teams gives it back with the answer, and nothing else of it is believed. */
export interface CarriedFile {
  kind: string;
  of: object;
}

/** A file that Teams asks the person about; `size` in bytes, `about` what it is; of their own data where it carries nothing. */
export interface FileOffer {
  name: string;
  size: number;
  about: string;
  carries?: CarriedFile;
}

/** A file that stands in the person's OneDrive now. */
export interface StoredFile {
  name: string;
  contentUrl: string;
  uniqueId: string;
  fileType: string;
}

/**
 * A card, plain text, the question whether somebody wants a file, or a file that is there; `summary` is what a
 * notification says, and of a plain text the text itself where it is left out; `about` is the idea that a card shows.
 */
export type Message = { summary?: string } & (
  | { card: Card; about?: Drawn['about']; gist?: NonNullable<Drawn['gist']> }
  | { text: string }
  | { offers: FileOffer }
  | { file: StoredFile }
);

/** Somebody's own chat with the bot, or another one that they write in. */
export type ChatAddress = ConversationReference & { conversationType?: string | undefined };

/** Teams as the bot sees it: one try to do something in one person's chat. Failures are values, never exceptions. */
export interface TeamsPort {
  /** Posts a message once and gives its activity id; `replyTo`: the activity that it answers, if any. */
  send(place: ChatAddress, message: Message, replyTo?: string): Promise<Result<string, SendFault>>;
  /** Draws a message anew where it stands. */
  update(place: ChatAddress, activityId: string, message: Message): Promise<Result<string, SendFault>>;
  /** Takes a message away. */
  remove(place: ChatAddress, activityId: string): Promise<Result<void, SendFault>>;
  /** Who it is whose chat this is, as the roster says now. */
  member(reach: ConversationReference): Promise<Result<RosterEntry, SendFault>>;
}
