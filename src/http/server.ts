import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { createServer as createRestify, type Next, plugins, type Request, type Response, type Server } from 'restify';
import { type Activities, MESSAGES } from './activities.js';
import { readBody } from './body.js';
import type { PictureAnswer } from './pictures.js';
import { NotReady } from './readiness.js';
import { sendRefusal } from './refusal.js';

export type { Server };

/** Teams' largest activity is far below this; more is refused before anything is authenticated. */
const MAX_BODY = 256 * 1024;

export interface HttpDeps {
  bot: Activities;
  /** Who the bot is besides, each at its own address: /api/messages/{name}. */
  others?: ReadonlyMap<string, Activities>;
  /** Resolves when the bot can do its work, rejects with a NotReady when it cannot. */
  ready: () => Promise<void>;
  /** What is wrong though the bot can do its work, beside that it can; undefined where nothing is. */
  trouble?: () => object | undefined;
  /** Answers a request for a picture by its token; without it there is no such address. */
  pictures?: (token: string) => Promise<PictureAnswer>;
  /** Where Teams opens the idea that somebody's link names; undefined for what names none. Without it there is no such address. */
  openIdea?: (written: string) => string | undefined;
  /** What operators measure; without it there is no such address. */
  metrics?: () => Promise<{ contentType: string; body: string }>;
  /** Whoever asks for the metrics must show this as a bearer token; without it they are open. */
  metricsToken?: string;
  log: { info(what: object, message: string): void; error(what: object, message: string): void };
}

/** Nothing that the bot answers is a page, is kept by anybody on the way, or is anything but what it says that it is. */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
};

/** Milliseconds for a request to arrive whole. Teams' are small; whoever sends byte by byte holds a connection no longer. */
const REQUEST_WITHIN_MS = 30_000;

/**
 * Milliseconds that a connection is kept open for the next request: longer than what stands before the bot keeps it (Azure's
 * front ends four minutes), so that it is never closed from here just as somebody uses it again.
 */
const KEPT_OPEN_MS = 250_000;

/**
 * The bot's HTTP side: Teams' messages, the pictures of cards, links to ideas, and three addresses that say how it is. An error tells the outside a code and a
 * reference, and the log the reason beside the same reference.
 */
export function createServer({
  bot,
  others = new Map(),
  ready,
  trouble,
  pictures,
  openIdea,
  metrics,
  metricsToken,
  log,
}: HttpDeps): Server {
  const server = createRestify({ name: 'idelotsen', handleUncaughtExceptions: false });
  server.server.requestTimeout = REQUEST_WITHIN_MS;
  server.server.headersTimeout = REQUEST_WITHIN_MS / 2;
  server.server.keepAliveTimeout = KEPT_OPEN_MS;

  /** Refuses, and says why to operators: `what` never holds what was sent. */
  const refused = (response: Response, status: number, what: object, message: string): void => {
    const reference = randomUUID().slice(0, 8);
    const note = { reference, status, ...what };
    if (status >= 500) log.error(note, message);
    else log.info(note, message);
    sendRefusal(response, status, reference);
  };

  server.pre((request: Request, response: Response, next: Next) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // restify would unpack a small body into a huge one before anybody has shown who they are. Teams does not compress.
    if (request.header('content-encoding') === undefined) return next();
    refused(response, 415, { reason: 'compressed' }, 'A request was refused');
    return next(false);
  });
  // Only the reader: restify's parsers would also take forms, and write uploaded files to disk.
  server.use(plugins.bodyReader({ maxBodySize: MAX_BODY }));

  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { status: 'alive' });
  });

  server.get('/readyz', async (_request: Request, response: Response) => {
    try {
      await ready();
      response.send(200, { status: 'ready', ...trouble?.() });
    } catch (error) {
      const reason = error instanceof NotReady ? error.reason : 'unknown';
      log.error(
        { reason, err: error },
        'Not ready: storage or queue does not answer, the clock differs from storage’s, or no key of Bot Framework is known. Check the connection string, the network and the time',
      );
      response.send(503, { status: 'not ready', reason });
    }
  });

  if (metrics) {
    server.get('/metrics', async (request: Request, response: Response) => {
      if (metricsToken !== undefined && !shows(request, metricsToken)) {
        return refused(response, 401, { reason: 'metricsToken' }, 'Metrics were refused: METRICS_TOKEN was not shown');
      }
      try {
        const { contentType, body } = await metrics();
        response.sendRaw(200, body, { 'Content-Type': contentType });
      } catch (error) {
        refused(response, 503, { err: error }, 'The metrics could not be read');
      }
    });
  }

  if (pictures) {
    const picture = async (request: Request, response: Response) => {
      try {
        const answer = await pictures(String((request.params as { token?: unknown }).token));
        if (!answer.ok) return refused(response, answer.refusal, { reason: 'picture' }, 'No picture was given');
        const { type, bytes } = answer.value;
        // Drawn in cards, which stand on pages of Teams.
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
        response.end(request.method === 'HEAD' ? undefined : bytes);
      } catch (error) {
        refused(response, 503, { err: error }, 'A picture could not be read; cards show its text instead');
      }
    };
    server.get('/pictures/:token', picture);
    server.head('/pictures/:token', picture);
  }

  if (openIdea) {
    // Says nothing of the idea, not even whether there is one: the chat to which it leads does, to whoever may read it.
    server.get('/ideas/:id', async (request: Request, response: Response) => {
      const address = openIdea(String((request.params as { id?: unknown }).id));
      if (address === undefined) return refused(response, 404, { reason: 'ideaLink' }, 'A link names no idea');
      response.writeHead(302, { Location: address });
      response.end();
    });
  }

  const receive = (bot: Activities) => async (request: Request, response: Response) => {
    if (request.contentType() !== 'application/json') {
      return refused(response, 415, { reason: 'contentType' }, 'A request was refused');
    }
    try {
      const received = await bot.receive(request.header('authorization') ?? '', readBody(request.body));
      if (!received.ok) {
        const { status, reason } = received.refusal;
        return refused(response, status, { reason }, 'An activity was not let in');
      }
      const { status, body } = received.value;
      if (body === undefined) response.send(status);
      else response.send(status, body);
    } catch (error) {
      refused(response, 500, { err: error }, 'An activity could not be handled; Teams tries it again');
    }
  };
  server.post(MESSAGES, receive(bot));
  for (const [name, other] of others) server.post(`${MESSAGES}/${name}`, receive(other));

  // restify's own errors (no such address, another method, too large) would say their words about the fault.
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const { statusCode = 500 } = error;
      const what = statusCode >= 500 ? { err: error } : { reason: 'http' };
      if (!response.headersSent) refused(response, statusCode, what, 'A request was refused');
      done();
    },
  );
  // Nobody speaks another protocol to the bot; restify would leave such a connection open for ever.
  server.on('upgrade', (_request: Request, socket: { destroy(): void }) => socket.destroy());
  return server;
}

/** Compares digests, so that neither length nor time says how much of a guess was right. */
function shows(request: Request, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.header('authorization') ?? ''), digest(`Bearer ${token}`));
}

/** So long, in milliseconds, may an answer be on its way out of this machine before its connection is cut. */
const LAST_WORDS_MS = 250;

/**
 * Takes no new connections, and settles when every request in hand has been answered. Connections that only stand open,
 * or have sent half a request, do not keep it waiting.
 */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.server.closeIdleConnections();
  do {
    while (server.inflightRequests() > 0) await once(server, 'after');
    await Promise.race([closed, setTimeout(LAST_WORDS_MS)]);
  } while (server.inflightRequests() > 0);
  server.server.closeAllConnections();
  await closed;
}
