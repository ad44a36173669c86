import type { TurnContext } from 'botbuilder';
import { MAX_PICTURE_BYTES } from '../../domain/idea/content/picture.js';

/** How long a picture may take to come: Teams waits 15 seconds for the whole turn. */
const WITHIN_MS = 8_000;

/**
 * Gives the bytes of what somebody sent in Teams. Only from the service that the activity came from, which the token has
 * vouched for: never from an address that a sender made up, and never by way of another one (redirects are refused).
 * To be made at the beginning of a turn: the turn may outlast its context, which nothing is read from after that.
 */
export function downloadsFor(context: TurnContext): (url: string) => Promise<Uint8Array | undefined> {
  const { serviceUrl } = context.activity;
  const credentials = credentialsOf(context);
  return async (url) => {
    if (!sameService(url, serviceUrl)) return undefined;
    // Without an identity there is no token to be asked for.
    const token = credentials?.appId ? await credentials.getToken?.() : undefined;
    try {
      const response = await fetch(url, {
        redirect: 'error',
        signal: AbortSignal.timeout(WITHIN_MS),
        ...(token && { headers: { authorization: `Bearer ${token}` } }),
      });
      if (!response.ok || !response.body) return undefined;
      return await readAtMost(response.body, MAX_PICTURE_BYTES);
    } catch {
      // What cannot be had is told to the sender like what is too large: describe it in words.
      return undefined;
    }
  };
}

function sameService(url: string, serviceUrl: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(serviceUrl)) return false;
  return new URL(url).origin === new URL(serviceUrl).origin;
}

interface Credentials {
  appId?: string;
  getToken?: () => Promise<string>;
}
interface Signing {
  client?: { credentials?: Credentials };
  credentials?: Credentials;
}

/** What gives the bot's own token. */
function credentialsOf(context: TurnContext): Credentials | undefined {
  const connector = context.turnState.get<Signing | undefined>(context.adapter.ConnectorClientKey);
  return connector?.credentials ?? connector?.client?.credentials;
}

async function readAtMost(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
