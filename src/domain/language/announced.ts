import { ideaBegun } from './begun.js';
import { isProposal } from './proposals.js';

const NOUN = /(?:id[eé]a?|förslag|forslag|suggestion)(?!\p{L})/u.source;
const IS = /\s*(?::|(?<=\s)(?:är|ar|vore|handlar\s+om|gäller|galler|is|would\s+be)\s)/.source;
const WHOSE = /(?:(?:en|ett|min|mitt|vår|den|det|an?|one|my|our|the)\s+)?/.source;
const OTHER = /(?:annan|annat|andra|tredje|fjärde|fjarde|ytterligare|nästa|nasta|another|second|third|other|next)/
  .source;
const TOO = /(?:också|ocksa|även|aven|dessutom|also)/.source;
const HAVE = /(?:(?:jag|vi)\s+har|(?:i|we)\s+have|(?:i|we)['’]ve(?:\s+got)?)/.source;
const ABOUT = /(?:\s*:|\s+(?:om|kring|about|for)(?=\s))?/.source;

/** "En idé är …", "Min första idé: …". */
const FIRST = new RegExp(`^\\s*${WHOSE}(?:(?:första|forsta|ena|first)\\s+)?${NOUN}${IS}\\s*`, 'iu');

/** How people say that one more idea follows. */
const more: readonly string[] = [
  // "En annan idé är …", "En annan är …", "Another is …".
  `${WHOSE}${OTHER}(?:\\s+(?:${NOUN}|one))?${IS}`,
  // "En idé till: …".
  `${WHOSE}${NOUN}\\s+till${IS}`,
  // "Jag har en annan idé om …", "Jag har också en idé om …", "Jag har en idé till om …".
  `${HAVE}\\s+(?:${TOO}\\s+)?${WHOSE}${OTHER}\\s+${NOUN}${ABOUT}`,
  `${HAVE}\\s+${TOO}\\s+${WHOSE}${NOUN}${ABOUT}`,
  `${HAVE}\\s+${WHOSE}${NOUN}\\s+till(?!\\p{L})${ABOUT}`,
  `(?:i|we)\\s+${TOO}\\s+have\\s+an?\\s+${NOUN}${ABOUT}`,
];
const MORE = new RegExp(
  `(?:[.!?;,\\n]|\\s(?=och|and))\\s*(?:(?:och|and|sen|sedan|then)\\s+)?(?:${more.join('|')})\\s*`,
  'giu',
);

/** The ideas of a text that says where each begins: "En idé är …. En annan idé är …". Empty where it says so of one only. */
export function announcedIn(text: string): string[] {
  const others = [...text.matchAll(MORE)];
  const [next] = others;
  if (!next) return [];
  const before = text.slice(0, next.index);
  const first = ideaBegun(before)?.about ?? (FIRST.test(before) || isProposal(before) ? before.replace(FIRST, '') : '');
  if (first === '') return [];
  const rest = others.map((other, at) => text.slice(other.index + other[0].length, others[at + 1]?.index));
  return [first, ...rest].map(bare);
}

/** "att ha fler bänkar, och" as the idea that it is. */
const bare = (idea: string): string =>
  idea
    .trim()
    .replace(/^(?:att|to)\s+/iu, '')
    .replace(/[\s,;.]+(?:och|and)?$/iu, '');
