import type { AddressInfo } from 'node:net';
import { accept } from '../../src/domain/result';
import { createMetrics } from '../../src/http/metrics';
import { closeServer, createServer } from '../../src/http/server';
import { type City, startCity } from '../../testing/scenes/city';

describe('/metrics', () => {
  it('counts deliveries by kind and state and faults by class, and says how it stands', async () => {
    const metrics = createMetrics();
    const figures = { queued: 3, open: 7, oldestSeconds: 61.5, perSecond: 28, halted: true };
    metrics.watch(async () => figures);
    metrics.settled('notice', 'sent');
    metrics.settled('notice', 'sent');
    metrics.settled('digest', 'ambiguous');
    metrics.failed('throttled');
    const { body, contentType } = await metrics.text();
    expect(contentType).toContain('text/plain');
    const lines = body.split('\n').filter((line) => !line.startsWith('#'));
    expect(lines).toEqual(
      expect.arrayContaining([
        'idelotsen_deliveries_total{kind="notice",state="sent"} 2',
        'idelotsen_deliveries_total{kind="digest",state="ambiguous"} 1',
        'idelotsen_send_faults_total{class="throttled"} 1',
        'idelotsen_wake_ups_queued 3',
        'idelotsen_deliveries_open 7',
        'idelotsen_oldest_owed_seconds 61.5',
        'idelotsen_send_rate 28',
        'idelotsen_halted 1',
      ]),
    );
  });

  describe('of a bot', () => {
    let city: City;
    beforeAll(async () => {
      city = await startCity();
    });
    afterAll(() => city.stop());

    it('is Prometheus’ text, about messages and about no person', async () => {
      const leader = await city.arrives('leader');
      const response = await fetch(`${city.url}/metrics`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
      const body = await response.text();
      expect(body).toContain('idelotsen_send_rate 40');
      expect(body).not.toContain(leader.name);
      expect(body).not.toMatch(/p[0-9A-HJKMNP-TV-Z]{16}/);
    });
  });

  describe('with a token', () => {
    const token = 'abcdefghij-0123456789';
    const server = createServer({
      bot: { receive: async () => accept({ status: 200 }) },
      ready: async () => {},
      metrics: async () => ({ contentType: 'text/plain', body: 'figures' }),
      metricsToken: token,
      log: { info() {}, error() {} },
    });
    beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
    afterAll(() => closeServer(server));

    it.each([
      [200, `Bearer ${token}`],
      [401, undefined],
      [401, `Bearer ${token}0`],
      [401, token],
      [401, 'Bearer '],
    ])('answer %i to %j', async (status, authorization) => {
      const { port } = server.address() as AddressInfo;
      const headers = authorization === undefined ? {} : { authorization };
      const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
      expect(response.status).toBe(status);
      expect((await response.text()).includes('figures')).toBe(status === 200);
    });
  });
});
