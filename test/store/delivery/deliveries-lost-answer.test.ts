import { openDeliveries, owed } from '../../../src/store/delivery/deliveries';
import { openOutbox } from '../../../src/store/delivery/outbox';
import { openRuns } from '../../../src/store/delivery/runs';
import { eventRun } from '../../../src/store/keys';
import { openShared } from '../../../src/store/shared';
import { openStorage, type Storage } from '../../../src/store/storage';
import { type LossyProxy, startLossyProxy } from '../../../testing/storage/lossy-proxy.js';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

// The SDK asks again by itself when an answer is lost, and is then refused because of its own first try.

const now = '2026-11-24T09:00:00.000Z';
const notice = owed(
  { person: 'p1', run: eventRun('A1B2C3', 1) },
  { kind: 'notice', record: 'idea', id: 'A1B2C3', seq: 1, as: 'deciders' },
  now,
  now,
);

describe('when storage’s answer is lost', () => {
  let proxy: LossyProxy;
  let storage: Storage;
  let marks = 0;
  const newMark = () => `mark${marks++}`;
  const deliveries = () => openDeliveries(storage, 'town', newMark, 4);
  const open = async () =>
    (await Promise.all(deliveries().partitions.map((one) => deliveries().open(one)))).flat().length;
  beforeEach(async () => {
    proxy = await startLossyProxy(testConnectionString());
    storage = openStorage({ connectionString: proxy.connectionString, prefix: uniquePrefix() });
    await storage.prepare();
  });
  afterEach(() => proxy.stop());

  async function added() {
    await deliveries().add([notice]);
    const row = await deliveries().get(notice);
    if (!row) throw new Error('not added');
    return row;
  }

  it('a delivery that was added is there once', async () => {
    proxy.loseAnswerTo(({ body }) => body.includes('A1B2C3'));
    await deliveries().add([notice]);
    expect(proxy.lost).toHaveLength(1);
    expect(await deliveries().get(notice)).toMatchObject(notice);
    expect(await open()).toBe(1);
  });

  it('a claim is known again as one’s own, and nobody else gets it', async () => {
    const row = await added();
    proxy.loseAnswerTo(({ method }) => method === 'PUT');
    const sending = { ...row, state: 'sending', owner: 'me', deadline: now } as const;
    expect(await deliveries().change(row, sending)).toMatchObject({ owner: 'me' });
    expect(proxy.lost).toHaveLength(1);
    expect(await deliveries().change(row, { ...sending, owner: 'other' })).toBeUndefined();
  });

  it('what came of a try is known again as one’s own, and its open row is gone', async () => {
    const row = await added();
    proxy.loseAnswerTo(({ url, body }) => url.includes('$batch') && body.includes('sent'));
    expect(await deliveries().change(row, { ...row, state: 'sent', at: now })).toMatchObject({ state: 'sent' });
    expect(proxy.lost).toHaveLength(1);
    expect(await open()).toBe(0);
  });

  it('a run that was claimed is one’s own to plan, and nobody else’s', async () => {
    const runs = openRuns(storage, 'town', newMark);
    proxy.loseAnswerTo(({ body }) => body.includes('planner'));
    expect(await runs.claim('digest', '2026-W47', now, 60_000)).toMatchObject({ mine: true });
    expect(proxy.lost).toHaveLength(1);
    expect(await runs.claim('digest', '2026-W47', now, 60_000)).toMatchObject({ mine: false });
  });

  it('a shared value is what was written, once', async () => {
    const shared = openShared(storage, 'town');
    const add = (value = 0) => (value > 0 ? undefined : value + 1);
    proxy.loseAnswerTo(({ body }) => body.includes('json'));
    expect(await shared.change('count', add)).toBe(1);
    expect(proxy.lost).toHaveLength(1);
    expect((await shared.read('count')).value).toBe(1);
  });

  it('an event that stands aside stands there once', async () => {
    const outbox = openOutbox(storage, 'town');
    await storage.ideas.createEntity({ partitionKey: 'town|0', rowKey: 'outbox|A1B2C3|000001', id: 'A1B2C3', seq: 1 });
    const [row] = await outbox.list(1);
    if (!row) throw new Error('not in the outbox');
    proxy.loseAnswerTo(({ url }) => url.includes('$batch'));
    await outbox.failed(row, 'TypeError', true);
    expect(proxy.lost).toHaveLength(1);
    expect(await outbox.list(1)).toEqual([]);
    expect(await outbox.stuck()).toMatchObject([{ id: 'A1B2C3', faults: 1, reason: 'TypeError' }]);
  });
});
