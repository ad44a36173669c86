import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { meetPerson } from '../../../src/app/person/meet-person';
import type { Identity, NamedIdentity } from '../../../src/teams/identity';
import { type City, startCity } from '../../../testing/scenes/city';
import { sv } from '../../../testing/scenes/everyday';
import { BotFramework, makeKey, makeToken } from '../../../testing/teams/bot-framework';
import type { Connector } from '../../../testing/teams/connector';
import type { Person } from '../../../testing/teams/person';

const appId = '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f';
/** A company of the municipality's, in a tenant of its own, with an app of its own. */
const company = { name: 'bolaget', appId: randomUUID(), tenantId: randomUUID() };
const hour = 3_600_000;
const key = makeKey('teams-1', ['msteams', 'skype']);
const others = {
  webchat: makeKey('webchat-1', ['webchat']),
  nobody: makeKey('nobody-1'),
  short: makeKey('short-1', ['msteams'], 1024),
  /** Claims to be the right one. */
  forger: { ...makeKey('teams-1', ['msteams']) },
  stranger: makeKey('stranger-1', ['msteams']),
};

describe('a bot with an identity', () => {
  let framework: BotFramework;
  let city: City;
  let employee: Person;
  const environment = process.env;
  const identity = ({ url, roster }: Connector): Identity => ({
    kind: 'app',
    appId,
    appType: 'UserAssignedMsi',
    tenantId: roster.tenantId,
    tenants: [roster.tenantId],
    serviceOrigins: [url],
    keysAt: framework.metadataUrl,
  });

  beforeAll(async () => {
    framework = await new BotFramework().start();
    framework.keys = [key, others.webchat, others.nobody, others.short];
    process.env = { ...environment, ...framework.environment };
    const otherIdentities = (connector: Connector): NamedIdentity[] => {
      const own = identity(connector);
      return own.kind === 'app' ? [{ ...own, ...company, tenants: [company.tenantId] }] : [];
    };
    city = await startCity({ identity, otherIdentities });
    employee = city.person('employee');
  });
  afterAll(async () => {
    process.env = environment;
    await framework.stop();
    await city.stop();
  });

  const seconds = (after = 0) => Math.floor(Date.parse(city.now()) / 1000) + after;
  const rightClaims = (serviceUrl = city.connector.url) => ({
    iss: 'https://api.botframework.com',
    aud: appId,
    nbf: seconds(-60),
    exp: seconds(3600),
    serviceurl: serviceUrl,
  });
  type Claims = Partial<Record<keyof ReturnType<typeof rightClaims> | 'tid' | 'ver' | 'appid', unknown>>;
  const token = (claims: Claims = {}, signed = key, header: object = {}) =>
    `Bearer ${makeToken({ ...rightClaims(), ...claims }, signed, header)}`;

  const activityOf = (changes: object = {}): Record<string, unknown> => ({
    type: 'message',
    id: randomUUID(),
    text: 'mina idéer',
    channelId: 'msteams',
    serviceUrl: city.connector.url,
    from: { id: employee.id, aadObjectId: employee.aadObjectId },
    recipient: city.teams.bot,
    conversation: { id: employee.conversationId, conversationType: 'personal', tenantId: city.teams.tenantId },
    channelData: { tenant: { id: city.teams.tenantId } },
    ...changes,
  });
  const posts = (authorization: string | undefined, activity: object = activityOf(), at = '') =>
    fetch(`${city.url}/api/messages${at}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify(activity),
    });

  /** Every row of every table; what instances tell each other of their shares is nobody's. */
  async function stored(): Promise<unknown[]> {
    const { ideas, people, deliveries } = city.storage;
    const rows: unknown[] = [];
    for (const table of [ideas, people, deliveries]) {
      for await (const row of table.listEntities()) if (!row.rowKey?.startsWith('shared|')) rows.push(row);
    }
    return rows;
  }

  /** What the log says beside the reference that the answer gave. */
  async function reasonFor(response: Response): Promise<unknown> {
    const body = (await response.json()) as { error: { reference: string } };
    expect(body).toEqual({ error: { code: expect.any(String), reference: expect.stringMatching(/^[\da-f]{8}$/) } });
    return city.log.find(({ what }) => what.reference === body.error.reference)?.what.reason;
  }

  type Attempt = [what: string, reason: string, status: number, authorization: () => string | undefined];
  const tokens: Attempt[] = [
    ['no token', 'noToken', 401, () => undefined],
    ['an empty header', 'noToken', 401, () => ''],
    ['a password', 'malformed', 401, () => 'Basic dXNlcjpwYXNz'],
    ['a password that calls itself a token', 'malformed', 401, () => 'Bearer dXNlcjpwYXNz'],
    ['a token under another scheme', 'malformed', 401, () => token().replace('Bearer', 'Basic')],
    ['two tokens', 'malformed', 401, () => `${token()}, ${token()}`],
    ['a token without its signature', 'malformed', 401, () => token().replace(/\.[^.]*$/, '.')],
    ['a token with a header that is no JSON', 'malformed', 401, () => 'Bearer aGVq.aGVq.aGVq'],
    ['a token without an end', 'malformed', 401, () => token({ exp: undefined })],
    ['a token without a key id', 'malformed', 401, () => token({}, key, { kid: undefined })],
    ['alg none', 'malformed', 401, () => token({}, key, { alg: 'none' })],
    ['alg none and something for a signature', 'algorithm', 401, () => `${token({}, key, { alg: 'none' })}AAAA`],
    ['HS256 with the public key as the secret', 'algorithm', 401, () => token({}, key, { alg: 'HS256' })],
    ['an algorithm that Bot Framework does not use', 'algorithm', 401, () => token({}, key, { alg: 'PS256' })],
    ['an end that is past', 'expired', 401, () => token({ nbf: seconds(-7200), exp: seconds(-301) })],
    ['a beginning to come', 'notYet', 401, () => token({ nbf: seconds(301) })],
    ['another bot as its audience', 'audience', 401, () => token({ aud: randomUUID() })],
    ['several audiences', 'audience', 401, () => token({ aud: [appId, randomUUID()] })],
    ['another issuer', 'issuer', 401, () => token({ iss: 'https://api.botframework.com.example' })],
    ['no issuer', 'issuer', 401, () => token({ iss: undefined })],
    [
      'the issuer of emulators, in our own tenant',
      'issuer',
      401,
      () => token({ iss: `https://sts.windows.net/${city.teams.tenantId}/`, ver: '1.0', appid: appId }),
    ],
    [
      'the issuer of other bots (skills)',
      'issuer',
      401,
      () => token({ iss: `https://login.microsoftonline.com/${city.teams.tenantId}/v2.0`, ver: '2.0', appid: appId }),
    ],
    ['a key that is endorsed for another channel', 'endorsement', 401, () => token({}, others.webchat)],
    ['a key that is endorsed for nothing', 'endorsement', 401, () => token({}, others.nobody)],
    ['a key that is too short', 'unknownKey', 401, () => token({}, others.short)],
    ['a key that Bot Framework does not have', 'unknownKey', 401, () => token({}, others.stranger)],
    ['another key under the right id', 'signature', 401, () => token({}, others.forger)],
    [
      'claims that were changed after it was signed',
      'signature',
      401,
      () => {
        const [head = '', , signature = ''] = token({ aud: randomUUID() }).split('.');
        return `${head}.${token().split('.')[1]}.${signature}`;
      },
    ],
    ['no serviceUrl among its claims', 'serviceUrl', 401, () => token({ serviceurl: undefined })],
    ['another serviceUrl', 'serviceUrl', 401, () => token({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
  ];

  type Change = [what: string, reason: string, status: number, changes: (url: string) => object];
  const activities: Change[] = [
    ['from another channel', 'channel', 403, () => ({ channelId: 'webchat' })],
    ['from an emulator', 'channel', 403, () => ({ channelId: 'emulator' })],
    ['from a channel of other bots', 'channel', 403, () => ({ channelId: 'AseChannel' })],
    ['from no channel', 'channel', 403, () => ({ channelId: undefined })],
    ['without a serviceUrl', 'activity', 400, () => ({ serviceUrl: undefined })],
    ['with an empty serviceUrl', 'address', 403, () => ({ serviceUrl: '' })],
    ['to be answered at a server of the sender', 'address', 403, () => ({ serviceUrl: 'https://evil.example/' })],
    ['at a name that begins as Teams’ does', 'address', 403, (url) => ({ serviceUrl: `${url}.evil.example/` })],
    ['at Teams’ name as a user name', 'address', 403, (url) => ({ serviceUrl: `${url}@evil.example/` })],
    ['at Teams’ name before a backslash', 'address', 403, (url) => ({ serviceUrl: `${url}\\@evil.example/` })],
    ['inside the network', 'address', 403, () => ({ serviceUrl: 'http://169.254.169.254/metadata/identity' })],
    ['on this machine', 'address', 403, () => ({ serviceUrl: 'http://localhost:10000/' })],
    ['in a file', 'address', 403, () => ({ serviceUrl: 'file:///etc/passwd' })],
    ['where a redirect lies', 'address', 403, () => ({ serviceUrl: `${framework.url}/redirect` })],
    [
      'from another tenant',
      'tenant',
      403,
      () => ({ conversation: { id: 'a:1', tenantId: randomUUID() }, channelData: {} }),
    ],
    ['from two tenants', 'tenant', 403, () => ({ channelData: { tenant: { id: randomUUID() } } })],
    ['from no tenant', 'tenant', 403, () => ({ conversation: { id: employee.conversationId }, channelData: {} })],
  ];

  describe('lets nobody in who', () => {
    afterEach(async () => {
      expect(city.connector.requests).toEqual([]);
      expect(framework.asked.filter((path) => !['/openidconfiguration', '/keys'].includes(path))).toEqual([]);
      expect(await stored()).toEqual([]);
    });

    it.each(tokens)('shows %s (%s)', async (_what, reason, status, authorization) => {
      const response = await posts(authorization());
      expect(response.status).toBe(status);
      expect(await reasonFor(response)).toBe(reason);
    });

    it.each(activities)('is signed for, and writes %s (%s)', async (_what, reason, status, changes) => {
      const activity = activityOf(changes(city.connector.url));
      const response = await posts(token({ serviceurl: activity.serviceUrl }), activity);
      expect(response.status).toBe(status);
      expect(await reasonFor(response)).toBe(reason);
    });

    it('is signed for, and looks for ideas in a chat of another tenant: a kind line, and nothing else', async () => {
      const search = { type: 'invoke', name: 'composeExtension/query', value: { parameters: [{ value: 'cyklar' }] } };
      const response = await posts(
        token(),
        activityOf({ ...search, conversation: { id: '19:x', tenantId: randomUUID() } }),
      );
      expect(response.status).toBe(200);
      const text = sv('extension.outsider', { municipality: 'Söderhamra kommun' });
      expect(await response.json()).toEqual({ composeExtension: { type: 'message', text } });
      // Without a signature it is nobody's, whatever it asks.
      expect((await posts(undefined, activityOf(search))).status).toBe(401);
    });

    it('asks for the keys no more than once for many tokens with made-up key ids', async () => {
      city.pass(2 * 60_000);
      const before = framework.asked.length;
      const made = Array.from({ length: 20 }, (_, n) => posts(token({}, { ...others.stranger, id: `made-up-${n}` })));
      for (const response of await Promise.all(made)) expect(response.status).toBe(401);
      expect(framework.asked.slice(before)).toEqual(['/openidconfiguration', '/keys']);
    });
  });

  describe('lets in whom Teams has signed for', () => {
    beforeAll(() => {
      city.teams.authorize = ({ serviceUrl }) => token({ serviceurl: serviceUrl });
    });

    it('and leads a link to an idea into the reader’s own chat with the bot, whether or not there is one', async () => {
      const opens = (path: string) => fetch(`${city.url}${path}`, { redirect: 'manual' });
      const link = await opens('/ideas/k7m4qx');
      expect([link.status, link.headers.get('location')]).toEqual([
        302,
        `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}&message=K7M4QX`,
      ]);
      for (const path of [
        '/ideas/',
        '/ideas/123456',
        '/ideas/..%2Fhealthz',
        '/ideas/K7M4QX%0d%0aX:1',
        '/ideas/K7M4QX/x',
      ])
        expect((await opens(path)).status).toBe(404);
    });

    it('and answers them with its own token', async () => {
      expect((await employee.installs()).status).toBe(200);
      expect(await employee.says('hjälp')).toMatchObject({ status: 200, card: expect.anything() });
      expect(framework.asked).toContain('/identity');
      expect(await stored()).not.toEqual([]);
    });

    it('and answers people of a company at its address, as its own bot, and nobody else there', async () => {
      const theirs = activityOf({
        type: 'installationUpdate',
        action: 'add',
        recipient: { id: `28:${company.appId}`, name: 'Idélotsen' },
        conversation: { id: employee.conversationId, conversationType: 'personal', tenantId: company.tenantId },
        channelData: { tenant: { id: company.tenantId } },
      });
      const signed = token({ aud: company.appId });
      const answers = await Promise.all([
        posts(signed, theirs, '/bolaget'),
        posts(token(), theirs, '/bolaget'),
        posts(undefined, theirs, '/bolaget'),
        posts(signed, activityOf(), '/bolaget'),
        posts(token(), theirs),
        posts(signed, theirs, '/annat'),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 401, 401, 403, 403, 404]);
      const found = await city.app.people.byIdentity({ tenant: company.tenantId, objectId: employee.aadObjectId });
      expect(found?.reach).toMatchObject({ bot: `28:${company.appId}`, tenant: company.tenantId });
      expect(framework.tokensAskedFor.map(({ client_id }) => client_id)).toContain(company.appId);
    });

    it.each([
      ['ended less than five minutes ago', () => ({ nbf: seconds(-7200), exp: seconds(-299) })],
      ['begins in less than five minutes', () => ({ nbf: seconds(299) })],
    ])('with a token that %s, for clocks differ', async (_what, claims) => {
      expect((await posts(token(claims()))).status).toBe(200);
    });

    it('a person whom Teams does not name is told to sign in, and nothing is stored', async () => {
      const before = await stored();
      const answer = await employee.delivers({ type: 'message', text: 'idé', from: { id: employee.id, name: '' } });
      expect(answer.message).toMatch(/^Jag kan inte se vem du är/);
      expect(await stored()).toEqual(before);
    });

    it.each([
      ['by its role', { userRole: 'guest' as const }],
      ['by its user name', { userPrincipalName: 'gast_annan.example#EXT#@orten.onmicrosoft.example' }],
      ['as one whom nobody knows', { userRole: 'anonymous' as const }],
    ])('a guest, known %s, is told whom the bot is for, and nothing is stored', async (_how, told) => {
      const before = await stored();
      const guest = city.teams.person({ name: 'Demo Gäst', email: 'gast@annan.example', ...told });
      expect((await guest.installs()).message).toMatch(/^Idélotsen är till för dem som arbetar i .* du är gäst/);
      expect((await guest.says('idé')).message).toMatch(/du är gäst/);
      expect(await stored()).toEqual(before);
    });
  });

  describe('when Bot Framework’s keys cannot be had', () => {
    afterEach(() => {
      framework.down = false;
      framework.keys = [key];
    });
    const unreachable = () => city.surprises().map(({ message }) => message);

    it('knows the keys that it has, after a day too, and takes new ones when they can be had again', async () => {
      framework.down = true;
      city.pass(25 * hour);
      expect((await posts(token())).status).toBe(200);
      const unknown = await posts(token({}, others.stranger));
      expect(unknown.status).toBe(503);
      expect(await reasonFor(unknown)).toBe('keys');

      framework.down = false;
      framework.keys = [key, others.stranger];
      city.pass(10_000);
      expect((await posts(token({}, others.stranger))).status).toBe(200);
      expect(unreachable()).toContainEqual(expect.stringMatching(/^The keys of Bot Framework could not be fetched/));
    });

    it('refuses a key that Bot Framework has taken back, from the day after', async () => {
      city.pass(25 * hour);
      framework.keys = [others.webchat];
      await posts(token());
      city.pass(2 * 60_000);
      expect((await posts(token())).status).toBe(401);
    });

    it('trusts no key that nobody has confirmed for a week', async () => {
      city.pass(2 * 60_000);
      expect((await posts(token())).status).toBe(200);
      framework.down = true;
      city.pass(7 * 24 * hour);
      expect((await posts(token())).status).toBe(503);
      unreachable();
    });

    it('starts without them, lets nobody in, and works as soon as they are there', async () => {
      framework.down = true;
      const late = await startCity({ identity });
      const claims = (activity: Partial<Activity>) => ({ ...rightClaims(activity.serviceUrl), nbf: 0, exp: 4e9 });
      late.teams.authorize = (activity) => `Bearer ${makeToken(claims(activity), key)}`;
      const somebody = late.person('employee');
      expect((await somebody.says('hjälp')).status).toBe(503);
      expect(late.connector.requests).toEqual([]);
      framework.down = false;
      late.pass(10_000);
      expect((await somebody.says('hjälp')).status).toBe(200);
      expect(late.surprises().map(({ message }) => message)).toEqual([
        expect.stringMatching(/^The keys of Bot Framework could not be fetched/),
        'An activity was not let in',
      ]);
      await late.stop();
    });
  });
});

describe('the switch for guests', () => {
  it('lets them in', async () => {
    const city = await startCity({ guests: true });
    const guest = city.teams.person({ name: 'Demo Gäst', email: 'gast@annan.example', userRole: 'guest' });
    await guest.installs();
    expect((await guest.says('hjälp')).card).toBeDefined();
    expect((await city.app.people.contacts(['gast@annan.example'])).size).toBe(1);
    await city.stop();
  });

  it('holds for those too who came while it was on', async () => {
    const city = await startCity();
    const guest = city.teams.person({ name: 'Demo Gäst', email: 'gast@annan.example' });
    const identity = { tenant: city.teams.tenantId, objectId: guest.aadObjectId };
    const roster = async () => ({ name: guest.name, emails: [guest.email], guest: true });
    await meetPerson(city.app, { identity, language: 'sv', reach: undefined, roster });
    expect((await guest.says('hjälp')).message).toMatch(/du är gäst/);
    await city.stop();
  });
});
