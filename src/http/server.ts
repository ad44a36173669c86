import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { createServer as createRestify, type Next, plugins, type Request, type Response, type Server } from 'restify';
import type { Bot } from '../bot/bot.js';
import { NotReady } from './readiness.js';

export type { Server };

/** Teams' largest activity is far below this; more is refused before anything is authenticated. */
const MAX_BODY = 256 * 1024;

export interface HttpDeps {
  bot: Bot;
  /** Resolves when the bot can do its work, rejects with a NotReady when it cannot. */
  ready: () => Promise<void>;
  /** What operators measure; without it there is no such address. */
  metrics?: () => Promise<{ contentType: string; body: string }>;
  log: { error(what: object, message: string): void };
}

/** The bot's HTTP side: Teams' messages, and three addresses that say how it is. Errors tell the outside a status and nothing more. */
export function createServer({ bot, ready, metrics, log }: HttpDeps): Server {
  const server = createRestify({ name: 'idelotsen', handleUncaughtExceptions: false });
  // restify would unpack a small body into a huge one before anybody has shown who they are. Teams does not compress.
  server.pre((request: Request, response: Response, next: Next) => {
    if (request.header('content-encoding') === undefined) return next();
    response.send(415);
    return next(false);
  });
  server.use(plugins.bodyParser({ maxBodySize: MAX_BODY, mapParams: false, rejectUnknown: false }));

  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { status: 'alive' });
  });

  server.get('/readyz', async (_request: Request, response: Response) => {
    try {
      await ready();
      response.send(200, { status: 'ready' });
    } catch (error) {
      const reason = error instanceof NotReady ? error.reason : 'unknown';
      log.error(
        { reason, err: error },
        'Not ready: storage or queue does not answer, or the clock differs from storage’s. Check the connection string, the network and the time',
      );
      response.send(503, { status: 'not ready', reason });
    }
  });

  if (metrics) {
    server.get('/metrics', async (_request: Request, response: Response) => {
      try {
        const { contentType, body } = await metrics();
        response.sendRaw(200, body, { 'Content-Type': contentType });
      } catch (error) {
        log.error({ err: error }, 'The metrics could not be read');
        response.send(503);
      }
    });
  }

  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      const { status, body } = await bot.receive(request.header('authorization') ?? '', request.body);
      if (body === undefined) response.send(status);
      else response.send(status, body);
    } catch (error) {
      log.error({ err: error }, 'An activity could not be handled; Teams tries it again');
      response.send(500);
    }
  });

  // restify's own answers carry its words about the fault; a status is enough.
  server.on(
    'restifyError',
    (_request: Request, _response: Response, error: { toJSON?: unknown; toString?: unknown }, done: () => void) => {
      error.toJSON = () => ({ status: 'refused' });
      error.toString = () => 'refused';
      done();
    },
  );
  // Nobody speaks another protocol to the bot; restify would leave such a connection open for ever.
  server.on('upgrade', (_request: Request, socket: { destroy(): void }) => socket.destroy());
  return server;
}

/** So long, in milliseconds, may an answer be on its way out of this machine before its connection is cut. */
const LAST_WORDS = 250;

/**
 * Takes no new connections, and settles when every request in hand has been answered. Connections that only stand open,
 * or have sent half a request, do not keep it waiting.
 */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.server.closeIdleConnections();
  do {
    while (server.inflightRequests() > 0) await once(server, 'after');
    await Promise.race([closed, setTimeout(LAST_WORDS)]);
  } while (server.inflightRequests() > 0);
  server.server.closeAllConnections();
  await closed;
}
