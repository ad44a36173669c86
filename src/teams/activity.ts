import { z } from 'zod';
import type { SentInstead } from '../bot/incoming.js';
import type { ChatAddress } from '../delivery/teams-port.js';
import { type Language, languageOf } from '../domain/languages.js';
import type { EntraIdentity } from '../domain/person/person.js';

/** A field that a turn can do without: whatever is not as it should be is not there. */
export const unlessOdd = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
export const text = (longest: number) => unlessOdd(z.string().max(longest));
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
  channelData: unlessOdd(
    z.object({ tenant: unlessOdd(z.object({ id: text(100) })), channel: unlessOdd(z.object({ type: text(50) })) }),
  ),
  membersAdded: listOf(z.object({ id: z.string() })),
  attachments: listOf(
    z.object({
      contentType: z.string(),
      contentUrl: text(4000),
      content: unlessOdd(z.union([z.string(), z.looseObject({})])),
    }),
  ),
  entities: listOf(
    z.object({
      type: z.string(),
      text: text(1000),
      mentioned: unlessOdd(z.object({ id: text(1000), name: text(200) })),
    }),
  ),
});

/** An activity as it came, with what the bot reads of it. */
export type Activity = z.infer<typeof schema>;

/** The activity, or undefined when it is none that a turn can begin with. */
export function readActivity(raw: unknown): Activity | undefined {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

const tenantOf = ({ conversation, channelData }: Activity): string | undefined =>
  conversation.tenantId ?? channelData?.tenant?.id;

/** Who in which tenant; undefined for somebody without an identity in Entra (an anonymous guest, another channel). */
export function identityOf(activity: Activity): EntraIdentity | undefined {
  const tenant = tenantOf(activity);
  const objectId = activity.from.aadObjectId;
  const usable = (id: string | undefined): id is string => id !== undefined && /^[\w-]{1,100}$/.test(id);
  return usable(tenant) && usable(objectId) ? { tenant, objectId } : undefined;
}

/** Who sends, to tell one from another: also somebody without an identity. */
export function senderOf(activity: Activity): string {
  const identity = identityOf(activity);
  return identity ? `${identity.tenant}|${identity.objectId}` : activity.from.id;
}

export const isPersonal = ({ conversation }: Activity): boolean =>
  (conversation.conversationType ?? 'personal') === 'personal';

/** Whether people of other organisations may be where it came from. */
export const isShared = ({ channelData }: Activity): boolean => channelData?.channel?.type?.toLowerCase() === 'shared';

/** Where an activity came from, and so where it is answered. */
export const chatAddressOf = (activity: Activity): ChatAddress => ({
  serviceUrl: activity.serviceUrl,
  conversation: activity.conversation.id,
  conversationType: activity.conversation.conversationType ?? undefined,
  bot: activity.recipient.id,
  user: activity.from.id,
  tenant: tenantOf(activity) ?? '',
});

/** Teams' locale as a language; undefined where the activity says none (conversationUpdate does not). */
export const spokenIn = ({ locale }: Activity): Language | undefined => (locale ? languageOf(locale) : undefined);

/** Where Teams keeps the pictures that decorate a message: emoji, stickers and the films that its own search finds. */
const DECORATION_HOSTS = /^(?:statics\.teams\.(?:microsoft\.com|cdn\.office\.net)|(?:[\w-]+\.)?(?:giphy|tenor)\.com)$/i;

const isDecoration = ({ contentType, contentUrl }: Activity['attachments'][number]): boolean =>
  contentType.startsWith('image/') &&
  contentUrl !== undefined &&
  URL.canParse(contentUrl) &&
  DECORATION_HOSTS.test(new URL(contentUrl).hostname);

/** What Teams attaches to say which message this one is about. */
export const isReference = (contentType: string): boolean => /^(?:forwarded)?messageReference$/i.test(contentType);

/** What was sent beside the words: Teams adds its own text/html to every text, and says which message is answered. */
const sentBeside = ({ attachments }: Activity) =>
  attachments.filter(({ contentType }) => !contentType.startsWith('text/') && !isReference(contentType));

const isCard = (contentType: string): boolean => /^application\/vnd\.microsoft\.(?:teams\.)?card\./i.test(contentType);

/** Our own link to an idea in the bot's chat (bot/private-chat.ts), wherever it stands in a card. */
const LINK_TO_IDEA = /\/l\/chat\/0\/0\?users=[^"&]{1,200}&message=([0-9A-Za-z]{6})"/;

/** The id of the idea that a card of ours shows which somebody has sent: Teams' own search puts one into any chat, the bot's too. */
export const ideaInCard = ({ attachments }: Activity): string | undefined =>
  attachments
    .filter(({ contentType, content }) => isCard(contentType) && typeof content === 'object')
    .map(({ content }) => LINK_TO_IDEA.exec(JSON.stringify(content))?.[1])
    .find((id) => id !== undefined);

/** What somebody sent instead of words. */
export function sentInstead(activity: Activity): SentInstead | undefined {
  const sent = sentBeside(activity);
  const types = sent.filter((one) => !isDecoration(one)).map(({ contentType }) => contentType);
  if (types.length === 0) return sent.length > 0 ? 'smallTalk' : undefined;
  if (types.every(isCard)) return 'card';
  if (types.some((type) => type.startsWith('image/'))) return 'picture';
  return types.some((type) => type.startsWith('audio/') || type.startsWith('video/')) ? 'voice' : 'file';
}

/** The pictures that were sent, by where Teams keeps each; undefined for one of which it does not say that. */
export const picturesIn = (activity: Activity): (string | undefined)[] =>
  sentBeside(activity)
    .filter((one) => one.contentType.startsWith('image/') && !isDecoration(one))
    .map(({ contentUrl }) => contentUrl);
