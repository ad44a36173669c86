import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Shares, shareOut } from '../../src/delivery/pacing/rate-share.js';
import { openDeliveries, owed } from '../../src/store/delivery/deliveries.js';
import { openNews } from '../../src/store/delivery/news.js';
import { openOutbox } from '../../src/store/delivery/outbox.js';
import { openRuns } from '../../src/store/delivery/runs.js';
import { openSentCards } from '../../src/store/delivery/sent-cards.js';
import { openShown } from '../../src/store/delivery/shown.js';
import { openDrafts } from '../../src/store/draft/drafts.js';
import { dailyRun } from '../../src/store/keys.js';
import { openStaff } from '../../src/store/organisation/staff.js';
import { openUnitMoves } from '../../src/store/organisation/unit-moves.js';
import { openAccounts } from '../../src/store/person/accounts.js';
import { openDataFiles } from '../../src/store/person/data-files.js';
import { openMet } from '../../src/store/person/met.js';
import { openNewcomers } from '../../src/store/person/newcomers.js';
import { openPeople } from '../../src/store/person/people.js';
import { openShared } from '../../src/store/shared.js';
import { openSteps, stepGoesOn } from '../../src/store/steps.js';
import { openStorage, type Storage } from '../../src/store/storage.js';
import { openTraces } from '../../src/store/traces.js';
import { writeLaterSampleRows } from '../../testing/scenes/rows/later-sample-rows.js';
import {
  ID,
  PARTITIONS,
  rowsIn,
  type SampleRow,
  TOWN,
  writeSampleRows,
} from '../../testing/scenes/rows/sample-rows.js';
import { testConnectionString, uniquePrefix } from '../../testing/storage/storage.js';

const rows = JSON.parse(readFileSync(join(__dirname, 'rows-v2/rows.json'), 'utf8')) as SampleRow[];

async function storageWith(some: readonly SampleRow[]): Promise<Storage> {
  const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  await storage.prepare();
  await Promise.all(some.map(({ table, ...row }) => storage[table].createEntity(row)));
  return storage;
}
function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is not there');
  return value;
}

let marks = 0;
const newMark = () => `KEPT${++marks}`;
const deliveriesIn = (storage: Storage) => openDeliveries(storage, TOWN, newMark, PARTITIONS);
const later = '2026-11-16T09:00:00.000Z';

/** What writes over rows, by the keys of those that it writes over. */
const writing: Readonly<Record<string, (storage: Storage) => Promise<unknown>>> = {
  'pLATER|sample.0': async (storage) => {
    const deliveries = deliveriesIn(storage);
    const row = sure(await deliveries.get({ person: 'pLATER', run: 'sample.0' }));
    const { kept: _, ...fresh } = owed({ person: 'pLATER', run: 'sample.0' }, row, later, later);
    const again = sure(await deliveries.change(row, fresh));
    await deliveries.change(again, { ...fresh, state: 'sent' });
  },
  'outbox|r': async (storage) => {
    const outbox = openOutbox(storage, TOWN);
    await outbox.failed(sure((await outbox.next('rest', 1))[0]), 'Error', false);
  },
  'stuck|': async (storage) => {
    const outbox = openOutbox(storage, TOWN);
    await outbox.failed(sure((await outbox.next('awaited', 1))[0]), 'Error', true);
  },
  'news|': async (storage) => {
    const news = openNews(storage, TOWN);
    await news.begin({ record: 'idea', id: ID }, sure(await news.of(ID)), later);
  },
  'copy|': (storage) =>
    openSentCards(storage, TOWN).put({
      ...{ record: 'idea', id: ID, person: 'pLEADER', conversation: 'a:1', activity: '1:9' },
      ...{ decisionVersion: 9, seq: 99 },
    }),
  'shown|': (storage) =>
    openShown(storage, TOWN).add({
      ...{ person: 'pLEADER', conversation: 'a:1', activity: '1:1' },
      records: [{ record: 'idea', id: ID }],
    }),
  'trace|pLEADER': (storage) => openTraces(storage, TOWN).leave(['pLEADER'], { record: 'idea', id: ID }),
  'step|': async (storage) => {
    const steps = openSteps(storage, TOWN);
    const step = sure(await steps.get(sure((await steps.list(1))[0])));
    await storage.ideas.submitTransaction([stepGoesOn(`${TOWN}|0`, step, '{"moved":1}')]);
  },
  'posted|': async (storage) => {
    const deliveries = deliveriesIn(storage);
    const card = sure(await deliveries.get({ person: 'pLATER', run: dailyRun('2026-11-18') }));
    await deliveries.claimDay(card, { ...card, state: 'sending' }, '2026-11-18');
  },
  'announced|': (storage) => deliveriesIn(storage).announced.takes('pLATER', 'CHA234.3', { week: '2026-W47', most: 2 }),
  'atOnce|': (storage) => deliveriesIn(storage).atOnce.takes('pLATER', `${ID}.2`, { week: '2026-W47', most: 2 }),
  'met|': (storage) => openMet(storage, TOWN).add('pLATER', ['Q4X7MK'], '2026-11-20'),
  'run|': (storage) => openRuns(storage, TOWN, newMark).note('digest', '2026-W47', { finishedAt: later }),
  'shared|sample': (storage) => openShared(storage, TOWN).change('sample', () => ({ value: 2 })),
  'person|pONE': async (storage) => {
    const people = openPeople(storage, TOWN);
    const before = sure(await people.byRef('pONE'));
    const { awayUntil: _, ...person } = before.person;
    await people.save({ ...before, person: { ...person, name: 'Nytt Namn' } }, before);
  },
  'claim|': async (storage) => {
    const accounts = openAccounts(storage, TOWN);
    await accounts.toldOf(sure((await accounts.claims())[0]));
  },
  'newcomer|': async (storage) => {
    const newcomers = openNewcomers(storage, TOWN);
    await newcomers.postpone(sure((await newcomers.due('2036-01-01T00:00:00.000Z'))[0]), later);
  },
  'staff|file|~ONE': async (storage) => {
    const staff = openStaff(storage, TOWN);
    const before = sure(await staff.of('file', '~ONE'));
    await staff.write('file', [{ mark: '~ONE', entry: { ...before.entry, unit: 'Norr' }, before }]);
  },
  'shared|organisation|units|': async (storage) => {
    const moves = openUnitMoves(storage, TOWN);
    const mine = sure(await moves.claim(sure((await moves.list())[0]), later));
    await moves.goOn({ ...mine, after: ID });
  },
  'draft|': async (storage) => {
    const drafts = openDrafts(storage, TOWN);
    const draft = sure(await drafts.get({ person: 'pONE', name: '0123456789ABCDEF' }));
    const { etag: _, kept: __, ...before } = draft;
    await drafts.change(draft, { ...before, words: {}, answered: true });
  },
  'file|': async (storage) => {
    const files = openDataFiles(storage, TOWN);
    const file = sure(await files.of('pONE'));
    await files.note(file, { ...file, offered: true });
  },
};

