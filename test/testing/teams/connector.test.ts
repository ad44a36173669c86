import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { busiest, type Connector, startConnector } from '../../../testing/teams/connector.js';
import {
  acceptedThenReset,
  acceptedThenServerError,
  type Behaviour,
  forbidden,
  forever,
  hangs,
  late,
  notFound,
  preconditionFailed,
  resetBefore,
  serverError,
  tooLarge,
  tooManyRequests,
} from '../../../testing/teams/misbehaviour.js';
import type { Member } from '../../../testing/teams/roster.js';

let connector: Connector;
let employee: Member;
let client: ConnectorClient;

beforeEach(async () => {
  connector = await startConnector();
  employee = connector.roster.add({ name: 'Demo Medarbetare', email: 'medarbetare@demo.example' });
  client = await clientFor(connector.url);
});
afterEach(() => connector.stop());

type ConnectorClient = Awaited<ReturnType<typeof clientFor>>;

/** The client that a bot gets, without the retries that botbuilder makes by itself. */
async function clientFor(serviceUrl: string) {
  const nobody = { claims: [], isAuthenticated: false, authenticationType: '', getClaimValue: () => null };
  const factory = new ConfigurationBotFrameworkAuthentication({}).createConnectorFactory(nobody as never);
  const made = await factory.create(serviceUrl, '');
  const { pipeline } = (made as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return made;
}

interface Pipeline {
  removePolicy(policy: { name: string }): void;
}

const message = (text: string) => ({ type: 'message', text });
const send = (text: string) => client.conversations.sendToConversation(employee.conversationId, message(text));
const arrived = () => connector.sent().map(({ activity }) => activity.text);

describe('the connector, used by the real client', () => {
  it('takes messages, replies, updates and deletions', async () => {
    const { id } = await send('Hej');
    const reply = await client.conversations.replyToActivity(employee.conversationId, 'f:1', message('Svar'));
    expect(reply.id).not.toBe(id);
    await client.conversations.updateActivity(employee.conversationId, id, message('Hej igen'));
    await client.conversations.deleteActivity(employee.conversationId, reply.id);
    expect(connector.sent(employee.conversationId)).toMatchObject([
      { id, activity: { text: 'Hej' }, updates: [{ text: 'Hej igen' }], deleted: false },
      { id: reply.id, activity: { text: 'Svar' }, deleted: true },
    ]);
    expect(connector.requests.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'post 201',
      'post 201',
      'update 200',
      'delete 200',
    ]);
  });

  it('opens a conversation with a person in the roster, and with nobody else', async () => {
    const bot = { id: '28:bot', name: 'bot' };
    const wish = (id: string) => ({ isGroup: false, bot, members: [{ id, name: '' }], activity: message('Hej') });
    const opened = await client.conversations.createConversation(wish(employee.aadObjectId) as never);
    expect(opened).toMatchObject({ id: employee.conversationId, serviceUrl: connector.url });
    expect(connector.sent(employee.conversationId)[0]?.id).toBe(opened.activityId);
    await expect(client.conversations.createConversation(wish('29:stranger') as never)).rejects.toMatchObject({
      ...{ statusCode: 403, code: 'BotNotInConversationRoster' },
    });
  });

  it('knows its people under each of their ids', async () => {
    const known = { id: employee.id, name: 'Demo Medarbetare', email: employee.email, givenName: 'Demo' };
    for (const id of [employee.id, employee.aadObjectId, employee.email]) {
      expect(await client.conversations.getConversationMember(employee.conversationId, id)).toMatchObject(known);
    }
    const paged = await client.conversations.getConversationPagedMembers(employee.conversationId);
    expect(paged.members).toMatchObject([{ ...known, userPrincipalName: employee.email }]);
    expect(await client.conversations.getConversationMembers(employee.conversationId)).toHaveLength(1);
  });

  it('refuses a conversation that it does not know, and one whose person has left', async () => {
    await expect(client.conversations.sendToConversation('a:none', message('?'))).rejects.toMatchObject({
      ...{ statusCode: 404, code: 'ConversationNotFound' },
    });
    connector.roster.leave(employee);
    await expect(send('Hej')).rejects.toMatchObject({ statusCode: 403, code: 'BotNotInConversationRoster' });
    connector.roster.comeBack(employee);
    await send('Välkommen åter');
    expect(arrived()).toEqual(['Välkommen åter']);
  });
});

