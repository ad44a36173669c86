import { z } from 'zod';
import type { EntraIdentity, Language } from '../domain/person.js';
import type { Reach } from '../store/people.js';
import { languageOf } from '../text/index.js';

/**
 * What the bot reads of an activity; the rest is not looked at. Teams, and whoever pretends to be it, may leave out or
 * add anything: what is required here is what no turn can do without.
 */
const schema = z.object({
  type: z.string().max(100),
  name: z.string().max(200).optional(),
  action: z.string().max(50).optional(),
  id: z.string().max(1000).optional(),
  text: z.string().max(100_000).nullish(),
  value: z.unknown().optional(),
  replyToId: z.string().max(1000).optional(),
  channelId: z.string().max(100).optional(),
  serviceUrl: z.string().max(2000),
  locale: z.string().max(50).nullish(),
  from: z.object({ id: z.string().max(1000), aadObjectId: z.string().max(100).optional() }),
  recipient: z.object({ id: z.string().max(1000) }),
  conversation: z.object({
    id: z.string().max(2000),
    conversationType: z.string().max(50).optional(),
    tenantId: z.string().max(100).optional(),
  }),
  channelData: z
    .object({ tenant: z.object({ id: z.string().max(100) }).optional() })
    .nullish()
    .catch(undefined),
  membersAdded: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
  attachments: z
    .array(z.object({ contentType: z.string(), contentUrl: z.string().max(4000).optional() }))
    .nullish()
    .catch(undefined),
});

export type Incoming = z.infer<typeof schema>;

/** The activity, or undefined when it is none that a turn can begin with. */
export function readActivity(raw: unknown): Incoming | undefined {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

/** Who in which tenant; undefined for somebody without an identity in Entra (an anonymous guest, another channel). */
export function identityOf(activity: Incoming): EntraIdentity | undefined {
  const tenant = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
  const objectId = activity.from.aadObjectId;
  const usable = (id: string | undefined): id is string => id !== undefined && /^[\w-]{1,100}$/.test(id);
  return usable(tenant) && usable(objectId) ? { tenant, objectId } : undefined;
}

/** Who sends, to tell one from another: also somebody without an identity. */
export function senderOf(activity: Incoming): string {
  const identity = identityOf(activity);
  return identity ? `${identity.tenant}|${identity.objectId}` : activity.from.id;
}

export const isPersonal = ({ conversation }: Incoming): boolean =>
  conversation.conversationType === undefined || conversation.conversationType === 'personal';

/** Where an activity came from, and so where it is answered. */
export const chatOf = ({ serviceUrl, conversation, recipient, from }: Incoming, tenant: string): Reach => ({
  serviceUrl,
  conversation: conversation.id,
  bot: recipient.id,
  user: from.id,
  tenant,
});

/** Where this person can be written to later: their own conversation with the bot. */
export const reachOf = (activity: Incoming, tenant: string): Reach | undefined =>
  isPersonal(activity) ? chatOf(activity, tenant) : undefined;

/** Teams' locale as a language; undefined where the activity says none (conversationUpdate does not). */
export const spokenIn = ({ locale }: Incoming): Language | undefined => (locale ? languageOf(locale) : undefined);

/** What somebody sent instead of words. Teams adds its own text/html beside every text. */
export function sentInstead({ attachments }: Incoming): 'picture' | 'voice' | 'file' | undefined {
  const types = (attachments ?? []).map(({ contentType }) => contentType).filter((type) => !type.startsWith('text/'));
  if (types.length === 0) return undefined;
  if (types.some((type) => type.startsWith('image/'))) return 'picture';
  return types.some((type) => type.startsWith('audio/') || type.startsWith('video/')) ? 'voice' : 'file';
}

/**
 * The kinds of activity that the bot knows, each told from the others by what it holds. Teams' own conversationUpdate does
 * not say the person's language; the installationUpdate beside it does, and is the one that greets.
 */
const isBotAdded = (activity: Incoming): boolean =>
  activity.type === 'conversationUpdate' &&
  spokenIn(activity) !== undefined &&
  (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient.id);

/** Removed by a person from their own chat; who removes the bot from a team still has theirs. */
export const isUninstall = (activity: Incoming): boolean =>
  isPersonal(activity) && activity.type === 'installationUpdate' && (activity.action ?? '').startsWith('remove');
/** Teams sends both kinds at once. Only a person's own chat is greeted: a team install writes to nobody. */
export const isInstall = (activity: Incoming): boolean =>
  isPersonal(activity) &&
  (isBotAdded(activity) || (activity.type === 'installationUpdate' && (activity.action ?? '').startsWith('add')));
/** Somebody addresses the bot in a team or a group chat. */
export const isElsewhere = (activity: Incoming): boolean =>
  !isPersonal(activity) && (activity.type === 'message' || isPress(activity) || isFileAnswer(activity));
export const isPress = ({ type, name }: Incoming): boolean => type === 'invoke' && name === 'adaptiveCard/action';
/** Action.Submit, which clients without Action.Execute send. */
export const isFallbackPress = ({ type, value }: Incoming): boolean =>
  type === 'message' && typeof value === 'object' && value !== null;
export const isText = ({ type, text }: Incoming): boolean => type === 'message' && (text ?? '').trim() !== '';
export const isSomethingElse = ({ type }: Incoming): boolean => type === 'message';

/** Somebody has answered Teams' question whether they want a file from the bot. */
export const isFileAnswer = ({ type, name }: Incoming): boolean => type === 'invoke' && name === 'fileConsent/invoke';

/** What a person does in Teams themselves, as often as they like; the rest is Teams' own news. */
export const isByHand = (activity: Incoming): boolean =>
  activity.type === 'message' || isPress(activity) || isFileAnswer(activity);

/** Where Teams wants the file to be put and how it is shown then, or that the person does not want it. */
export type FileAnswer =
  | { accepted: false }
  | { accepted: true; uploadUrl: string; contentUrl: string; uniqueId: string; fileType: string };

const address = z.string().max(8000);
const fileAnswer = z.object({
  action: z.literal('accept'),
  uploadInfo: z.object({
    uploadUrl: address,
    contentUrl: address,
    uniqueId: z.string().max(200),
    fileType: z.string().max(20),
  }),
});

/** What is no whole yes is a no: nothing of anybody's goes anywhere by mistake. */
export function fileAnswerIn({ value }: Incoming): FileAnswer {
  const parsed = fileAnswer.safeParse(value);
  return parsed.success ? { accepted: true, ...parsed.data.uploadInfo } : { accepted: false };
}

/** What a pressed button sends, from Action.Execute's envelope. */
export const executeValue = z.object({
  action: z.object({ verb: z.string().max(100).optional(), data: z.record(z.string(), z.unknown()).optional() }),
});

/** Where Teams keeps the picture that was sent; undefined where none was. */
export const pictureUrl = ({ attachments }: Incoming): string | undefined =>
  attachments?.find(({ contentType, contentUrl }) => contentType.startsWith('image/') && contentUrl)?.contentUrl;
