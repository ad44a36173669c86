import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request to storage that stands before the relay. */
export interface Relayed {
  service: 'queue' | 'table';
  method: string;
  /** Path and query, decoded. */
  path: string;
  body: string;
}

/** What happens to a request on its way: it goes on to storage when the promise settles. `answered` settles when the answer is back. */
export type OnTheWay = (request: Relayed, answered: Promise<void>) => Promise<void>;

export interface StorageRelay {
  /** Storage as it is reached through the relay. */
  connectionString: string;
  /** From now on every request is treated so. */
  treat(onTheWay: OnTheWay): void;
  stop(): Promise<void>;
}

/** Something in front of Azurite that can hold its requests, so that they can be counted, delayed or looked at. */
export async function startStorageRelay(behind: string): Promise<StorageRelay> {
  const ports = { queue: portIn(behind, 'Queue'), table: portIn(behind, 'Table') };

  let onTheWay: OnTheWay = async () => {};

  async function pass(service: Relayed['service'], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await buffer(incoming);
    const answered = new Promise<void>((resolve) => outgoing.once('close', resolve));
    await onTheWay({ service, method, path: decodeURIComponent(url), body: body.toString('utf8') }, answered);
    const onward = request({ host: '127.0.0.1', port: ports[service], method, path: url, headers });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  }

  async function listen(service: Relayed['service']): Promise<Server> {
    const server = createServer((incoming, outgoing) => {
      pass(service, incoming, outgoing).catch(() => outgoing.destroy());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }

  const [queue, table] = await Promise.all([listen('queue'), listen('table')]);
  return {
    connectionString: behind
      .replace(`:${ports.queue}/`, `:${portOf(queue)}/`)
      .replace(`:${ports.table}/`, `:${portOf(table)}/`),
    treat: (next) => {
      onTheWay = next;
    },
    async stop() {
      for (const server of [queue, table]) {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      }
    },
  };
}

function portIn(connectionString: string, service: 'Queue' | 'Table'): number {
  const port = new RegExp(`${service}Endpoint=http://127\\.0\\.0\\.1:(\\d+)/`).exec(connectionString)?.[1];
  if (!port) throw new Error(`The connection string names no ${service} endpoint on this machine`);
  return Number(port);
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
