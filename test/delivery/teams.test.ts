import { CloudAdapter } from 'botbuilder';
import type { Drawn } from '../../src/cards/kit';
import { authenticationFor } from '../../src/delivery/authentication';
import { createTeams, type TeamsPort, withoutRetries } from '../../src/delivery/teams';
import type { Reach } from '../../src/store/people';
import { type Connector, startConnector } from '../support/connector';
import {
  acceptedThenHangs,
  acceptedThenReset,
  acceptedThenServerError,
  type Behaviour,
  forbidden,
  hangs,
  notFound,
  preconditionFailed,
  resetBefore,
  serverError,
  tooLarge,
  tooManyRequests,
} from '../support/misbehaviour';

const drawn: Drawn = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'En idé väntar' };
const everything = () => true;

describe('writing to somebody in Teams', () => {
  let connector: Connector;
  let teams: TeamsPort;
  let reach: Reach;
  const port = (patience?: number) =>
    createTeams({ authentication: authenticationFor({ kind: 'none' }), appId: '', ...(patience && { patience }) });

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
  afterEach(() => connector.stop());

  it('posts the card with its summary and gives the activity id', async () => {
    const sent = await teams.send(reach, drawn);
    const [post] = connector.sent(reach.conversation);
    expect(sent).toEqual({ ok: true, value: post?.id });
    expect(post?.activity).toMatchObject({ summary: 'En idé väntar', attachments: [{ content: drawn.card }] });
    expect(post?.activity.recipient?.id).toBe(reach.user);
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
    ['429 with Retry-After', tooManyRequests(7), { class: 'throttled', retryAfter: 7000 }],
    ['429 without', tooManyRequests(), { class: 'throttled' }],
    ['412', preconditionFailed(), { class: 'throttled' }],
    ['500', serverError(), { class: 'unknown', reason: '500 ServiceError' }],
    ['502 after it has accepted', acceptedThenServerError(502), { class: 'unknown' }],
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

  it('knows that nothing left when nobody listens at the address', async () => {
    await connector.stop();
    expect(await teams.send(reach, drawn)).toMatchObject({ ok: false, refusal: { class: 'unsent' } });
    await connector.start();
  });

  it('makes the replies of a turn go out once too, and counts them', async () => {
    connector.misbehave(everything, [acceptedThenServerError()]);
    const adapter = new CloudAdapter(authenticationFor({ kind: 'none' }));
    const reference = {
      channelId: 'msteams',
      serviceUrl: connector.url,
      conversation: { id: reach.conversation, isGroup: false, conversationType: 'personal', name: '' },
    };
    let calls = 0;
    const reply = adapter.continueConversationAsync('', reference, async (context) => {
      withoutRetries(context, () => {
        calls++;
      });
      await context.sendActivity('Hej');
    });
    await expect(reply).rejects.toMatchObject({ statusCode: 500 });
    expect(connector.requests).toHaveLength(1);
    expect(calls).toBe(1);
  });
});
