import type { CarriedFile, ChatAddress } from '../delivery/teams-port.js';
import type { Language } from '../domain/languages.js';
import type { EntraIdentity } from '../domain/person/person.js';
import type { ConversationReference } from '../store/person/people.js';

/** Something that was written, in the two ways in which it can be read. */
export interface MessageText {
  /** The words as their writer sees them in the chat: these are kept. */
  text: string;
  /** The same with entities and mentions read even where they may have been typed: a command is found in this as well. */
  asCommand: string;
}

/** What a pressed button says: which one it is, and what its card and its fields held. Nothing of it is believed. */
export interface Press {
  verb: unknown;
  data: Record<string, unknown>;
}

/**
 * Where Teams wants a file to be put and how it is shown then, or that the person does not want it; and what the question
 * carried, of which nothing is believed.
 */
export type FileAnswer = { carried?: CarriedFile } & (
  | { accepted: false }
  | { accepted: true; uploadUrl: string; contentUrl: string; uniqueId: string; fileType: string }
);

/** What came instead of words; `smallTalk`: nothing but emoji or the like, as pictures; `card`: one of another app. */
export type SentInstead = 'picture' | 'voice' | 'file' | 'card' | 'smallTalk';

/** What somebody looks for in Teams' own search, above the box in which they write. Nothing of it is believed. */
export interface ExtensionQuery {
  /** Which command of the manifest; a client need not say. */
  command: string | undefined;
  /** Empty when they have only opened it. */
  words: string;
  /** From 0, and at most how many. */
  skip: number;
  count: number;
}

/** A message in a chat from which somebody wants to make an idea. */
export interface ChatMessage {
  /** What stands in it, as text. */
  words: string;
  /** Its address in Teams. */
  link: string | undefined;
  /** Whoever asks has written it; not where that is an app, or nobody says. */
  isOwn: boolean;
  /** Who has, where that is somebody else, by their id in Entra. */
  author?: string;
}

interface FromSomebody {
  /** Its type by the activity protocol, for the log. */
  type: string;
  /** What Teams calls this one; it need not say. */
  id?: string | undefined;
  /** The message that it answers: of a press, the card. */
  replyToId?: string | undefined;
  /** Where it came from, and so where it is answered. */
  place: ChatAddress;
  /** Whether it came from somebody's own chat with the bot. */
  isPersonal: boolean;
  /** Who it is from; absent of somebody without an identity in Entra (an anonymous guest, another channel). */
  identity?: EntraIdentity | undefined;
  /** Who sends, to tell one from another: also somebody without an identity. */
  sender: string;
  /** The language of their Teams, where it says one. */
  language?: Language | undefined;
  /** It came from a channel that people of other organisations may be in. */
  isShared?: true | undefined;
}

/** What came, by what can be done with it; `other` is Teams' own news that the bot does not need. */
export type What =
  | { kind: 'install' | 'uninstall' | 'other' }
  | { kind: 'cardAction'; press: Press }
  /** Action.Submit, which clients without Action.Execute send. */
  | { kind: 'cardSubmit'; press: Press }
  | { kind: 'fileAnswer'; answer: FileAnswer }
  /** They look for ideas in Teams' own search, in whatever chat they write. */
  | { kind: 'extensionQuery'; query: ExtensionQuery }
  /** They have chosen an idea there, or pasted a link to one; undefined where it names none. */
  | { kind: 'extensionItem'; id: string | undefined }
  /** They ask for the form of an idea, of a message or of nothing; and send it. */
  | { kind: 'dialogOpen'; message: ChatMessage | undefined }
  | { kind: 'dialogSend'; press: Press }
  /** Words, perhaps with pictures beside them (by where Teams keeps each; undefined where it does not say that). */
  | { kind: 'text'; written: MessageText; pictures: readonly (string | undefined)[]; instead?: SentInstead | undefined }
  | { kind: 'wordless'; pictures: readonly (string | undefined)[]; instead?: SentInstead | undefined };

/** One activity as the bot reads it, whatever SDK it came through: parsed once, and with what no turn can do without. */
export type Incoming = FromSomebody & What;

/** An activity of one of these kinds. */
export type IncomingOf<Kind extends Incoming['kind']> = Extract<Incoming, { kind: Kind }>;

/** What comes by the message extension, from a chat in which the bot need not be. */
const extensionKinds = ['extensionQuery', 'extensionItem', 'dialogOpen', 'dialogSend'] as const;
export type ExtensionKind = (typeof extensionKinds)[number];

const byHand: ReadonlySet<Incoming['kind']> = new Set([
  ...(['cardAction', 'cardSubmit', 'fileAnswer', 'text', 'wordless', ...extensionKinds] as const),
]);
/** What a person does in Teams themselves, as often as they like; the rest is Teams' own news. */
export const isByHand = ({ kind }: Incoming): boolean => byHand.has(kind);

const dialogKinds = ['dialogOpen', 'dialogSend'] as const;
/** What is answered in a dialog of Teams. */
export const isDialog = (activity: Incoming): activity is IncomingOf<(typeof dialogKinds)[number]> =>
  dialogKinds.some((kind) => kind === activity.kind);

export const isExtension = (activity: Incoming): activity is IncomingOf<ExtensionKind> =>
  extensionKinds.some((kind) => kind === activity.kind);

/** What Teams shows an error for when it is not answered within five seconds. */
export const isInvoke = (activity: Incoming): boolean =>
  activity.kind === 'cardAction' || activity.kind === 'fileAnswer' || isExtension(activity);
/** A message of any kind, which Teams sends again when it is not answered within fifteen seconds. */
export const isMessage = ({ kind }: Incoming): boolean =>
  kind === 'cardSubmit' || kind === 'text' || kind === 'wordless';

/** Where whoever sent it can be written to later: in their own conversation with the bot. */
export function reachOf({
  isPersonal,
  place: { conversationType: _, ...reach },
}: Incoming): ConversationReference | undefined {
  return isPersonal ? reach : undefined;
}
