import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface LocaleRelay {
  /** Where a playground sends its activities, so that the bot gets them in this locale, for example `sv-SE`. */
  messagesUrl(locale: string): string;
  stop(): Promise<void>;
}

/**
 * Teams says which language a person uses; the playground says en-US for everyone and cannot be told otherwise. This
 * stands between the two on loopback and writes the locale into each activity. All else passes through as it is.
 */
export async function startLocaleRelay(botUrl: string): Promise<LocaleRelay> {
  const server = createServer((request, response) => {
    // A bot that is down must look down to the playground, which then waits for it.
    relay(botUrl, request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    messagesUrl: (locale) => `http://127.0.0.1:${port}/${locale}/api/messages`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function relay(botUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const [, locale = '', path = '/'] = /^\/([^/]+)(\/.*)$/.exec(url) ?? [];
  const body = await text(request);
  const answer = await fetch(new URL(path, botUrl), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== '' && { body: withLocale(body, locale) }),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function withLocale(body: string, locale: string): string {
  const activity: { entities?: object[] } = JSON.parse(body);
  const entities = activity.entities?.map((entity) => ('locale' in entity ? { ...entity, locale } : entity));
  return JSON.stringify({ ...activity, locale, ...(entities && { entities }) });
}
