import type { MessageText } from '../../bot/incoming.js';
import { type Activity, isReference } from '../activity.js';
import { decoded, textOfHtml } from './html-text.js';

/** Which message an answer is to: Teams puts it into the text. The words that were quoted are not the writer's. */
const QUOTED = /<quoted\b[^<>]*>|<\/quoted>/gi;
/** Where a card stands that was found in Teams' own search and sent: nobody has written that. */
const PLACE_OF_CARD =
  /<span\b[^<>]*schema\.skype\.com\/InputExtension[^<>]*>\s*(?:<span\b[^<>]*>\s*<\/span>\s*)*<\/span>/gi;
const MENTION = /<at\b[^<>]*>([^<]*)<\/at>/gi;
const FIRST_MENTION = /^\s*<at\b[^<>]*>([^<]*)<\/at>/i;
const REPLY = /schema\.skype\.com\/Reply/i;

/**
 * What somebody has written in a message, whichever way their client sends it: as text, as HTML alone, with a mention of
 * the bot (with an entity, one without its text, or none), as an answer to a quoted message, with signs spelled as
 * entities. Empty when nothing was written. The HTML beside a text tells whether what looks like an entity or a tag in it
 * was typed so: then it stays as it is.
 */
export function writtenIn(activity: Activity): MessageText {
  const html = activity.attachments.flatMap(({ contentType, content }) =>
    contentType.startsWith('text/html') && typeof content === 'string' && content ? [content] : [],
  );
  const mentions = namesOfBot(activity);
  const quotes = isReply(activity) || html.some((one) => REPLY.test(one));
  const read = (leave: Parameters<typeof textOfHtml>[1]) => html.map((one) => textOfHtml(one, leave)).join('\n');
  const own = () => read({ quotes, mentions }).trim();
  const sent = (activity.text ?? '').replace(PLACE_OF_CARD, ' ');
  const bare = withoutBot(sent.replace(QUOTED, ' '), mentions);
  if (bare.trim() === '') return both(own());
  if (quotes) return both(own() || plain(bare));
  const isTyped = html.length > 0 && sameLetters(read({ quotes: false, mentions: new Set() }), sent);
  return {
    text: isTyped ? bare.trim() : plain(withoutFirst(bare, activity)),
    asCommand: plain(withoutFirst(bare, activity)),
  };
}

const both = (text: string): MessageText => ({ text, asCommand: text });

const plain = (text: string): string => decoded(text.replace(MENTION, '$1')).trim();

/** White space may be written in many ways between the same letters. */
const sameLetters = (one: string, other: string): boolean => one.replace(/\s+/g, '') === other.replace(/\s+/g, '');

const isReply = ({ entities, attachments }: Activity): boolean =>
  entities.some(({ type }) => /^quoted/i.test(type)) || attachments.some(({ contentType }) => isReference(contentType));

/** What the bot may be called in a mention. */
function namesOfBot({ recipient, entities }: Activity): ReadonlySet<string> {
  const own = entities.filter(({ mentioned }) => mentioned?.id === recipient.id);
  const names = [
    recipient.name,
    ...own.flatMap(({ mentioned, text }) => [mentioned?.name, text && FIRST_MENTION.exec(text)?.[1]]),
  ];
  return new Set(names.flatMap((name) => (name?.trim() ? [name.trim().toLowerCase()] : [])));
}

const withoutBot = (text: string, names: ReadonlySet<string>): string =>
  text.replace(MENTION, (mention, name: string) => (names.has(decoded(name).trim().toLowerCase()) ? ' ' : mention));

/** A message that begins with a mention is for the one who is mentioned: the bot, unless an entity says that it is somebody else. */
function withoutFirst(text: string, { recipient, entities }: Activity): string {
  const name = FIRST_MENTION.exec(text)?.[1]?.trim().toLowerCase();
  const others = entities.filter(({ mentioned }) => mentioned && mentioned.id !== recipient.id);
  const isOther = others.some(({ mentioned, text: shown = '' }) =>
    [mentioned?.name, FIRST_MENTION.exec(shown)?.[1]].some((one) => one?.trim().toLowerCase() === name),
  );
  return name === undefined || isOther ? text : text.replace(FIRST_MENTION, ' ');
}
