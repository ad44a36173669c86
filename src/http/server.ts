import { createServer as createRestify, plugins, type Request, type Response, type Server } from 'restify';
import type { Bot } from '../bot/bot.js';

/** Teams' largest activity is far below this; the parser stops reading there, before anything is authenticated. */
const MAX_BODY = 256 * 1024;

export interface HttpDeps {
  bot: Bot;
  /** Resolves when the bot can do its work, rejects with the reason when it cannot. */
  ready: () => Promise<void>;
  log: { error(what: object, message: string): void };
}

/** The bot's HTTP side: Teams' messages, and two addresses that say how it is. Errors tell the outside a status and nothing more. */
export function createServer({ bot, ready, log }: HttpDeps): Server {
  const server = createRestify({ name: 'idelotsen', handleUncaughtExceptions: false });
  server.use(plugins.bodyParser({ maxBodySize: MAX_BODY, mapParams: false, rejectUnknown: false }));

  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { status: 'alive' });
  });

  server.get('/readyz', async (_request: Request, response: Response) => {
    try {
      await ready();
      response.send(200, { status: 'ready' });
    } catch (error) {
      log.error({ err: error }, 'Not ready: storage does not answer. Check the connection string and the network');
      response.send(503, { status: 'not ready' });
    }
  });

  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      const { status, body } = await bot.receive(request.header('authorization') ?? '', request.body);
      if (body === undefined) response.send(status);
      else response.send(status, body);
    } catch (error) {
      log.error({ err: error }, 'An activity could not be handled');
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
  return server;
}
