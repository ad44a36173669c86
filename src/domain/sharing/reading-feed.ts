import { z } from 'zod';
import { oneLine, tidy } from '../language/tidy.js';
import { accept, type Result, refuse } from '../result.js';
import { type Instant, millisecondsOf } from '../time.js';
import {
  entryKinds,
  feedSchema,
  fileSchema,
  isWithdrawn,
  mostInFeed,
  type SharedEntry,
  type SharedFeed,
  type SharingFile,
} from './feed.js';

/** Why a whole file is refused. What was read before stays. */
export const feedFaults = [
  ...(['tooLarge', 'notJson', 'notThisFormat', 'tooMany', 'twice', 'forged', 'revoked'] as const),
  ...(['replayed', 'changedInPlace', 'expired', 'early', 'ours', 'anotherPublisher'] as const),
] as const;
export type FeedFault = (typeof feedFaults)[number];

/** `detail`: where, for whoever writes such files; nothing of what the file says. */
export interface FeedRefusal {
  code: FeedFault;
  detail?: string;
}

/** What a reader knows of a neighbour before. */
export interface KnownFeed {
  publisher?: string;
  number?: number;
  /** Of the payload of that number. */
  hash?: string;
  revoked?: readonly string[];
}

/** Who reads, what they believe, and what they know. */
export interface FeedReader {
  /** The reader's own code; undefined: nobody in particular. */
  us?: string | undefined;
  keys: readonly string[];
  known: KnownFeed;
  now: Instant;
}

export interface ReadFeed {
  feed: SharedFeed;
  hash: string;
  /** What of it is to be shown. */
  entries: readonly SharedEntry[];
  /** What is left out, because it comes from the reader or has been through there. */
  ours: readonly string[];
  withdrawn: readonly string[];
}

/** What node:crypto does and the domain does not. */
export interface FeedCrypto {
  /** Whether this key has signed this text, by Ed25519 over its UTF-8. */
  verify: (text: string, signed: { publicKey: string; signature: string }) => boolean;
  /** SHA-256 of a text. */
  hash: (text: string) => string;
}

/** Clocks of two municipalities agree within this, in milliseconds. */
const CLOCKS_AGREE_MS = 24 * 60 * 60_000;

/** Reads a file as a stranger's: whole or not at all. Text in it is data, tidied as what people here write. */
export function readFeed(bytes: Uint8Array, reader: FeedReader, crypto: FeedCrypto): Result<ReadFeed, FeedRefusal> {
  const opened = openFile(bytes);
  if (!opened.ok) return opened;
  const signed = signedBy(opened.value, reader, crypto);
  if (!signed.ok) return signed;
  const parsed = parsePayload(opened.value.payload);
  if (!parsed.ok) return parsed;
  const feed = parsed.value;
  const hash = crypto.hash(opened.value.payload);
  const fault = faultOf(feed, hash, reader);
  if (fault) return refuse(fault);
  const shared = feed.entries.filter((entry): entry is SharedEntry => !isWithdrawn(entry));
  const isOurs = ({ origins = [] }: SharedEntry) => origins.some(({ publisher }) => publisher === reader.us);
  return accept({
    ...{ feed, hash },
    entries: shared.filter((entry) => !isOurs(entry)).map(tidied),
    ours: shared.filter(isOurs).map(({ id }) => id),
    withdrawn: feed.entries.filter(isWithdrawn).map(({ id }) => id),
  });
}

/** The file around what is signed. */
export function openFile(bytes: Uint8Array): Result<SharingFile, FeedRefusal> {
  if (bytes.byteLength > mostInFeed.bytes) return refuse({ code: 'tooLarge' });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse({ code: 'notJson' });
  }
  const file = fileSchema.safeParse(json);
  return file.success ? accept(file.data) : refuse({ code: 'notThisFormat', detail: whereOf(file.error) });
}

/** Nothing of what is not signed by a key that is believed is looked at. */
function signedBy(
  { payload, signatures }: SharingFile,
  { keys, known }: FeedReader,
  { verify }: FeedCrypto,
): Result<true, FeedRefusal> {
  const believed = signatures.filter(({ publicKey }) => keys.includes(publicKey));
  const good = believed.filter(({ publicKey }) => !known.revoked?.includes(publicKey));
  if (believed.length > 0 && good.length === 0) return refuse({ code: 'revoked' });
  return good.some((one) => verify(payload, one)) ? accept(true) : refuse({ code: 'forged' });
}

/** Entries of kinds that a later version has are passed over. */
export function parsePayload(payload: string): Result<SharedFeed, FeedRefusal> {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return refuse({ code: 'notJson', detail: 'payload' });
  }
  // Counted before it is looked into, so that a file of very many costs no more.
  const { entries } = Object(json);
  if (Array.isArray(entries) && entries.length > mostInFeed.entries + mostInFeed.withdrawn)
    return refuse({ code: 'tooMany' });
  const some = loose.safeParse(json);
  if (!some.success) return refuse({ code: 'notThisFormat', detail: whereOf(some.error) });
  const known = some.data.entries.filter(({ kind }) => kind === undefined || isKnownKind(kind));
  const withdrawn = known.filter((entry) => 'withdrawn' in entry).length;
  if (withdrawn > mostInFeed.withdrawn || some.data.entries.length - withdrawn > mostInFeed.entries)
    return refuse({ code: 'tooMany' });
  const feed = feedSchema.safeParse({ ...some.data, entries: known });
  return feed.success ? accept(feed.data) : refuse({ code: 'notThisFormat', detail: whereOf(feed.error) });
}
const loose = z.looseObject({ entries: z.array(z.looseObject({ kind: z.string().optional() })) });
const isKnownKind = (kind: string): boolean => entryKinds.some((one) => one === kind);

function faultOf(feed: SharedFeed, hash: string, { us, known, now }: FeedReader): FeedRefusal | undefined {
  const { publisher, number, issued, expires, entries } = feed;
  const at = millisecondsOf(now);
  if (publisher.code === us) return { code: 'ours' };
  if (known.publisher !== undefined && known.publisher !== publisher.code) return { code: 'anotherPublisher' };
  if (known.number !== undefined && number < known.number) return { code: 'replayed' };
  if (number === known.number && hash !== known.hash) return { code: 'changedInPlace' };
  if (Date.parse(issued) > at + CLOCKS_AGREE_MS) return { code: 'early' };
  if (Date.parse(expires) < at) return { code: 'expired' };
  if (new Set(entries.map(({ id }) => id)).size < entries.length) return { code: 'twice' };
  return undefined;
}

/** As text of people here is kept: nothing in it that is not seen, or that turns what is around it. */
function tidied(entry: SharedEntry): SharedEntry {
  const { title, need, core, ownWay, first, goal, result, lesson, ...rest } = entry;
  const texts = { core, ownWay, first, goal, result, lesson };
  const kept = Object.entries(texts).flatMap(([name, text]) => (text && tidy(text) ? [[name, tidy(text)]] : []));
  return { ...rest, title: oneLine(title) || '–', need: tidy(need) || '–', ...Object.fromEntries(kept) };
}

/** Where the first fault is, by names of the format and nothing of what the file says. */
const whereOf = ({ issues }: z.ZodError): string => {
  const [first] = issues;
  const path = (first?.path ?? []).map((part) => (typeof part === 'number' || NAME.test(String(part)) ? part : '?'));
  return path.join('.') || '.';
};
const NAME = /^[A-Za-z]{1,20}$/;
