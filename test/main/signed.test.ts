import { randomUUID } from 'node:crypto';
import { killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';

const app = {
  MicrosoftAppId: '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f',
  MicrosoftAppTenantId: '6a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'hemlig-nyckel',
};
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a bot with an app id', () => {
  let town: Deployment;
  beforeAll(async () => {
    town = await Deployment.open();
    const bot = await town.start(app);
    // Nobody has said where Teams reaches it: operators are told what that costs.
    expect(bot.said).toContain('set PUBLIC_URL');
  });
  afterAll(async () => {
    await killAllBots();
    await town?.close();
  });

  /** What instances of the bot tell each other of their shares, and of work done once for all of them, is nobody's. */
  const ofPeople = async (table: 'Ideas' | 'People' | 'Deliveries') =>
    (await town.rows(table)).filter(({ rowKey = '' }) => !/^(?:shared|run)\|/.test(rowKey));

  it.each<[what: string, authorization: string | undefined]>([
    ['no signature', undefined],
    ['an empty signature', ''],
    ['a word for a signature', 'Bearer hemlig'],
    ['a password for a signature', 'Basic aGVtbGlnOmhlbWxpZw=='],
    [
      'a token that nobody has signed',
      `Bearer ${base64({ alg: 'none', typ: 'JWT' })}.${base64({ iss: 'https://sts.example', aud: app.MicrosoftAppId })}.`,
    ],
  ])('answers 401 to an activity with %s, does nothing and says nothing', async (_what, authorization) => {
    const { employee, connector, teams } = town;
    const response = await fetch(teams.botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: JSON.stringify({
        type: 'message',
        id: randomUUID(),
        text: 'idé',
        channelId: 'msteams',
        serviceUrl: connector.url,
        from: { id: employee.id, aadObjectId: employee.aadObjectId },
        recipient: teams.bot,
        conversation: { id: employee.conversationId, conversationType: 'personal', tenantId: teams.tenantId },
      }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      error: { code: 'unauthorized', reference: expect.stringMatching(/^[\da-f]{8}$/) },
    });
    expect(connector.requests).toEqual([]);
    for (const table of ['Ideas', 'People', 'Deliveries'] as const) expect(await ofPeople(table)).toEqual([]);
  });
});
