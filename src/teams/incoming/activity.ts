import { z } from 'zod';
import type { EntraIdentity, Language } from '../../domain/person/person.js';
import type { Reach } from '../../store/person/people.js';
import { languageOf } from '../../text/index.js';

/** A field that a turn can do without: whatever is not as it should be is not there. */
const unlessOdd = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const text = (longest: number) => unlessOdd(z.string().max(longest));
/** A list of which each entry is judged by itself: an odd one takes no other with it. */
const listOf = <S extends z.ZodType>(schema: S) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((list) =>
      list.flatMap((one) => {
        const read = schema.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );

/** More than any message holds; what is cut here is refused as too long all the same. */
const LONGEST_TEXT = 100_000;

/**
 * What the bot reads of an activity; the rest is not looked at. Teams, and whoever pretends to be it, may leave out or
 * add anything: what is required here is what no turn can do without, and anything else that is odd costs itself only.
 */
const schema = z.object({
  type: z.string().max(100),
  name: text(200),
  action: text(50),
  id: text(1000),
  text: unlessOdd(z.string().transform((written) => written.slice(0, LONGEST_TEXT))),
  value: z.unknown().optional(),
  replyToId: text(1000),
  channelId: text(100),
  serviceUrl: z.string().max(2000),
  locale: text(50),
  from: z.object({ id: z.string().max(1000), aadObjectId: text(100) }),
  recipient: z.object({ id: z.string().max(1000), name: text(200) }),
  conversation: z.object({
    id: z.string().max(2000),
    // What is no known kind of conversation is not taken for somebody's own.
    conversationType: z.string().max(50).nullish().catch('unknown'),
    tenantId: text(100),
  }),
  channelData: unlessOdd(z.object({ tenant: unlessOdd(z.object({ id: text(100) })) })),
  membersAdded: listOf(z.object({ id: z.string() })),
  attachments: listOf(z.object({ contentType: z.string(), contentUrl: text(4000), content: unlessOdd(z.string()) })),
  entities: listOf(
    z.object({
      type: z.string(),
      text: text(1000),
      mentioned: unlessOdd(z.object({ id: text(1000), name: text(200) })),
    }),
  ),
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
  (conversation.conversationType ?? 'personal') === 'personal';

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

/** Where Teams keeps the pictures that decorate a message: emoji, stickers and the films that its own search finds. */
const DECORATION_HOSTS = /^(?:statics\.teams\.(?:microsoft\.com|cdn\.office\.net)|(?:[\w-]+\.)?(?:giphy|tenor)\.com)$/i;

const isDecoration = ({ contentType, contentUrl }: Incoming['attachments'][number]): boolean =>
  contentType.startsWith('image/') &&
  contentUrl !== undefined &&
  URL.canParse(contentUrl) &&
  DECORATION_HOSTS.test(new URL(contentUrl).hostname);

/** What Teams attaches to say which message this one is about. */
export const isReference = (contentType: string): boolean => /^(?:forwarded)?messageReference$/i.test(contentType);

/** What was sent beside the words: Teams adds its own text/html to every text, and says which message is answered. */
const sentBeside = ({ attachments }: Incoming) =>
  attachments.filter(({ contentType }) => !contentType.startsWith('text/') && !isReference(contentType));

/** What somebody sent instead of words; `smallTalk`: nothing but emoji or the like, as pictures. */
export function sentInstead(activity: Incoming): 'picture' | 'voice' | 'file' | 'smallTalk' | undefined {
  const sent = sentBeside(activity);
  const types = sent.filter((one) => !isDecoration(one)).map(({ contentType }) => contentType);
  if (types.length === 0) return sent.length > 0 ? 'smallTalk' : undefined;
  if (types.some((type) => type.startsWith('image/'))) return 'picture';
  return types.some((type) => type.startsWith('audio/') || type.startsWith('video/')) ? 'voice' : 'file';
}

/** The pictures that were sent, by where Teams keeps each; undefined for one of which it does not say that. */
export const picturesIn = (activity: Incoming): (string | undefined)[] =>
  sentBeside(activity)
    .filter((one) => one.contentType.startsWith('image/') && !isDecoration(one))
    .map(({ contentUrl }) => contentUrl);

/**
 * The kinds of activity that the bot knows, each told from the others by what it holds. Teams' own conversationUpdate does
 * not say the person's language; the installationUpdate beside it does, and is the one that greets.
 */
const isBotAdded = (activity: Incoming): boolean =>
  activity.type === 'conversationUpdate' &&
  spokenIn(activity) !== undefined &&
  activity.membersAdded.some(({ id }) => id === activity.recipient.id);

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
  action: z.object({ verb: text(100), data: unlessOdd(z.record(z.string(), z.unknown())) }),
});
