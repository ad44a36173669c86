import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobServiceClient } from '@azure/storage-blob';
import { beginWith, readFound } from '../../../src/app/organisation/begin';
import type { OrganisationSource } from '../../../src/app/organisation/organisation-source';
import { takeIn } from '../../../src/app/organisation/take-in';
import { organisationSource } from '../../../src/config/organisation-source';
import { type FollowedOrganisation, followOrganisation } from '../../../src/delivery/following/follow-organisation';
import { type Instant, instantOf, millisecondsOf } from '../../../src/domain/time';
import { openOrganisationVersions } from '../../../src/store/organisation/versions';
import { openStorage } from '../../../src/store/storage';
import { FakeClock } from '../../../testing/processes/fake-clock';
import { requestsTo } from '../../../testing/storage/round-trips';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const contact = (name: string) => ({ name, email: `${name}@ort.example`, title: name });
/** A file in which this person leads the only department. */
const ledBy = (leader: string, more: object = {}) => ({
  municipality: { code: 'orten', name: 'Orten', innovationOffice: 'Innovationskontoret' },
  departments: [{ code: 'MIL', name: 'Miljö', headcount: 3, leaders: [contact(leader)] }],
  innovationOffice: [contact('office'), contact('other')],
  ...more,
});
const written = (file: unknown): string => JSON.stringify(file, null, 2);

/** Instances on one storage, each with a disk of its own. */
async function openPlace() {
  const prefix = uniquePrefix();
  const open = () => openStorage({ connectionString: testConnectionString(), prefix });
  await open().prepare();
  const folder = await mkdtemp(join(tmpdir(), 'idelotsen-'));
  const followed: FollowedOrganisation[] = [];
  let disks = 0;
  let now: Instant = '2026-11-26T09:00:00.000Z';
  const versions = openOrganisationVersions(open(), 'orten');

  return {
    versions,
    pass(milliseconds: number): void {
      now = instantOf(millisecondsOf(now) + milliseconds);
    },
    disk(): string {
      return join(folder, `organisation-${++disks}.json`);
    },
    /** An instance that starts, on storage of its own. */
    async starts(path: string, source: OrganisationSource = organisationSource(path)) {
      const lines: { level: string; message: string; what: Record<string, unknown> }[] = [];
      const note = (level: string) => (what: object, message: string) =>
        void lines.push({ level, what: { ...what }, message });
      const log = { info: note('info'), warn: note('warn'), error: note('error') };
      const storage = open();
      const own = openOrganisationVersions(storage, 'orten');
      const found = await source.read();
      const begun = await beginWith({ versions: own, code: 'orten', now: () => now }, found, readFound(found));
      if (!begun) throw new Error('There is nothing to begin with');
      const clock = new FakeClock();
      const follower = followOrganisation({ versions: own, source, code: 'orten', now: () => now, log, clock }, begun);
      followed.push(follower);
      const leader = () => follower.current().departments[0]?.leaders[0]?.name;
      const errors = () => lines.filter(({ level }) => level === 'error');
      return { follower, leader, lines, errors, clock, storage };
    },
    async stop(): Promise<void> {
      await Promise.all(followed.map((one) => one.stop()));
      await rm(folder, { recursive: true });
    },
  };
}