it('what is written over keeps what this version does not know of it, and the version that it was read in', async () => {
  const newer = rows.map((row) => ({ ...row, v: 2, mood: 'glad' }));
  const storage = await storageWith(newer);
  const before = new Map(newer.map((row) => [`${row.table}|${row.rowKey}`, row]));
  for (const write of Object.values(writing)) await write(storage);

  const changed = (await rowsIn(storage)).filter((row) => {
    const was = before.get(`${row.table}|${row.rowKey}`);
    return was && JSON.stringify(was) !== JSON.stringify(row);
  });
  const written = (start: string) => changed.filter(({ rowKey }) => rowKey.startsWith(start));
  for (const start of Object.keys(writing)) {
    // A trace says what it did.
    if (start.startsWith('trace|') || start === 'stuck|') continue;
    expect({ start, rows: written(start).length > 0 }).toEqual({ start, rows: true });
  }
  expect(changed.filter(({ v, mood }) => v !== 2 || mood !== 'glad')).toEqual([]);
  // What has moved to another key has taken it along.
  const aside = (await rowsIn(storage)).filter(({ rowKey }) => /^stuck\|/.test(rowKey));
  expect(aside.map(({ v, mood }) => ({ v, mood }))).toEqual(aside.map(() => ({ v: 2, mood: 'glad' })));
});

it('of two releases side by side the newer one writes every kind of row as the older one reads it, until that one has gone', async () => {
  /** Whoever holds a lease at a time (ms): the older release from the start for six seconds, and the newer one always. */
  const leases = (storage: Storage, now: number): Shares => {
    const older = shareOut({}, 'older', 40, 0, 0);
    return shareOut(older, 'newer', 40, now, 0, { reads: storage.versions.reads });
  };
  const writtenAt = async (now: number): Promise<SampleRow[]> => {
    const storage = await storageWith([]);
    storage.versions.heard(Object.values(leases(storage, now)));
    await writeSampleRows(storage);
    await writeLaterSampleRows(storage);
    return rowsIn(storage);
  };
  expect((await writtenAt(5000)).filter(({ v }) => v !== undefined)).toEqual([]);
  const alone = await writtenAt(7000);
  // What is only ever added to says nothing of itself: it is of the first version.
  const added = /^(?:trace|text|shown|tally)\||^step\|/;
  expect(alone.filter(({ v, rowKey }) => v !== 2 && !added.test(rowKey)).map(({ rowKey }) => rowKey)).toEqual([]);
});
