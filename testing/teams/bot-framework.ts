import { constants, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A pair of keys as Bot Framework has them: an id, and the channels that tokens signed with it may speak for. */
export interface SigningKey {
  id: string;
  publicKey: KeyObject;
  privateKey: KeyObject;
  endorsements?: readonly string[];
}

export const makeKey = (id: string, endorsements?: readonly string[], bits = 2048): SigningKey => ({
  id,
  ...generateKeyPairSync('rsa', { modulusLength: bits }),
  ...(endorsements && { endorsements }),
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signatures: Record<string, (data: string, key: SigningKey) => Buffer> = {
  none: () => Buffer.alloc(0),
  RS256: (data, { privateKey }) => sign('sha256', Buffer.from(data), privateKey),
  PS256: (data, { privateKey: key }) =>
    sign('sha256', Buffer.from(data), { key, padding: constants.RSA_PKCS1_PSS_PADDING }),
  /** The old trick: the public key, which everybody has, used as a shared secret. */
  HS256: (data, { publicKey }) =>
    createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
      .update(data)
      .digest(),
};

/** A token of these claims, signed so; every part of it may be wrong. */
export function makeToken(claims: object, key: SigningKey, header: { alg?: string; kid?: string } = {}): string {
  const full = { typ: 'JWT', alg: 'RS256', kid: key.id, ...header };
  const data = `${part(full)}.${part(claims)}`;
  return `${data}.${signatures[full.alg]?.(data, key).toString('base64url') ?? 'AAAA'}`;
}

/**
 * What Microsoft runs beside Teams: the OpenID metadata and keys with which bots look at tokens, and the endpoint of a
 * machine's managed identity, where a bot gets its own.
 */
export class BotFramework {
  keys: SigningKey[] = [];
  /** While true, every answer is 503. */
  down = false;
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** Why an app registration gets no token, as Entra numbers it (7000222: its secret has run out); undefined: it gets one. */
  refuses: number | undefined;
  /** The application permissions that an app registration's token carries. */
  roles: string[] = [];
  /** What a token was asked for: `resource`, and `client_id` where a certain identity was meant. */
  readonly tokensAskedFor: Record<string, string>[] = [];
  readonly #server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    this.asked.push(pathname);
    if (pathname === '/identity') this.tokensAskedFor.push(Object.fromEntries(searchParams));
    if (!this.down && pathname.endsWith('/oauth2/v2.0/token')) {
      response.writeHead(this.refuses ? 401 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(this.#ofApp()));
      return;
    }
    const body = this.down ? undefined : this.#answers[pathname]?.();
    response.writeHead(body ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  readonly #answers: Record<string, () => object> = {
    '/openidconfiguration': () => ({ issuer: 'https://api.botframework.com', jwks_uri: `${this.url}/keys` }),
    '/keys': () => ({
      keys: this.keys.map(({ id, publicKey, endorsements }) => ({
        ...publicKey.export({ format: 'jwk' }),
        use: 'sig',
        kid: id,
        ...(endorsements && { endorsements }),
      })),
    }),
    '/identity': () => ({
      access_token: 'a-token-of-the-bot',
      expires_on: String(Math.floor(Date.now() / 1000) + 86_400),
      resource: 'https://api.botframework.com',
      token_type: 'Bearer',
    }),
  };

  #ofApp(): object {
    if (this.refuses) {
      const sentence = `AADSTS${this.refuses}: Sample. Trace ID: sample`;
      return { error: 'invalid_client', error_description: sentence, error_codes: [this.refuses] };
    }
    return { token_type: 'Bearer', expires_in: 3599, access_token: `e30.${part({ roles: this.roles })}.sample` };
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get metadataUrl(): string {
    return `${this.url}/openidconfiguration`;
  }

  /** What a machine with a managed identity has in its environment (App Service's own names). */
  get environment(): Record<string, string> {
    return { IDENTITY_ENDPOINT: `${this.url}/identity`, IDENTITY_HEADER: 'secret-of-the-machine' };
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
