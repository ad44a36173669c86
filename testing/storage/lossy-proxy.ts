import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request to storage asks for. */
export interface Asked {
  method: string;
  /** Path and query, as sent. */
  url: string;
  body: string;
}

export interface LossyProxy {
  /** The given connection string with the tables' endpoint led through here. */
  connectionString: string;
  /** Carries out the next request that fits and then breaks the connection, so that its answer never arrives. */
  loseAnswerTo(fits: (asked: Asked) => boolean): void;
  /** Requests whose answers were lost. */
  lost: Asked[];
  stop(): Promise<void>;
}

/** A network in front of storage that can lose an answer: what was asked for has happened, and nobody is told. */
export async function startLossyProxy(connectionString: string): Promise<LossyProxy> {
  const endpoint = /TableEndpoint=http:\/\/([^:]+):(\d+)/.exec(connectionString);
  if (!endpoint) throw new Error('The connection string names no table endpoint');
  const [, host = '', port = ''] = endpoint;
  const lost: Asked[] = [];
  let fits: ((asked: Asked) => boolean) | undefined;

  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await bytesOf(incoming);
    const asked: Asked = { method, url, body: body.toString('utf8') };
    const loses = fits?.(asked) === true;
    if (loses) fits = undefined;
    const onward = request({ host, port, method, path: url, headers });
    onward.on('error', () => incoming.socket.destroy());
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    const answered = await bytesOf(answer);
    if (loses) {
      lost.push(asked);
      incoming.socket.destroy();
      return;
    }
    if (outgoing.destroyed) return;
    // Not chained: restify, where a test has loaded it, has replaced this method by one that returns nothing.
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    outgoing.end(answered);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;

  return {
    connectionString: connectionString.replace(endpoint[0], `TableEndpoint=http://127.0.0.1:${own}`),
    loseAnswerTo: (next) => {
      fits = next;
    },
    lost,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
