import { once } from 'node:events';
import { accept, refuse } from '../../src/domain/result';
import type { Activities, Received } from '../../src/http/activities';
import { unlockedDoor } from '../../src/http/self-check';
import { closeServer, createServer } from '../../src/http/server';
import { forgedRequests } from '../../src/teams/authentication/forged-requests';

const app = { appId: '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f', tenants: ['6a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'] };
const strangers = forgedRequests(app, Date.now());
const log = { info() {}, error() {} };

/** The HTTP server in front of a bot that answers so. */
const serverOf = (receive: Activities['receive']) => createServer({ bot: { receive }, ready: async () => {}, log });
const refusal = refuse({ status: 401, reason: 'noToken' } as const);

describe('before it takes traffic, the bot knocks at its own door', () => {
  it('as a stranger without a token and with one that nobody signed, and is content when both are refused', async () => {
    const seen: { authorization: string; activity: unknown }[] = [];
    const server = serverOf(async (authorization, activity) => {
      seen.push({ authorization, activity });
      return refusal;
    });
    expect(await unlockedDoor(server, strangers)).toBeUndefined();
    expect(seen.map(({ authorization }) => authorization)).toEqual([
      '',
      expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\./),
    ]);
    expect(seen[0]?.activity).toMatchObject({ channelId: 'msteams', conversation: { tenantId: app.tenants[0] } });
  });

  it('at the address of each other identity too', async () => {
    const receive = async () => refusal;
    const others = new Map([['bolaget', { receive: async () => accept({ status: 200 }) }]]);
    const server = createServer({ bot: { receive }, others, ready: async () => {}, log });
    const forged = [...strangers, ...forgedRequests({ ...app, name: 'bolaget' }, Date.now())];
    expect(await unlockedDoor(server, forged)).toBe('200');
  });

  it.each<[what: string, receive: Activities['receive'], answered: string]>([
    ['it lets anybody in', async () => accept({ status: 200 }), '200'],
    [
      'it lets in whoever shows any token',
      async (authorization): Promise<Received> => (authorization === '' ? refusal : accept({ status: 200 })),
      '200',
    ],
    ['it refuses, but not for the missing signature', async () => refuse({ status: 403, reason: 'tenant' }), '403'],
    [
      'it fails',
      async () => {
        throw new Error('hemligt');
      },
      '500',
    ],
  ])('and says so when %s', async (_what, receive, answered) => {
    expect(await unlockedDoor(serverOf(receive), strangers)).toBe(answered);
  });

  it('and can then listen where it is meant to', async () => {
    const server = serverOf(async () => refusal);
    await unlockedDoor(server, strangers);
    expect(server.server.listening).toBe(false);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    await closeServer(server);
  });
});
