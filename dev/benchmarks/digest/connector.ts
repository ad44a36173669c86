import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Teams' side of a long run, which only counts: what came to each conversation. */
export interface CountingConnector {
  url: string;
  /** How many messages came, by conversation. */
  arrived: ReadonlyMap<string, number>;
  /** Settles when so many messages have come in all, or none for so many milliseconds; gives how many. */
  until(messages: number, silence: number): Promise<number>;
  stop(): Promise<void>;
}

export async function startCountingConnector(): Promise<CountingConnector> {
  const arrived = new Map<string, number>();
  let all = 0;
  let latest = performance.now();
  const server = createServer((request, response) => {
    const [, conversation = ''] = /^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url ?? '') ?? [];
    request.resume().on('end', () => {
      const name = decodeURIComponent(conversation);
      arrived.set(name, (arrived.get(name) ?? 0) + 1);
      all += 1;
      latest = performance.now();
      // Two calls: restify, where it is loaded, takes the chaining away.
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(`{"id":"1:${all}"}`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    async until(messages, silence) {
      latest = performance.now();
      while (all < messages && performance.now() - latest < silence) await new Promise((go) => setTimeout(go, 250));
      return all;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
