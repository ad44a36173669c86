import { openBesideLog } from '../../../src/store/figures/beside-log';
import { openShared } from '../../../src/store/shared';
import { openStorage, type Storage } from '../../../src/store/storage';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

let storage: Storage;
let count = 0;
const random = (size: number) => {
  count += 1;
  return Buffer.alloc(size, count);
};
const open = (given = openShared(storage, 'town')) => openBesideLog(given, random);

beforeEach(async () => {
  storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
  await storage.prepare();
});

it('counts openings by month and department, and units by month, over the turn of the year and from several instances', async () => {
  const [one, other] = [open(), open()];
  one.lessonOpened('VOO', '2025-12-31');
  one.lessonOpened('VOO', '2026-01-01');
  one.sameProblem('HTS', '2026-03-02');
  other.lessonOpened('VOO', '2026-01-20');
  other.lessonOpened('MIL', '2026-01-20');
  await Promise.all([one.write(), other.write()]);
  await one.write();
  const read = await open().read(['2025-12', '2026-01', '2026-03']);
  expect(read.lessonsOpened(['VOO'], ['2025-12'])).toBe(1);
  expect(read.lessonsOpened(['VOO'], ['2025-12', '2026-01'])).toBe(3);
  expect(read.lessonsOpened(undefined, ['2026-01'])).toBe(3);
  expect(read.hasSaid('HTS', ['2026-03'])).toBe(true);
  expect(read.hasSaid('HTS', ['2026-01'])).toBe(false);
  expect(read.hasSaid('HTN', ['2026-03'])).toBe(false);
});

it('counts once where storage failed, and where the answer to a write was lost', async () => {
  const shared = openShared(storage, 'town');
  let failing = true;
  const broken = open({
    read: shared.read,
    change: async (name, next) => {
      if (failing) throw new Error('503');
      await shared.change(name, next);
      // Asked again, as where an answer was lost.
      return shared.change(name, next);
    },
  });
  broken.lessonOpened('VOO', '2026-01-20');
  await expect(broken.write()).rejects.toThrow('503');
  failing = false;
  await broken.write();
  await broken.write();
  expect((await broken.read(['2026-01'])).lessonsOpened(undefined, ['2026-01'])).toBe(1);
});

it('reads nothing of what it does not understand', async () => {
  await openShared(storage, 'town').change('figures.beside.2026', () => ({ opened: 'x', said: { HTS: 'y' } }));
  const read = await open().read(['2026-01']);
  expect([read.lessonsOpened(undefined, ['2026-01']), read.hasSaid('HTS', ['2026-01'])]).toEqual([0, false]);
});

it('says of which year something had no room, and keeps what was counted before', async () => {
  const besideLog = open();
  besideLog.sameProblem('HTS', '2026-01-20');
  await besideLog.write();
  expect(besideLog.full()).toEqual([]);
  for (let unit = 0; unit < 3000; unit++) besideLog.sameProblem(`UNIT-${unit}`, '2026-02-20');
  await besideLog.write();
  expect(besideLog.full()).toEqual(['2026']);
  const read = await besideLog.read(['2026-01', '2026-02']);
  expect([read.hasSaid('HTS', ['2026-01']), read.hasSaid('UNIT-1', ['2026-02'])]).toEqual([true, false]);
});