describe('misbehaviour on order', () => {
  it.each<[string, Behaviour, object, boolean]>([
    ['429', tooManyRequests(), { statusCode: 429 }, false],
    ['412', preconditionFailed(), { statusCode: 412 }, false],
    ['403', forbidden('BotDisabledByAdmin'), { statusCode: 403, code: 'BotDisabledByAdmin' }, false],
    ['404', notFound(), { statusCode: 404 }, false],
    ['413', tooLarge(), { statusCode: 413 }, false],
    ['503', serverError(503), { statusCode: 503 }, false],
    ['500 after acceptance', acceptedThenServerError(), { statusCode: 500 }, true],
    [
      'a reset before acceptance',
      resetBefore(),
      { message: expect.stringMatching(/ECONNRESET|socket hang up/) },
      false,
    ],
    ['a reset after acceptance', acceptedThenReset(), { message: expect.stringMatching(/ECONNRESET|hang up/) }, true],
  ])('gives %s once, then serves as usual', async (_, behaviour, failure, arrives) => {
    connector.misbehave(({ kind }) => kind === 'post', [behaviour]);
    await expect(send('första')).rejects.toMatchObject(failure);
    await send('andra');
    expect(arrived()).toEqual(arrives ? ['första', 'andra'] : ['andra']);
  });

  it('tells how long to wait, where told to', async () => {
    connector.misbehave(() => true, [tooManyRequests(7), tooManyRequests()]);
    const retryAfter = async () => {
      const failed = await send('Hej').catch((error: unknown) => error);
      return (failed as { response: { headers: { get(name: string): string | undefined } } }).response.headers.get(
        'retry-after',
      );
    };
    expect([await retryAfter(), await retryAfter()]).toEqual(['7', undefined]);
  });

  it('leaves a request without an answer until the connector stops', async () => {
    connector.misbehave(() => true, [hangs()]);
    const outcome = send('Hej').catch(() => 'no answer');
    await send('nästa');
    expect(arrived()).toEqual(['nästa']);
    await connector.stop();
    expect(await outcome).toBe('no answer');
    connector = await startConnector();
  });

  it('answers late, though the message arrives at once', async () => {
    connector.misbehave(() => true, [late(300)]);
    let answered = false;
    const sending = send('Hej').then(() => {
      answered = true;
    });
    await connector.waitFor(({ activity }) => activity.text === 'Hej', 'the message');
    expect(answered).toBe(false);
    await sending;
  });

  it('goes on as long as ordered, for those it was ordered for', async () => {
    const other = connector.roster.add({ name: 'Demo Chef', email: 'chef@demo.example' });
    const stop = connector.misbehave(
      ({ conversationId }) => conversationId === employee.conversationId,
      forever(forbidden('ConversationBlockedByUser')),
    );
    await expect(send('1')).rejects.toMatchObject({ code: 'ConversationBlockedByUser' });
    await client.conversations.sendToConversation(other.conversationId, message('till chefen'));
    await expect(send('2')).rejects.toMatchObject({ statusCode: 403 });
    stop();
    await send('3');
    expect(arrived()).toEqual(['till chefen', '3']);
  });
});

describe('waiting for a message', () => {
  it('settles with what is there, and with what comes or changes later', async () => {
    const says = (text: string) => (post: { updates: unknown[]; activity: { text?: string } }) =>
      [post.activity, ...post.updates].some((it) => (it as { text?: string }).text === text);
    const { id } = await send('Hej');
    expect(await connector.waitFor(says('Hej'), 'Hej')).toMatchObject({ id });

    const since = connector.mark();
    const again = connector.waitFor(says('Hej'), 'another Hej', { since });
    const updated = connector.waitFor(says('Ändrat'), 'the update');
    await send('Hej');
    expect((await again).id).not.toBe(id);
    await client.conversations.updateActivity(employee.conversationId, id, message('Ändrat'));
    expect(await updated).toMatchObject({ id });
  });

  it('fails with what it waited for, what arrived, and what was refused', async () => {
    await send('Hej');
    connector.misbehave(() => true, [tooLarge()]);
    await expect(send('för stort')).rejects.toThrow();
    const waiting = connector.waitFor(() => false, 'the card of the leader', { within: 20 });
    await expect(waiting).rejects.toThrow(
      /Waited for the card of the leader\.\nArrived:\n {2}1:000001 to Demo Medarbetare \(message\): Hej\nNot served:\n {2}POST .*: 413/,
    );
  });
});

describe('the busiest window', () => {
  it.each<[number[], number]>([
    [[], 0],
    [[5], 1],
    [[0, 400, 999, 1000, 1399, 1400], 4],
    [[1400, 0, 999], 2],
  ])('of %j has %i in a second', (times, most) => {
    expect(busiest(times, 1000)).toBe(most);
  });
});
