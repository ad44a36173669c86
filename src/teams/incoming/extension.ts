import { z } from 'zod';
import type { ChatMessage, ExtensionQuery, Press, What } from '../../bot/incoming.js';
import { isMessageLink } from '../../domain/idea/content/source.js';
import { parseIdeaId } from '../../domain/ids.js';
import { type Activity, text, unlessOdd } from '../activity.js';
import { textOfHtml } from './html-text.js';

// What clients send by the message extension. They leave out more than they should: the playground names neither command nor
// parameter, so nothing is judged by what is not there.

/** As many as Teams asks for at a time; who asks for more gets no more. */
const MOST = 25;
/** More than anybody looks for. */
const LONGEST_WORDS = 200;
/** Nobody turns pages for so long. */
const MOST_SKIPPED = 10_000;

const whole = (from: number, to: number, otherwise: number) => z.number().int().min(from).max(to).catch(otherwise);

const parameter = z.object({ name: text(100), value: z.unknown().optional() });
const querySchema = z.object({
  commandId: text(100),
  parameters: z.array(parameter.catch({})).catch([]),
  queryOptions: z
    .object({ skip: whole(0, MOST_SKIPPED, 0), count: whole(1, MOST, MOST) })
    .catch({ skip: 0, count: MOST }),
});

/** What came by the message extension, told by the invoke's name; undefined for another one. */
export function extensionIn({ name, value, from }: Activity): What | undefined {
  switch (name) {
    case 'composeExtension/query':
      return asksNothing(value) ? undefined : { kind: 'extensionQuery', query: queryIn(value) };
    case 'composeExtension/queryLink':
      return { kind: 'extensionItem', id: linkedIn(value) };
    case 'composeExtension/selectItem':
      return { kind: 'extensionItem', id: idOf(item.catch({}).parse(value).idea) };
    case 'composeExtension/fetchTask':
      return { kind: 'dialogOpen', message: messageIn(value, [from.id, from.aadObjectId]) };
    case 'composeExtension/submitAction':
      return { kind: 'dialogSend', press: sentIn(value) };
    default:
      return undefined;
  }
}

/** Whatever a client leaves out, it says something of what is looked for: this is no search. */
const asksNothing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** A client that has only opened the search says so in a parameter of its own, as text. */
const OPENED = 'initialRun';

function queryIn(value: unknown): ExtensionQuery {
  const { commandId, parameters, queryOptions } = querySchema.catch(querySchema.parse({})).parse(value);
  const written = parameters.find(({ name, value: said }) => name !== OPENED && typeof said === 'string');
  const words = typeof written?.value === 'string' ? written.value.slice(0, LONGEST_WORDS).trim() : '';
  return { command: commandId, words, ...queryOptions };
}

const item = z.object({ idea: text(20) });
const link = z.object({ url: text(2000) });

/** Where an idea's link leads is http/server.ts's; whose address it is Teams has looked after. */
const PATH = /^\/ideas\/([0-9A-Za-z]{6})\/?$/;

function linkedIn(value: unknown): string | undefined {
  const { url } = link.catch({}).parse(value);
  return url !== undefined && URL.canParse(url) ? idOf(PATH.exec(new URL(url).pathname)?.[1]) : undefined;
}

const idOf = (written: string | undefined): string | undefined => (written ? parseIdeaId(written) : undefined);

/** What is cut here is more than an idea takes. */
const LONGEST_MESSAGE = 50_000;
const NOBODY: ReadonlySet<string> = new Set();

/** Who is nobody in the tenant, as Teams names their kind: their id is one of elsewhere, and they never meet the bot. */
const outsiders: ReadonlySet<string> = new Set([
  ...['federateduser', 'anonymousguest', 'personalmicrosoftaccountuser', 'skypeuser', 'phoneuser'],
  ...['emailuser', 'azurecommunicationservicesuser'],
]);

const payload = z.object({
  messagePayload: z.object({
    linkToMessage: text(1000),
    // An app's message has no user.
    from: unlessOdd(z.object({ user: unlessOdd(z.object({ id: text(100), userIdentityType: text(50) })) })),
    body: unlessOdd(z.object({ contentType: text(20), content: unlessOdd(z.string()) })),
  }),
});

/** The message of which the command was chosen; undefined where it was chosen beside none. */
function messageIn(value: unknown, self: readonly (string | undefined)[]): ChatMessage | undefined {
  const parsed = payload.safeParse(value);
  if (!parsed.success) return undefined;
  const { linkToMessage, from, body } = parsed.data.messagePayload;
  const content = (body?.content ?? '').slice(0, LONGEST_MESSAGE);
  // Some clients leave out what it is.
  const words = body?.contentType === 'text' ? content.trim() : textOfHtml(content, { quotes: true, mentions: NOBODY });
  const isOutsider = outsiders.has(from?.user?.userIdentityType?.toLowerCase() ?? '');
  const author = isOutsider ? undefined : from?.user?.id;
  const isOwn = author !== undefined && self.includes(author);
  return {
    words,
    link: linkToMessage !== undefined && isMessageLink(linkToMessage) ? linkToMessage : undefined,
    // Teams names people here by their ids in Entra, the playground by those in the chat.
    isOwn,
    ...(author !== undefined && !isOwn && { author }),
  };
}

const sent = z.object({ data: z.record(z.string(), z.unknown()) });

/** What a dialog's card sends: as with Action.Submit, the verb stands among its data. */
function sentIn(value: unknown): Press {
  const { data } = sent.catch({ data: {} }).parse(value);
  return { verb: data.verb, data };
}
