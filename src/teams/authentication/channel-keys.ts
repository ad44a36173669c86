import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A key of Bot Framework, and for which channels tokens that it signs may speak. */
export interface ChannelKey {
  key: KeyObject;
  endorsements: readonly string[];
}

export interface ChannelKeys {
  /**
   * The key of this id; `unknown` when Bot Framework has none such, `unavailable` when it could not be asked.
   * Never rejects. A known key is given at once, whatever the network does.
   */
  find(id: string): Promise<ChannelKey | 'unknown' | 'unavailable'>;
  /** Whether there is a key that may be trusted. Asked for only where there is none, so that a failed question is no reason. */
  anyUsable(): Promise<boolean>;
}

interface ChannelKeysOptions {
  /** The address of the OpenID metadata, which names that of the keys. */
  metadataUrl: string;
  /** Milliseconds since the epoch. */
  now: () => number;
  log: { error(what: object, message: string): void };
}

const hours = (count: number): number => count * 3_600_000;
/** Keys are asked for anew after a day (Microsoft's "Authenticate requests from the connector"). */
const FRESH_FOR = hours(24);
/** A key that nobody has confirmed for a week is not trusted: it may have been withdrawn. */
const TRUSTED_FOR = hours(7 * 24);
/** Milliseconds between two questions, so that tokens with made-up key ids cannot make the bot ask without end. */
const PAUSE_MS = 60_000;
const PAUSE_AFTER_FAILURE_MS = 5_000;
const ANSWER_WITHIN_MS = 5_000;
/** Bits. Nothing below is safe (NIST SP 800-131A). */
const SHORTEST = 2048;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({ keys: z.array(z.unknown()).max(1000) });
const keySchema = z.object({
  kid: z.string().min(1),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

/** Bot Framework's public keys, kept as long as they may be trusted. What cannot be fetched now is tried again when it is next needed. */
export function createChannelKeys({ metadataUrl, now, log }: ChannelKeysOptions): ChannelKeys {
  let known = new Map<string, ChannelKey>();
  let confirmedAt = Number.NEGATIVE_INFINITY;
  let asked: { at: number; failed: boolean } | undefined;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    const at = now();
    try {
      known = await fetchKeys(metadataUrl);
      confirmedAt = at;
      asked = { at, failed: false };
    } catch (error) {
      asked = { at, failed: true };
      log.error(
        { err: error },
        'The keys of Bot Framework could not be fetched: known ones still count, messages signed with others are refused. Check that the network lets the bot reach login.botframework.com',
      );
    }
  }

  /** Several who need keys at once ask once. */
  async function refresh(): Promise<void> {
    const since = asked ? Math.abs(now() - asked.at) : Number.POSITIVE_INFINITY;
    if (!asking && since < (asked?.failed ? PAUSE_AFTER_FAILURE_MS : PAUSE_MS)) return;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    await asking;
  }

  const trusted = (id: string) => (isTrusted() ? known.get(id) : undefined);

  const isTrusted = () => known.size > 0 && now() - confirmedAt < TRUSTED_FOR;
  const refreshIfOld = () => {
    if (now() - confirmedAt >= FRESH_FOR) void refresh();
  };

  return {
    async anyUsable() {
      if (isTrusted()) refreshIfOld();
      else await refresh();
      return isTrusted();
    },
    async find(id) {
      const key = trusted(id);
      if (key) {
        refreshIfOld();
        return key;
      }
      await refresh();
      return trusted(id) ?? (asked?.failed ? 'unavailable' : 'unknown');
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<Map<string, ChannelKey>> {
  const { jwks_uri } = metadataSchema.parse(await fetchJson(metadataUrl));
  if (new URL(jwks_uri).protocol !== new URL(metadataUrl).protocol) throw new Error('The keys lie at another protocol');
  const { keys } = keysSchema.parse(await fetchJson(jwks_uri));
  const usable = new Map(keys.flatMap(keyOf));
  if (usable.size === 0) throw new Error('There is no usable key');
  return usable;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  if (!response.ok) throw new Error(`The keys' address answers ${response.status}`);
  return response.json();
}

/** One key that cannot be used takes none of the others with it. */
function keyOf(raw: unknown): [string, ChannelKey][] {
  const parsed = keySchema.safeParse(raw);
  if (!parsed.success) return [];
  const { kid, endorsements, kty, n, e } = parsed.data;
  try {
    const jwk: JsonWebKey = { kty, n, e };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST ? [[kid, { key, endorsements }]] : [];
  } catch {
    return [];
  }
}
