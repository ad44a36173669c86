import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { AzuritePorts } from '../storage/azurite';

/** A request to storage, before it gets there. */
export interface StorageRequest {
  service: 'queue' | 'table';
  method: string;
  /** Path and query, decoded. */
  path: string;
  body: string;
}

export type Fits = (request: StorageRequest) => boolean;

/** Stands between a bot and storage, lets everything through, and can be shut at a chosen request. */
export class StorageGate {
  #shutsAt: Fits = () => false;
  #refuses: Fits = () => false;
  #isShut = false;
  #reportShut: () => void = () => {};

  private constructor(
    readonly ports: AzuritePorts,
    private readonly servers: readonly Server[],
  ) {}

  static async open(behind: AzuritePorts): Promise<StorageGate> {
    const listen = async (service: 'queue' | 'table'): Promise<Server> => {
      const server = createServer((incoming, outgoing) => {
        gate.#pass(service, behind[service], incoming, outgoing).catch(() => outgoing.destroy());
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    };
    const [queue, table] = [await listen('queue'), await listen('table')];
    const gate = new StorageGate({ ...behind, queue: portOf(queue), table: portOf(table) }, [queue, table]);
    return gate;
  }

  /**
   * Shuts at the first request that fits after one that fits `after` has passed: neither it nor any later one reaches
   * storage. Settles when that has happened.
   */
  shutAt(fits: Fits, { after }: { after?: Fits } = {}): Promise<void> {
    let begun = after === undefined;
    this.#shutsAt = (request) => {
      if (begun) return fits(request);
      begun = after?.(request) === true;
      return false;
    };
    return new Promise((resolve) => {
      this.#reportShut = resolve;
    });
  }

  /** From now on storage refuses the requests that fit, for good, and quotes in its reason all that it was sent. */
  refuse(fits: Fits): void {
    this.#refuses = fits;
  }

  /** Lets everything through again; what stood before the gate is dropped. */
  reopen(): void {
    this.#shutsAt = () => false;
    this.#refuses = () => false;
    this.#isShut = false;
    for (const server of this.servers) server.closeAllConnections();
  }

  async close(): Promise<void> {
    await Promise.all(
      this.servers.map(async (server) => {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      }),
    );
  }

  async #pass(
    service: StorageRequest['service'],
    port: number,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> {
    const { method = 'GET', url = '/', headers } = incoming;
    const body = await text(incoming);
    const asked: StorageRequest = { service, method, path: decodeURIComponent(url), body };
    if (!this.#isShut && this.#shutsAt(asked)) {
      this.#isShut = true;
      this.#reportShut();
    }
    if (this.#isShut) return;
    if (this.#refuses(asked)) {
      const fault = {
        'odata.error': { code: 'InvalidInput', message: { lang: 'en', value: `${asked.path} ${body}` } },
      };
      outgoing.writeHead(400, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(fault));
      return;
    }
    const behind = request({ host: '127.0.0.1', port, method, path: url, headers });
    behind.end(body);
    const [answer] = (await once(behind, 'response')) as [IncomingMessage];
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
