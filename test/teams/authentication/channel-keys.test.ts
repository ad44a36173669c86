import { createChannelKeys } from '../../../src/teams/authentication/channel-keys';
import { startCity } from '../../../testing/scenes/city';
import { BotFramework, makeKey } from '../../../testing/teams/bot-framework';

const DAY = 24 * 3_600_000;
const key = makeKey('teams-1', ['msteams']);

describe('the keys of Bot Framework', () => {
  let framework: BotFramework;
  beforeEach(async () => {
    framework = await new BotFramework().start();
    framework.keys = [key];
  });
  afterEach(() => framework.stop());

  it('are usable as long as one is known that may be trusted, whatever the latest question for them came to', async () => {
    let now = Date.parse('2026-11-26T09:00:00Z');
    const log = { error: jest.fn() };
    const keys = createChannelKeys({ metadataUrl: framework.metadataUrl, now: () => now, log });
    framework.down = true;
    expect(await keys.anyUsable()).toBe(false);
    framework.down = false;
    now += 6_000;
    expect(await keys.anyUsable()).toBe(true);
    framework.down = true;
    for (let day = 1; day < 7; day++) {
      now += DAY;
      expect(await keys.anyUsable()).toBe(true);
    }
    now += DAY;
    expect(await keys.anyUsable()).toBe(false);
    expect(log.error).toHaveBeenCalled();
    framework.down = false;
    now += 6_000;
    expect(await keys.anyUsable()).toBe(true);
  });

  it('make the bot ready: it is not while none is known, and stays so when they cannot be asked for any more', async () => {
    framework.down = true;
    const city = await startCity({
      realTime: true,
      identity: ({ url, roster: { tenantId } }) => ({
        kind: 'app',
        appId: '2f6d3c1e-8a4b-4c7d-9e10-5b6a7c8d9e0f',
        appType: 'UserAssignedMsi',
        tenantId,
        tenants: [tenantId],
        serviceOrigins: [url],
        keysAt: framework.metadataUrl,
      }),
    });
    const ready = async () => (await fetch(`${city.url}/readyz`)).json();
    expect(await ready()).toEqual({ status: 'not ready', reason: 'keys' });
    framework.down = false;
    // The next question waits a few seconds after one that failed; readiness is asked for again and again.
    while (((await ready()) as { status: string }).status !== 'ready') await fetch(`${city.url}/healthz`);
    framework.down = true;
    expect(await ready()).toEqual({ status: 'ready' });
    city.surprises();
    await city.stop();
  });
});
