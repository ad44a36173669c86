import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DigestCity, digestCity, settle } from '../../dev/benchmarks/digest/city';
import { type CountingConnector, startCountingConnector } from '../../dev/benchmarks/digest/connector';
import type { DeliveryState } from '../../src/store/delivery/deliveries';
import { digestRun } from '../../src/store/keys';
import { openStorage, type Storage } from '../../src/store/storage';
import { BotProcess, killAllBots } from '../../testing/processes/bot-process';
import { until } from '../../testing/processes/until';
import { type RunningAzurite, startOwnAzurite } from '../../testing/storage/storage';

const RECIPIENTS = 2000;
const ABSENT = 40;

describe('a digest for two thousand managers, sent by several bots on one storage account', () => {
  let azurite: RunningAzurite;
  let storage: Storage;
  let teams: CountingConnector;
  let city: DigestCity;
  let organisationFile: string;
  beforeAll(async () => {
    azurite = await startOwnAzurite();
    storage = openStorage({ connectionString: azurite.connectionString });
    await storage.prepare();
    teams = await startCountingConnector();
    city = digestCity(RECIPIENTS, new Date().toISOString(), ABSENT);
    await settle(city, storage, teams.url);
    organisationFile = join(mkdtempSync(join(tmpdir(), 'idelotsen-digest-')), 'organisation.json');
    writeFileSync(organisationFile, JSON.stringify(city.file));
  });
  afterAll(async () => {
    await killAllBots();
    await teams?.stop();
    await azurite?.stop();
  });

  const start = () =>
    new BotProcess({
      NODE_ENV: 'development',
      PORT: '0',
      AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
      ORGANISATION_FILE: organisationFile,
      DELIVERY_RATE: '150',
      LOG_LEVEL: 'warn',
    });
  const arrived = () => [...teams.arrived.values()].reduce((sum, count) => sum + count, 0);
  const reach = (messages: number) =>
    until(() => arrived() >= messages, { every: 50, within: 240_000, what: `${messages} messages to arrive` });
  async function rows(): Promise<{ rowKey?: string; state?: DeliveryState; run?: string; tries?: number }[]> {
    const found: { rowKey?: string; state?: DeliveryState }[] = [];
    for await (const row of storage.deliveries.listEntities<{ state: DeliveryState; run: string; tries: number }>())
      found.push(row);
    return found;
  }
  const ofRun = async () => (await rows()).filter(({ run, state }) => state && run === digestRun(city.week));
  async function isAnythingOpen(): Promise<boolean> {
    const filter = "RowKey ge 'open|' and RowKey lt 'open}'";
    const found = await storage.deliveries.listEntities({ queryOptions: { filter } }).next();
    return found.done !== true;
  }

  it('reaches everybody once, though one of three and then one of two is killed and the queue is emptied', async () => {
    const [first, second, third] = [start(), start(), start()];
    await reach(RECIPIENTS / 4);
    await first.kill();
    await reach(RECIPIENTS / 2);
    for (const queue of [storage.wakeUps, storage.restWakeUps]) await queue.clearMessages();
    await reach((RECIPIENTS * 3) / 4);
    await second.kill();
    await until(async () => !(await isAnythingOpen()), { within: 300_000, what: 'nothing to be open', every: 1000 });
    await third.stop();

    const all = await ofRun();
    const count = (state: DeliveryState) => all.filter((row) => row.state === state).length;
    expect(all).toHaveLength(RECIPIENTS);
    expect(count('sent') + count('unreachable') + count('ambiguous') + count('failed')).toBe(RECIPIENTS);
    expect(count('unreachable')).toBe(ABSENT);
    expect(count('failed')).toBe(0);
    // What the two that were killed had just posted, or were about to: at most half a second's and what Teams had.
    expect(count('ambiguous')).toBeLessThanOrEqual(2 * 100);

    const got = city.conversations.map((one) => teams.arrived.get(one) ?? 0);
    expect(got.filter((messages) => messages > 1)).toEqual([]);
    expect(arrived()).toBeGreaterThanOrEqual(count('sent'));
    expect(arrived()).toBeLessThanOrEqual(count('sent') + count('ambiguous'));
    expect(all.filter(({ state, tries = 0 }) => state === 'sent' && tries > 1)).toEqual([]);
  });
});
