import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Request, type TurnContext } from 'botbuilder';

/** A bot of plain botbuilder on loopback, without authentication, to try the test support against. */
export async function startTinyBot(
  turn: (context: TurnContext) => Promise<void>,
): Promise<{ url: string; adapter: CloudAdapter; stop(): Promise<void> }> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as Record<string, unknown>;
    const answer = {
      socket: request.socket,
      header: (name: string, value: unknown) => response.setHeader(name, String(value)),
      status: (code: number) => {
        response.statusCode = code;
        return answer;
      },
      send: (content?: unknown) => {
        response.write(typeof content === 'string' ? content : JSON.stringify(content ?? ''));
        return answer;
      },
      end: () => {
        response.end();
        return answer;
      },
    };
    const incoming: Request = { body, headers: request.headers, ...(request.method ? { method: request.method } : {}) };
    await adapter.process(incoming, answer, turn);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    adapter,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
