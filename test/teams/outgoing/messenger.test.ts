import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, type TurnContext } from 'botbuilder';
import type { Drawn } from '../../../src/cards/card-context';
import { ADDRESS_REFUSED } from '../../../src/delivery/send-fault';
import type { TeamsPort } from '../../../src/delivery/teams-port';
import type { ConversationReference } from '../../../src/store/person/people';
import { authenticationFor } from '../../../src/teams/authentication/credentials';
import { createTeamsByIdentity } from '../../../src/teams/outgoing/by-identity';
import { createTeams } from '../../../src/teams/outgoing/messenger';
import { onceInTurns } from '../../../src/teams/outgoing/once-in-turns';
import { type Connector, startConnector } from '../../../testing/teams/connector';
import {
  acceptedThenHangs,
  acceptedThenReset,
  acceptedThenServerError,
  type Behaviour,
  forbidden,
  hangs,
  notFound,
  preconditionFailed,
  redirects,
  resetBefore,
  serverError,
  tooLarge,
  tooManyRequests,
} from '../../../testing/teams/misbehaviour';

const drawn: Drawn = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'En idé väntar' };
const everything = () => true;

describe('writing to somebody in Teams', () => {
  let connector: Connector;
  let teams: TeamsPort;
  let reach: ConversationReference;
  const port = (patienceMs?: number) => createTeams({ identity: { kind: 'none' }, ...(patienceMs && { patienceMs }) });

  beforeEach(async () => {
    connector = await startConnector();
    const member = connector.roster.add({ name: 'Demo Innovationsledare', email: 'leader@example.org' });
    reach = {
      serviceUrl: connector.url,
      conversation: member.conversationId,
      bot: '28:bot',
      user: member.id,
      tenant: connector.roster.tenantId,
    };
    teams = port();
  });
  let patient: Server | undefined;
  afterEach(async () => {
    patient?.closeAllConnections();
    patient?.close();
    patient = undefined;
    await connector.stop();
  });

  /** What a turn of this person does with Teams. */
  function inTurn(
    act: (context: TurnContext) => Promise<unknown>,
    { called = () => {}, serviceUrl = connector.url } = {},
  ): Promise<void> {
    const adapter = new CloudAdapter(authenticationFor({ kind: 'none' }));
    const reference = {
      channelId: 'msteams',
      serviceUrl,
      conversation: { id: reach.conversation, isGroup: false, conversationType: 'personal', name: '' },
    };
    return adapter.continueConversationAsync('', reference, async (context) => {
      onceInTurns(called)(context);
      await act(context);
    });
  }

  it('posts the card with its summary and gives the activity id', async () => {
    const sent = await teams.send(reach, drawn);
    const [post] = connector.sent(reach.conversation);
    expect(sent).toEqual({ ok: true, value: post?.id });
    expect(post?.activity).toMatchObject({ summary: 'En idé väntar', attachments: [{ content: drawn.card }] });
    expect(post?.activity.recipient?.id).toBe(reach.user);
  });

  it('writes to each chat as the bot with which it is', async () => {
    const appId = 'c0ffee00-0000-4000-8000-000000000001';
    const elsewhere = ['https://teams.bolaget.example'];
    const company = {
      ...({ kind: 'app', appType: 'SingleTenant', name: 'bolaget' } as const),
      ...{ appId, tenantId: appId, tenants: [appId], password: 'hemlig', serviceOrigins: elsewhere, keysAt: '' },
    };
    const several = createTeamsByIdentity({ identity: { kind: 'none' }, others: [company] });
    expect(await several.send(reach, drawn)).toMatchObject({ ok: true });
    // Its own bot may write to its own addresses only.
    const theirs = { ...reach, bot: `28:${appId}` };
    const refused = { ok: false, refusal: ADDRESS_REFUSED };
    expect([
      await several.send(theirs, drawn),
      await several.update(theirs, 'a', drawn),
      await several.remove(theirs, 'a'),
      await several.member(theirs),
    ]).toEqual([refused, refused, refused, refused]);
  });

  it('draws a card anew where it stands', async () => {
    const sent = await teams.send(reach, drawn);
    if (!sent.ok) throw new Error('not sent');
    const updated = await teams.update(reach, sent.value, { ...drawn, summary: 'Avslutad' });
    expect(updated).toEqual({ ok: true, value: sent.value });
    expect(connector.sent(reach.conversation).map((post) => post.updates.map(({ summary }) => summary))).toEqual([
      ['Avslutad'],
    ]);
  });

  const cases: [string, Behaviour, object][] = [
    ['429 with Retry-After', tooManyRequests(7), { class: 'throttled', retryAfterMs: 7000 }],
    ['429 without', tooManyRequests(), { class: 'throttled' }],
    ['412', preconditionFailed(), { class: 'throttled' }],
    ['500', serverError(), { class: 'unknown', reason: '500 ServiceError' }],
    ['503', serverError(503), { class: 'throttled', reason: '503 ServiceError' }],
    ['502 after it has accepted', acceptedThenServerError(502), { class: 'gateway', reason: '502 ServiceError' }],
    ['504', serverError(504), { class: 'gateway' }],
    ['a reset', resetBefore(), { class: 'unknown' }],
    ['a reset after it has accepted', acceptedThenReset(), { class: 'unknown' }],
    ['403', forbidden('ConversationBlockedByUser'), { class: 'refused', reason: '403 ConversationBlockedByUser' }],
    ['404', notFound(), { class: 'refused', gone: true }],
    ['a stop by an administrator', forbidden('BotDisabledByAdmin'), { class: 'disabled' }],
    ['413', tooLarge(), { class: 'tooLarge' }],
  ];
  it.each(cases)('posts once and tells what it means when Teams answers %s', async (_name, behaviour, refusal) => {
    connector.misbehave(everything, [behaviour]);
    expect(await teams.send(reach, drawn)).toMatchObject({ ok: false, refusal });
    expect(connector.requests).toHaveLength(1);
  });

  it.each([
    ['before', hangs(), 0],
    ['after', acceptedThenHangs(), 1],
  ])(
    'stops waiting for Teams at its deadline: it may have arrived (hung %s arriving)',
    async (_, behaviour, arrived) => {
      connector.misbehave(everything, [behaviour]);
      const sent = await port(150).send(reach, drawn);
      expect(sent).toMatchObject({ ok: false, refusal: { class: 'unknown' } });
      expect(connector.sent()).toHaveLength(arrived);
    },
  );

  const ways: [string, (serviceUrl: string) => Promise<unknown>][] = [
    ['message', (serviceUrl) => teams.send({ ...reach, serviceUrl }, drawn)],
    ['reply in a turn', (serviceUrl) => inTurn((context) => context.sendActivity('Hej'), { serviceUrl })],
  ];
  it.each(ways)(
    'closes a connection that has stood idle since a %s before the other side does, for what is posted on it just then may be lost',
    async (_, post) => {
      let open = 0;
      const server = createServer((request, response) => {
        request.resume();
        response.setHeader('content-type', 'application/json');
        response.end('{"id":"1:1"}');
      });
      server.keepAliveTimeout = 600_000;
      patient = server;
      const ended = new Promise<void>((resolve) => {
        server.on('connection', (socket) => {
          open += 1;
          socket.once('close', resolve);
        });
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      await post(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      await ended;
      expect(open).toBe(1);
    },
  );

  it('knows that nothing left when nobody listens at the address', async () => {
    await connector.stop();
    expect(await teams.send(reach, drawn)).toMatchObject({ ok: false, refusal: { class: 'unsent' } });
    await connector.start();
  });

  it.each([
    'https://smba.trafficmanager.net.evil.example/',
    'http://169.254.169.254/metadata/identity',
    'http://10.0.0.4/',
    'file:///etc/passwd',
    '',
  ])('writes to no other address, though it stands in storage: %j', async (serviceUrl) => {
    for (const one of [
      await teams.send({ ...reach, serviceUrl }, drawn),
      await teams.update({ ...reach, serviceUrl }, 'activity', drawn),
    ]) {
      expect(one).toEqual({ ok: false, refusal: { class: 'refused', reason: 'address not allowed' } });
    }
    expect(connector.requests).toEqual([]);
  });

  it('with an identity writes to the addresses that were configured, and not to this machine', async () => {
    const app = {
      kind: 'app',
      appType: 'UserAssignedMsi',
      appId: 'a',
      tenantId: 't',
      tenants: ['t'],
      keysAt: '',
    } as const;
    const refused = { ok: false, refusal: { reason: 'address not allowed' } };
    const locked = createTeams({ identity: { ...app, serviceOrigins: ['https://smba.trafficmanager.net'] } });
    for (const serviceUrl of [
      connector.url,
      'http://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net:444/',
    ]) {
      expect(await locked.send({ ...reach, serviceUrl }, drawn)).toMatchObject(refused);
    }
    expect(connector.requests).toEqual([]);
  });

  it('does not follow a redirect: it carries the message and the bot’s token', async () => {
    const elsewhere = await startConnector();
    const to = `${elsewhere.url}/v3/conversations/${reach.conversation}/activities`;
    connector.misbehave(everything, [redirects(to), redirects(to)]);
    expect(await teams.send(reach, drawn)).toMatchObject({
      ok: false,
      refusal: { class: 'faulty', reason: '307 Moved' },
    });
    const turn = inTurn((context) => context.sendActivity('Hej'));
    await expect(turn).rejects.toMatchObject({ statusCode: 307 });
    expect(connector.requests).toHaveLength(2);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.stop();
  });

  it('makes the replies of a turn go out once too, and counts them', async () => {
    connector.misbehave(everything, [acceptedThenServerError()]);
    let calls = 0;
    const count = () => {
      calls++;
    };
    const reply = inTurn((context) => context.sendActivity('Hej'), { called: count });
    await expect(reply).rejects.toMatchObject({ statusCode: 500 });
    expect(connector.requests).toHaveLength(1);
    expect(calls).toBe(1);
  });
});
