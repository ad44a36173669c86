/**
 * The words of the HTML that Teams sends beside a message, or instead of its text. It was written by a program, and
 * perhaps by somebody who pretends to be one: read in one pass whatever it holds, never drawn or run.
 */

/** What stands between a tag's signs, or the text between two tags. */
type Token = { text: string } | { name: string; attributes: string; closes: boolean };

/** Elements whose content nobody reads. */
const UNREAD = /^(?:script|style|head|title|template|noscript|iframe|object|svg)$/;
const BLOCK = /^(?:p|div|ul|ol|li|table|tr|h[1-6]|blockquote|pre|hr|section|article)$/;
const TAG = /^(\/?)([a-z][a-z\d:-]*)/i;

function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const sign = html.indexOf('<', at);
    if (sign < 0) return yield { text: html.slice(at) };
    if (sign > at) yield { text: html.slice(at, sign) };
    const isComment = html.startsWith('<!--', sign);
    const end = isComment ? html.indexOf('-->', sign + 4) : endOfTag(html, sign + 1);
    const inside = end < 0 ? '' : html.slice(sign + 1, end);
    const [, slash, name] = TAG.exec(inside) ?? [];
    if (isComment) at = end < 0 ? html.length : end + 3;
    // A sign that opens no tag, or one that never ends, is a sign that somebody wrote.
    else if (end < 0) return yield { text: html.slice(sign) };
    else if (name === undefined && !/^[!?/]/.test(inside)) {
      yield { text: '<' };
      at = sign + 1;
    } else {
      at = end + 1;
      if (name === undefined) continue;
      const element = name.toLowerCase();
      if (!slash && UNREAD.test(element)) at = endOfUnread(html, element, at);
      else yield { name: element, attributes: inside, closes: slash === '/' };
    }
  }
}

/** Where the tag's last sign stands: one in a quoted value does not end it. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  let before = '';
  for (let at = from; at < html.length; at++) {
    const sign = html.charAt(at);
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '>') return at;
    else if (before === '=' && (sign === '"' || sign === "'")) quote = sign;
    if (sign.trim() !== '') before = sign;
  }
  return -1;
}

function endOfUnread(html: string, element: string, from: number): number {
  const closing = new RegExp(`</${element}[^<>]*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html) ? closing.lastIndex : html.length;
}

interface Leave {
  /** What is quoted from an earlier message. */
  quotes: boolean;
  /** Mentions of these names, in lower case. */
  mentions: ReadonlySet<string>;
}

/** The words, a line for each block, without what is to be left out. Entities are read once. */
export function textOfHtml(html: string, leave: Leave): string {
  let words = '';
  let quoted = 0;
  /** Where the mention begins that is being read. */
  let mention: number | undefined;
  const newLine = () => {
    if (words !== '' && !words.endsWith('\n')) words += '\n';
  };
  for (const token of tokensOf(html)) {
    if ('text' in token) {
      // Between two blocks a program breaks lines for itself.
      const between = token.text.trim() === '' && (words === '' || words.endsWith('\n'));
      if (quoted === 0 && !between) words += decoded(token.text.replace(/[ \t\r\n]+/g, ' '));
      continue;
    }
    const { name, attributes, closes } = token;
    if (name === 'blockquote' && leave.quotes) quoted = Math.max(0, quoted + (closes ? -1 : 1));
    if (quoted > 0) continue;
    if (name === 'at' && !closes) mention = words.length;
    else if (name === 'at' && mention !== undefined) {
      if (leave.mentions.has(words.slice(mention).trim().toLowerCase())) words = words.slice(0, mention);
      mention = undefined;
    } else if (name === 'br') words += '\n';
    else if (name === 'img') words += emojiIn(attributes);
    else if ((name === 'td' || name === 'th') && !closes) words += ' ';
    else if (BLOCK.test(name)) newLine();
  }
  return words
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** An emoji that Teams sends as a picture says in its alternative text which one it is. */
function emojiIn(attributes: string): string {
  if (!/\bitemtype\s*=\s*["']?[^"'\s>]*\/Emoji\b/i.test(attributes)) return '';
  return decoded(/\balt\s*=\s*"([^"]*)"/i.exec(attributes)?.[1] ?? '');
}

/** Names of characters that programs write where they need not: those of HTML itself, and of Swedish words. */
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', eacute: 'é', Eacute: 'É', uuml: 'ü' },
  ...{ hellip: '…', ndash: '–', mdash: '—', rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', raquo: '»', laquo: '«' },
  ...{ bull: '•', middot: '·', euro: '€', deg: '°', sect: '§', shy: '', zwnj: '', zwj: '' },
};
const LAST_CODE_POINT = 0x10ffff;

/** A text with its entities read, once: what they spell is text, also where it looks like one. Unknown ones stay. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hexadecimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? entity) : entity;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    if (code === 0xa0) return ' ';
    return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code).toWellFormed() : entity;
  });
