import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TurnContext } from 'botbuilder';
import { MAX_PICTURE_BYTES } from '../../../src/domain/idea/content/picture';
import { downloadsFor } from '../../../src/teams/files/download';

/** A server on loopback that notes what it is asked, and the tokens that it is shown. */
async function serve(answer: RequestListener) {
  const asked: { url: string | undefined; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked, stop: () => server.close().closeAllConnections() };
}

describe('a picture that somebody sent', () => {
  let teams: Awaited<ReturnType<typeof serve>>;
  let elsewhere: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    elsewhere = await serve((_request, response) => response.end('stolen'));
    teams = await serve((request, response) => {
      if (request.url === '/picture') response.end('bytes');
      else if (request.url === '/huge') response.end(Buffer.alloc(MAX_PICTURE_BYTES + 1));
      else {
        response.statusCode = request.url === '/moved' ? 302 : 404;
        response.setHeader('location', elsewhere.url);
        response.end('not there');
      }
    });
  });
  afterAll(() => {
    teams.stop();
    elsewhere.stop();
  });

  const key = Symbol('connector');
  const fetched = (url: string) => {
    const turnState = new Map([[key, { credentials: { appId: 'app', getToken: async () => 'token' } }]]);
    const context = { activity: { serviceUrl: `${teams.url}/emea/` }, adapter: { ConnectorClientKey: key }, turnState };
    // As the adapter does when the request is answered, which a slow turn outlasts.
    const { proxy, revoke } = Proxy.revocable(context as unknown as TurnContext, {});
    const download = downloadsFor(proxy);
    revoke();
    return download(url);
  };

  it('comes from where the activity came from, with the bot’s token', async () => {
    expect(Buffer.from((await fetched(`${teams.url}/picture`)) ?? []).toString()).toBe('bytes');
    expect(teams.asked.at(-1)).toEqual({ url: '/picture', authorization: 'Bearer token' });
  });

  it.each([
    ['is not there', () => `${teams.url}/nowhere`],
    ['is larger than a picture may be', () => `${teams.url}/huge`],
    ['has moved to another address', () => `${teams.url}/moved`],
    ['lies at another address', () => `${elsewhere.url}/picture`],
    ['lies on another port', () => teams.url.replace(/\d+$/, '1')],
    ['lies at a name with Teams’ before it', () => `${teams.url}@127.0.0.1:1/`],
    ['lies in a file', () => 'file:///etc/passwd'],
    ['has no address', () => ''],
  ])('is not had when it %s', async (_why, url) => {
    expect(await fetched(url())).toBeUndefined();
    expect(elsewhere.asked).toEqual([]);
  });
});
