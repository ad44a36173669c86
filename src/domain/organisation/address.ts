import { tidy } from '../language/tidy.js';

/** The longest address there is (RFC 5321), and the longest text that anybody pastes one in. */
const LONGEST = 254;
const LONGEST_TEXT = 400;

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The object id of somebody in Entra, in lower case as it is kept, where a text is one: what Teams' people picker gives. */
export function objectIdIn(text: string): string | undefined {
  const id = text.trim().toLowerCase();
  return OBJECT_ID.test(id) ? id : undefined;
}

/** What stands around addresses where they are copied from: a mail program's list, a link, a sentence. None of it is in one. */
const AROUND = /[\s<>()[\]{}‹›«»〈〉＜＞"“”„‟,;:|\\]+/u;
/** A letter or digit begins and ends both sides; what quotes or ends a sentence is left outside. */
const EDGES = /^[^\p{L}\p{N}_+]+|[^\p{L}\p{N}]+$/gu;
const ADDRESS = /^[\p{L}\p{N}!#$%&'*+/=?^_`{}~.-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;

/**
 * The one e-mail address that a text holds, in lower case, without what mail programs and people put around it:
 * "Anna Berg <anna.berg@x.example>;", "mailto:bo.ek@x.example?subject=Hej", "‹anna.berg@x.example›,". Undefined where there
 * is none, and where there are several: nobody can say which is meant.
 */
export function addressIn(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const plain = tidy(text).replaceAll('＠', '@').replaceAll(/%40/g, '@').replaceAll(/\?\S*/g, ' ');
  const written = plain.split(AROUND).filter((part) => part.includes('@'));
  const addresses = new Set(written.map((part) => part.replace(EDGES, '').toLowerCase()));
  const [address] = addresses;
  const isOne = addresses.size === 1 && address !== undefined && address.length <= LONGEST && ADDRESS.test(address);
  return isOne ? address : undefined;
}
