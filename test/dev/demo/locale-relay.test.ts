import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type LocaleRelay, startLocaleRelay } from '../../../dev/demo/locale-relay';

describe('The relay between a playground and the bot', () => {
  let bot: Server;
  let relay: LocaleRelay;

  beforeEach(async () => {
    bot = createServer(async (request, response) => {
      const body = request.method === 'POST' ? await json(request) : undefined;
      response.writeHead(202, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ path: request.url, method: request.method, body }));
    }).listen(0, '127.0.0.1');
    await once(bot, 'listening');
    relay = await startLocaleRelay(`http://127.0.0.1:${(bot.address() as AddressInfo).port}`);
  });

  afterEach(async () => {
    await relay.stop();
    await new Promise((resolve) => bot.close(resolve));
  });

  it("writes the person's locale into an activity, and gives the bot's answer back", async () => {
    const activity = {
      type: 'message',
      text: 'idé',
      locale: 'en-US',
      entities: [{ type: 'clientInfo', locale: 'en-US' }],
    };
    const answer = await post(relay.messagesUrl('sv-SE'), activity);
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({
      path: '/api/messages',
      method: 'POST',
      body: { type: 'message', text: 'idé', locale: 'sv-SE', entities: [{ type: 'clientInfo', locale: 'sv-SE' }] },
    });
  });

  it('gives a locale to the activities that the playground sends without one', async () => {
    const answer = await post(relay.messagesUrl('en-GB'), { type: 'conversationUpdate' });
    expect(((await answer.json()) as { body: unknown }).body).toEqual({ type: 'conversationUpdate', locale: 'en-GB' });
  });

  it('looks down when the bot is down, so that the playground waits for it', async () => {
    await new Promise((resolve) => bot.close(resolve));
    await expect(post(relay.messagesUrl('sv-SE'), { type: 'message' })).rejects.toThrow('fetch failed');
    bot = createServer().listen(0, '127.0.0.1');
    await once(bot, 'listening');
  });
});

function post(url: string, activity: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
}
