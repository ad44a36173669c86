import { z } from 'zod';
import type { FileAnswer, Incoming, Press, What } from '../../bot/incoming.js';
import {
  type Activity,
  chatAddressOf,
  ideaInCard,
  identityOf,
  isPersonal,
  isShared,
  picturesIn,
  senderOf,
  sentInstead,
  spokenIn,
  text,
  unlessOdd,
} from '../activity.js';
import { extensionIn } from './extension.js';
import { writtenIn } from './message-text.js';

/**
 * An activity before what somebody has written in it is read, which takes by far the longest: enough to judge whether it is
 * taken in at all. A message is without words so far.
 */
export const unreadOf = (activity: Activity): Incoming => ({
  type: activity.type,
  id: activity.id,
  replyToId: activity.replyToId,
  place: chatAddressOf(activity),
  isPersonal: isPersonal(activity),
  identity: identityOf(activity),
  sender: senderOf(activity),
  language: spokenIn(activity),
  ...(isShared(activity) && { isShared: true as const }),
  ...(isWritten(activity) ? { kind: 'wordless', pictures: [] } : whatIn(activity)),
});

/** An activity as the bot reads it: what it is, from whom, and what it holds. */
export const incomingOf = (activity: Activity, unread = unreadOf(activity)): Incoming =>
  isWritten(activity) ? { ...unread, ...wordsIn(activity) } : unread;

/** A message that is no button's. */
const isWritten = ({ type, value }: Activity): boolean => type === 'message' && !isPress(value);
const isPress = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What came, told by what the activity holds; no words are read for it. */
function whatIn(activity: Activity): What {
  const { type, name, value } = activity;
  if (isUninstall(activity)) return { kind: 'uninstall' };
  if (isInstall(activity)) return { kind: 'install' };
  if (type === 'invoke' && name === 'adaptiveCard/action') return { kind: 'cardAction', press: executed(value) };
  if (type === 'invoke' && name === 'fileConsent/invoke') return { kind: 'fileAnswer', answer: fileAnswerIn(value) };
  const byExtension = type === 'invoke' ? extensionIn(activity) : undefined;
  if (byExtension) return byExtension;
  return type === 'message' && isPress(value) ? { kind: 'cardSubmit', press: submitted(value) } : { kind: 'other' };
}

/** What somebody has written, and what was sent beside it. */
function wordsIn(activity: Activity): What {
  const written = writtenIn(activity);
  const beside = { pictures: picturesIn(activity), instead: sentInstead(activity) };
  // An idea that was found in Teams' own search and sent here: the same as its id.
  const shown = written.text.trim() === '' ? ideaInCard(activity) : undefined;
  if (shown) return { kind: 'text', written: { text: shown, asCommand: shown }, pictures: [] };
  return written.text.trim() === '' ? { kind: 'wordless', ...beside } : { kind: 'text', written, ...beside };
}

/** Removed by a person from their own chat; who removes the bot from a team still has theirs. */
const isUninstall = (activity: Activity): boolean =>
  isPersonal(activity) && activity.type === 'installationUpdate' && (activity.action ?? '').startsWith('remove');

/** Teams sends both kinds at once. Only a person's own chat is greeted: a team install writes to nobody. */
const isInstall = (activity: Activity): boolean =>
  isPersonal(activity) &&
  (isBotAdded(activity) || (activity.type === 'installationUpdate' && (activity.action ?? '').startsWith('add')));

/**
 * Teams' own conversationUpdate does not say the person's language; the installationUpdate beside it does, and is the one
 * that greets.
 */
const isBotAdded = (activity: Activity): boolean =>
  activity.type === 'conversationUpdate' &&
  spokenIn(activity) !== undefined &&
  activity.membersAdded.some(({ id }) => id === activity.recipient.id);

/** Action.Execute's envelope. */
const execute = z.object({
  action: z.object({ verb: text(100), data: unlessOdd(z.record(z.string(), z.unknown())) }),
});

function executed(value: unknown): Press {
  const { action } = execute.catch({ action: {} }).parse(value);
  return { verb: action.verb ?? action.data?.verb, data: action.data ?? {} };
}

function submitted(value: object): Press {
  const data: Record<string, unknown> = { ...value };
  return { verb: data.verb, data };
}

const address = z.string().max(8000);
const consent = z.object({
  action: z.literal('accept'),
  uploadInfo: z.object({
    uploadUrl: address,
    contentUrl: address,
    uniqueId: z.string().max(200),
    fileType: z.string().max(20),
  }),
});

/** Which file the question was about, where it said so. */
const carried = z.object({
  context: z.object({ file: z.object({ kind: z.string().max(50), of: z.record(z.string(), z.unknown()) }) }),
});

/** What is no whole yes is a no: nothing of anybody's goes anywhere by mistake. */
function fileAnswerIn(value: unknown): FileAnswer {
  const parsed = consent.safeParse(value);
  const about = carried.safeParse(value).data?.context.file;
  return {
    ...(about && { carried: about }),
    ...(parsed.success ? { accepted: true, ...parsed.data.uploadInfo } : { accepted: false }),
  };
}
