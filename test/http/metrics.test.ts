import { createMetrics } from '../../src/http/metrics';
import { type City, startCity } from '../support/city';

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
});
