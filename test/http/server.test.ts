import { type City, startCity } from '../support/city';
import { type RunningAzurite, startOwnAzurite } from '../support/storage';

/** What an answer must never hold: where code lies, what it is made of, what went wrong inside. */
const inside =
  /\/src\/|node_modules|at \w+ |Error:|restify|botbuilder|azure|127\.0\.0\.1|SyntaxError|Unexpected token/i;

describe('the HTTP server', () => {
  let city: City;
  beforeAll(async () => {
    city = await startCity({ realTime: true });
  });
  afterAll(() => city.stop());

  const sends = async (body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${city.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    const shown = `${text} ${JSON.stringify([...response.headers])}`;
    expect(shown).not.toMatch(inside);
    return { status: response.status, text };
  };

  it('is alive and ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(city.url + path)).status).toBe(200);
  });

  it.each([
    ['nothing', '', 400],
    ['JSON that is broken', '{"type":', 400],
    ['a list', '[]', 400],
    ['a number', '7', 400],
    ['an object that is no activity', '{"type":"message","text":"hej"}', 400],
    ['an activity with parts of a wrong shape', '{"type":"message","from":7,"serviceUrl":[]}', 400],
    ['a body above 256 KB', JSON.stringify({ type: 'message', text: 'x'.repeat(257 * 1024) }), 413],
  ])('answers %s with a status and nothing of the inside', async (_what, body, status) => {
    expect((await sends(body)).status).toBe(status);
    expect(city.log).toEqual([]);
  });

  it('takes no compressed body, however small: what it unpacks to is not known before', async () => {
    expect((await sends('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('takes no other content type for an activity', async () => {
    const answer = await sends('<xml/>', { 'content-type': 'text/xml' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it.each([
    ['GET', '/api/messages', 405],
    ['GET', '/', 404],
    ['POST', '/nowhere', 404],
    ['GET', '/../package.json', 404],
  ])('answers %s %s with %i and nothing of the inside', async (method, path, status) => {
    const response = await fetch(city.url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(inside);
  });
});

describe('the HTTP server of a bot with an identity', () => {
  it.each([
    ['no signature', undefined],
    ['a signature that is none', 'Bearer eyJhbGciOiJub25lIn0.e30.'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
  ])('refuses %s with 401 and nothing else, and nothing is stored or sent', async (_what, authorization) => {
    const app = { appId: '6f2b0c1e-0000-4000-8000-000000000000', tenantId: '7f2b0c1e-0000-4000-8000-000000000000' };
    const city = await startCity({ identity: { kind: 'app', appType: 'SingleTenant', password: 'unused', ...app } });
    const employee = city.person('employee');
    const activity = {
      type: 'message',
      text: 'idé',
      id: '1',
      channelId: 'msteams',
      serviceUrl: city.connector.url,
      from: { id: employee.id, aadObjectId: employee.aadObjectId },
      recipient: city.teams.bot,
      conversation: { id: employee.conversationId, tenantId: city.teams.tenantId },
    };
    const response = await fetch(`${city.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify(activity),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toMatch(inside);
    expect(city.connector.requests).toEqual([]);
    await city.stop();
  });
});

describe('a bot whose storage is gone', () => {
  let azurite: RunningAzurite;
  let city: City;
  beforeAll(async () => {
    azurite = await startOwnAzurite();
    city = await startCity({ connectionString: azurite.connectionString, realTime: true });
  });
  afterAll(() => city.stop());

  it('is alive, not ready, and says to people that it failed', async () => {
    await azurite.stop();
    const [alive, ready, answer] = await Promise.all([
      fetch(`${city.url}/healthz`),
      fetch(`${city.url}/readyz`),
      city.person('employee').says('hjälp'),
    ]);
    expect(alive.status).toBe(200);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'not ready', reason: 'storage' });
    expect(answer.message).toContain('Något gick fel hos oss.');
    expect(answer.message).not.toMatch(inside);
    expect(city.surprises().map(({ message }) => message)).toHaveLength(2);
  });
});

describe('a bot whose clock is wrong', () => {
  it('is not ready: answer dates and wake-ups would be wrong', async () => {
    const city = await startCity();
    expect((await fetch(`${city.url}/readyz`)).status).toBe(503);
    const [surprise] = city.surprises();
    expect(String(surprise?.what.err)).toMatch(/clock/i);
    await city.stop();
  });
});
