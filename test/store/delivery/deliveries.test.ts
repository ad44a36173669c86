import { type Delivery, openDeliveries, owed } from '../../../src/store/delivery/deliveries';
import { digestRun, eventRun } from '../../../src/store/keys';
import { openStorage, type Storage } from '../../../src/store/storage';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const now = '2026-11-24T09:00:00.000Z';
const later = '2026-11-24T09:05:00.000Z';
const notice = (person: string, seq = 1): Delivery =>
  owed(
    { person, run: eventRun('A1B2C3', seq) },
    { kind: 'notice', record: 'idea', id: 'A1B2C3', seq, as: 'deciders' },
    now,
    now,
  );

describe('deliveries in storage', () => {
  let storage: Storage;
  let marks = 0;
  const open = () => openDeliveries(storage, 'town', () => `mark${marks++}`, 4);
  const allOpen = async () => {
    const store = open();
    return (await Promise.all(store.partitions.map((one) => store.open(one)))).flat();
  };
  beforeEach(async () => {
    storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
    await storage.prepare();
  });

  it('are there once however often they are added, and are open until they end', async () => {
    const store = open();
    const list = Array.from({ length: 120 }, (_, n) => notice(`p${n}`));
    await store.add(list.slice(0, 30));
    const first = await store.get(list[0] ?? notice('p0'));
    if (!first) throw new Error('not added');
    await store.change(first, { ...first, state: 'sent', at: later });
    await Promise.all([store.add(list), store.add(list)]);
    expect(await allOpen()).toHaveLength(119);
    expect(await store.get(first)).toMatchObject({ state: 'sent' });
  });

  it('are read as they were written', async () => {
    const store = open();
    await store.add([notice('p1')]);
    const { etag, ...read } = (await store.get(notice('p1'))) ?? { etag: '' };
    expect(etag).toBeTruthy();
    expect(read).toEqual(notice('p1'));
  });

  it('have so many places a week for what comes at once: each once, whoever asks and however often', async () => {
    const places = { week: '2026-W48', most: 2 };
    const asked = await Promise.all(
      ['A.1', 'B.1', 'C.1', 'A.1'].map((name) => open().atOnce.takes('p1', name, places)),
    );
    expect(asked[0]).toBe(asked[3]);
    const have = ['A.1', 'B.1', 'C.1'].filter((_, n) => asked[n]);
    expect(have).toHaveLength(2);
    for (const [n, name] of ['A.1', 'B.1', 'C.1'].entries())
      expect(await open().atOnce.takes('p1', name, places)).toBe(asked[n]);
    expect(await open().atOnce.takes('p2', 'C.1', places)).toBe(true);
    expect(await open().atOnce.takes('p1', 'D.1', { week: '2026-W49', most: 2 })).toBe(true);
    await open().removeAllOf('p1');
    const rows = [];
    for await (const row of storage.deliveries.listEntities()) rows.push(row.rowKey);
    expect(rows).toEqual(['atOnce|p2']);
  });

  it('change for one of many who would change them', async () => {
    const store = open();
    await store.add([notice('p1')]);
    const row = await store.get(notice('p1'));
    if (!row) throw new Error('not added');
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        store.change(row, { ...row, state: 'sending', owner: `o${n}`, deadline: later }),
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    const winner = claims.find(Boolean);
    expect(await store.get(row)).toEqual(winner);
  });

  it('lose what a change leaves out, and move in the open list when they are due at another time', async () => {
    const store = open();
    await store.add([notice('p1')]);
    const row = await store.get(notice('p1'));
    if (!row) throw new Error('not added');
    const sending = await store.change(row, { ...row, state: 'sending', owner: 'me', deadline: later, reason: 'x' });
    if (!sending) throw new Error('not claimed');
    const { owner: _o, deadline: _d, reason: _r, ...rest } = sending;
    const back = await store.change(sending, { ...rest, state: 'owed', due: later });
    expect(back).not.toHaveProperty('owner');
    expect(await store.get(row)).toEqual(back);
    expect(await allOpen()).toEqual([{ person: 'p1', run: row.run, due: later }]);
  });

  it('know their own write again when its answer was lost', async () => {
    const store = open();
    await store.add([notice('p1')]);
    const row = await store.get(notice('p1'));
    if (!row) throw new Error('not added');
    const table = storage.deliveries;
    const update = table.updateEntity.bind(table);
    // What the SDK does when an answer is lost: it writes again, and the second write finds the first one's version.
    jest.spyOn(table, 'updateEntity').mockImplementation(async (...args) => {
      await update(...args);
      return update(...args);
    });
    const claimed = await store.change(row, { ...row, state: 'sending', owner: 'me', deadline: later });
    expect(claimed).toMatchObject({ state: 'sending', owner: 'me' });
  });

  it('of one person are found by state', async () => {
    const store = open();
    await store.add([
      { ...notice('p1'), state: 'unreachable' },
      notice('p1', 2),
      { ...notice('p10'), state: 'unreachable' },
      owed({ person: 'p1', run: digestRun('2026-W47') }, { kind: 'digest', week: '2026-W47' }, now, now),
    ]);
    expect((await store.ofPerson('p1', 'unreachable')).map(({ run }) => run)).toEqual([eventRun('A1B2C3', 1)]);
  });

  it('are found by state in each partition, for operators', async () => {
    const store = open();
    await store.add([{ ...notice('p1'), state: 'failed' }, { ...notice('p2'), state: 'failed' }, notice('p3')]);
    const failed = await Promise.all(store.partitions.map((one) => store.all(one, 'failed')));
    expect(
      failed
        .flat()
        .map(({ person }) => person)
        .sort(),
    ).toEqual(['p1', 'p2']);
    const all = await Promise.all(store.partitions.map((one) => store.all(one)));
    expect(all.flat().map(({ state }) => state)).toHaveLength(3);
  });
});
