import { once } from 'node:events';
import { connect } from 'node:net';
import { killAllBots } from '../../testing/processes/bot-process';
import { Deployment } from '../../testing/processes/deployment';
import { PATIENCE, until } from '../../testing/processes/until';
import { late } from '../../testing/teams/misbehaviour';

describe('a bot that is asked to stop', () => {
  let town: Deployment;
  beforeAll(async () => {
    town = await Deployment.open();
    const bot = await town.start();
    await town.arrive();
    await bot.stop();
  });
  afterEach(killAllBots);
  afterAll(() => town?.close());

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s answers the turn that it has in hand, then ends', async (signal) => {
    const bot = await town.start();
    const since = town.connector.mark();
    town.connector.misbehave(({ kind }) => kind === 'post', [late(2_000)]);
    const asked = town.connector.requests.length;
    const answering = town.employee.says('hjälp');
    await until(() => town.connector.requests.length > asked, { what: 'the answer to reach Teams' });
    bot.signal(signal);
    expect(await answering).toMatchObject({ status: 200 });
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    await town.employee.waitsFor('Det här kan du göra', { since, within: PATIENCE });
    await expect(town.employee.says('hjälp')).rejects.toThrow('fetch failed');
  });

  it('does not wait for connections on which nobody asks anything', async () => {
    const bot = await town.start();
    const { hostname, port } = new URL(await bot.url());
    const connections = [
      '',
      'POST /api/messages HTTP/1.1\r\n',
      'GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    ];
    for (const opening of connections) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {}).write(opening);
      await once(socket, 'connect');
    }
    await town.employee.says('hjälp');
    await bot.stop();
  });

  it('saves the idea that is being submitted, and the next one tells its leader', async () => {
    const bot = await town.start();
    const shut = town.gate.shutAt(({ method, body }) => method === 'POST' && body.includes('"outbox|'));
    const submitting = town.submits('Lånecyklar');
    await shut;
    bot.signal('SIGTERM');
    town.gate.reopen();
    await submitting;
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    await town.start();
    await town.leader.waitsFor('Lånecyklar', { within: PATIENCE });
    expect(town.leaderHas('Lånecyklar')).toBe(1);
  });
});