describe('the organisation in force', () => {
  let place: Awaited<ReturnType<typeof openPlace>>;
  beforeEach(async () => {
    place = await openPlace();
  });
  afterEach(() => place.stop());

  it('is a file that is put in the place of the one before, on the instance that sees it and on every other', async () => {
    const [disk, another] = [place.disk(), place.disk()];
    for (const path of [disk, another]) await writeFile(path, written(ledBy('one')));
    const sees = await place.starts(disk);
    const other = await place.starts(another);
    expect([sees.leader(), other.leader()]).toEqual(['one', 'one']);
    expect([sees.follower.version(), other.follower.version()]).toEqual([1, 1]);

    await writeFile(disk, written(ledBy('two')));
    await sees.follower.lookAtFile();
    await other.follower.look();
    expect([sees.leader(), other.leader()]).toEqual(['two', 'two']);
    expect(await place.versions.events()).toMatchObject([
      { version: 1, what: 'file' },
      { version: 2, what: 'file' },
    ]);
  });

  it('is looked for by itself: on disk within half a minute, elsewhere within five seconds', async () => {
    const [disk, another] = [place.disk(), place.disk()];
    for (const path of [disk, another]) await writeFile(path, written(ledBy('one')));
    const sees = await place.starts(disk);
    const other = await place.starts(another);
    for (const { follower } of [sees, other]) follower.start();
    await writeFile(disk, written(ledBy('two')));
    // The clock stands still while storage answers.
    for (let seconds = 0; seconds < 30; seconds += 2) {
      await sees.clock.pass(2_000);
      await sees.follower.look();
    }
    expect(sees.leader()).toBe('two');
    for (let seconds = 0; seconds < 4; seconds += 2) {
      await other.clock.pass(2_000);
      await other.follower.look();
    }
    expect(other.leader()).toBe('two');
  });

  it('costs one request to look at, however large it is', async () => {
    const disk = place.disk();
    await writeFile(disk, written(ledBy('one')));
    const { follower, storage } = await place.starts(disk);
    const requests = requestsTo([storage.people]);
    expect(await requests(follower.look)).toBe(1);
  });

  it('does not go to and fro between two disks with different files', async () => {
    const [old, fresh] = [place.disk(), place.disk()];
    await writeFile(old, written(ledBy('one')));
    await writeFile(fresh, written(ledBy('two')));
    const first = await place.starts(old);
    const second = await place.starts(fresh);
    for (let round = 0; round < 3; round++) {
      for (const { follower } of [first, second]) {
        await follower.lookAtFile();
        await follower.look();
      }
    }
    expect([first.leader(), second.leader(), first.follower.version()]).toEqual(['two', 'two', 2]);

    // A restart with the file of before changes nothing either, and says so.
    const again = await place.starts(old);
    await again.follower.lookAtFile();
    expect([again.leader(), again.follower.version()]).toEqual(['two', 2]);
  });

  it('is the earlier file when somebody puts that back while the bot runs', async () => {
    const disk = place.disk();
    await writeFile(disk, written(ledBy('one')));
    const { follower, leader } = await place.starts(disk);
    for (const name of ['two', 'one']) {
      await writeFile(disk, written(ledBy(name)));
      await follower.lookAtFile();
    }
    expect([leader(), follower.version()]).toEqual(['one', 3]);
  });

  it('is not another one because a file is written otherwise', async () => {
    const disk = place.disk();
    await writeFile(disk, written(ledBy('one')));
    const { follower } = await place.starts(disk);
    await writeFile(disk, `\uFEFF${JSON.stringify(ledBy('one'))}\r\n`);
    await follower.lookAtFile();
    expect(follower.version()).toBe(1);
  });

  it.each<[why: string, content: () => string, at: string | undefined]>([
    ['with a broken rule', () => written(ledBy('two', { departments: [] })), 'departments'],
    [
      'of another municipality',
      () => written({ ...ledBy('two'), municipality: { code: 'byn', name: 'Byn', innovationOffice: 'X' } }),
      'municipality.code',
    ],
    ['that is no JSON', () => written(ledBy('two')).slice(0, -9), undefined],
  ])(
    'stays as it was where a file %s comes: told once, after a second look, and over when it is corrected',
    async (_why, content, at) => {
      const disk = place.disk();
      await writeFile(disk, written(ledBy('one')));
      const { follower, leader, errors } = await place.starts(disk);
      await writeFile(disk, content());
      await follower.lookAtFile();
      // It may be half written.
      expect([errors(), follower.trouble()]).toEqual([[], undefined]);
      for (let look = 0; look < 3; look++) await follower.lookAtFile();
      expect([leader(), follower.version(), errors().length]).toEqual(['one', 1, 1]);
      expect(errors()[0]?.message).toMatch(/npm run organisation -- check FILE/);
      expect(follower.trouble()).toEqual({ version: 1, what: 'faulty', faults: 1, ...(at && { at }) });
      expect(await place.versions.faults()).toMatchObject([{ file: disk, count: 1, faults: [{ path: at ?? '' }] }]);

      await writeFile(disk, written(ledBy('three')));
      await follower.lookAtFile();
      expect([leader(), follower.version(), follower.trouble()]).toEqual(['three', 2, undefined]);
      expect(await place.versions.faults()).toEqual([]);
    },
  );

  it('stays as it was while there is no file', async () => {
    const disk = place.disk();
    await writeFile(disk, written(ledBy('one')));
    const { follower, leader, errors } = await place.starts(disk);
    await rm(disk);
    for (let look = 0; look < 3; look++) await follower.lookAtFile();
    expect([leader(), errors().length, follower.trouble()?.what]).toEqual(['one', 1, 'unreadable']);
    await writeFile(disk, written(ledBy('one')));
    await follower.lookAtFile();
    expect(follower.trouble()).toBeUndefined();
  });

  it('is what an instance begins with that finds a file with faults', async () => {
    const disk = place.disk();
    await writeFile(disk, written(ledBy('one')));
    await place.starts(disk);
    await writeFile(disk, written(ledBy('two', { goal: 7 })));
    const restarted = await place.starts(disk);
    expect([restarted.leader(), restarted.follower.version()]).toEqual(['one', 1]);
    for (let look = 0; look < 2; look++) await restarted.follower.lookAtFile();
    expect(restarted.follower.trouble()).toMatchObject({ what: 'faulty', at: 'goal' });
  });

  it('is one of two files that come at the same moment to two instances, and the same on both', async () => {
    const [disk, another] = [place.disk(), place.disk()];
    for (const path of [disk, another]) await writeFile(path, written(ledBy('one')));
    const both = [await place.starts(disk), await place.starts(another)];
    await writeFile(disk, written(ledBy('two')));
    await writeFile(another, written(ledBy('three')));
    await Promise.all(both.map(({ follower }) => follower.lookAtFile()));
    for (const { follower } of both) await follower.look();
    expect(both.map(({ follower }) => follower.version())).toEqual([3, 3]);
    expect(new Set(both.map(({ leader }) => leader())).size).toBe(1);
    expect(['two', 'three']).toContain(both[0]?.leader());
  });

  it('may be larger than a row, and the file of before it is gone after an hour', async () => {
    const units = Array.from({ length: 900 }, (_, n) => ({
      ...{ code: `U${n}`, name: `Enhet ${n} ${'😀'.repeat(80)}`, headcount: 1 },
      ...{ managers: [contact(`chef${n}`)], aliases: [`${'å'.repeat(150)}${n}`] },
    }));
    const [department] = ledBy('one').departments;
    const large = ledBy('one', { departments: [{ ...department, units }] });
    const disk = place.disk();
    await writeFile(disk, written(large));
    const { follower } = await place.starts(disk);
    expect(follower.current().departments[0]?.units.at(-1)?.name.sv).toBe(units.at(-1)?.name);
    const before = (await place.versions.inForce())?.hash ?? '';
    place.pass(2 * 3_600_000);
    await writeFile(disk, written(ledBy('two')));
    await follower.lookAtFile();
    expect(await place.versions.file(before)).toBeUndefined();
    expect(await place.versions.file((await place.versions.inForce())?.hash ?? '')).toContain('two');
  });

  it('may be in blob storage', async () => {
    const connectionString = testConnectionString();
    const container = `organisation${uniquePrefix()}`;
    const blobs = BlobServiceClient.fromConnectionString(connectionString).getContainerClient(container);
    await blobs.create();
    const put = (name: string) =>
      blobs.getBlockBlobClient('a file.json').upload(written(ledBy(name)), Buffer.byteLength(written(ledBy(name))));
    await put('one');
    const address = `blob:${container}/a file.json`;
    const { follower, leader } = await place.starts('', organisationSource(address, { connectionString }));
    expect(leader()).toBe('one');
    await put('two');
    await follower.lookAtFile();
    expect(leader()).toBe('two');
    const byAddress = organisationSource(blobs.getBlobClient('a file.json').url, { connectionString });
    expect(await byAddress.read()).toMatchObject({ kind: 'file', raw: ledBy('two') });
    await blobs.delete();
    expect(await byAddress.read()).toMatchObject({
      kind: 'unreadable',
      fault: { message: expect.stringContaining('cannot be read') },
    });
  });

  it('goes on where a newer release has put one in force that this one cannot read', async () => {
    const disk = place.disk();
    await writeFile(disk, written(ledBy('one')));
    const { follower, leader, errors } = await place.starts(disk);
    const standing = await place.versions.inForce();
    const at = '2026-11-26T09:00:00.000Z';
    await place.versions.keep('later', JSON.stringify({ ...ledBy('two'), later: 1 }), at);
    const later = { number: 2, hash: 'later', at, known: [], changes: [] };
    await place.versions.put(later, standing, { event: { version: 2, at, what: 'file' } });
    for (let look = 0; look < 3; look++) await follower.look();
    expect([leader(), errors().length, follower.trouble()]).toEqual([
      'one',
      1,
      { version: 1, what: 'otherVersion', faults: 1 },
    ]);
    // An operator applies one that it can read.
    const deps = { versions: place.versions, code: 'orten', now: () => at };
    const text = JSON.stringify(ledBy('three'));
    await takeIn(deps, { raw: ledBy('three'), hash: 'three', text }, { what: 'applied', again: true });
    await follower.look();
    expect([leader(), follower.trouble()]).toEqual(['three', undefined]);
  });
});
