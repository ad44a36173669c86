import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restore } from '../../../src/app/backup/restore';
import { takeBackup } from '../../../src/app/backup/take-backup';
import { type BackupTarget, readPoint, readTombstones, tombstonesIn } from '../../../src/app/backup/target';
import { actOnIdea } from '../../../src/app/idea/act-on-idea';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { meetPerson } from '../../../src/app/person/meet-person';
import { erasePerson } from '../../../src/app/privacy/erase-person';
import { backupTarget } from '../../../src/config/backup-target';
import type { Command } from '../../../src/domain/idea/commands';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/person/person';
import { accept } from '../../../src/domain/result';
import { openDeliveries, owed } from '../../../src/store/delivery/deliveries';
import { openStorage, type Storage } from '../../../src/store/storage';
import { nodeArguments, ROOT } from '../../../testing/processes/programs';
import { runProgram } from '../../../testing/processes/run-program';
import { comment, withdraw } from '../../../testing/samples/idea/story';
import { allStored, thoseWith } from '../../../testing/storage/all-stored';
import { type OperatorsStorage, startOperatorsStorage } from '../../../testing/storage/operators-storage';
import { type RunningAzurite, startOwnAzurite } from '../../../testing/storage/storage';

const CODE = 'soderhamra';
const NOW = '2026-11-24T09:00:00.000Z';
jest.setTimeout(240_000);

describe('a backup', () => {
  let town: OperatorsStorage;
  let spare: RunningAzurite;
  let to: Storage;
  let folder: string;
  let target: BackupTarget;
  let people: Person[];
  let ids: string[];

  beforeAll(async () => {
    town = await startOperatorsStorage(() => NOW);
    people = [];
    for (const name of ['Vaktmästare', 'Lärare', 'Undersköterska'])
      people.push(await arrives(name, `${name.toLowerCase()}@soderhamra.example`));
    ids = [];
    for (let n = 0; n < 6; n++) ids.push(await sends(people[n % 3] as Person, `Idé nummer ${n}`));
  });
  afterAll(() => town.stop());
  beforeEach(async () => {
    [spare, folder] = await Promise.all([startOwnAzurite(), mkdtemp(join(tmpdir(), 'idelotsen-'))]);
    to = openStorage({ connectionString: spare.connectionString });
    await to.prepare();
    target = backupTarget(folder, { connectionString: '' });
  });
  afterEach(() => Promise.all([spare.stop(), rm(folder, { recursive: true })]));

  async function arrives(name: string, email: string): Promise<Person> {
    const { met } = await meetPerson(town.deps, {
      identity: { tenant: 'orten', objectId: `object-${name}` },
      language: 'sv',
      reach: { serviceUrl: 'https://teams.example', conversation: name, bot: 'bot', user: name, tenant: 'orten' },
      roster: async () => ({ name, emails: [email] }),
    });
    return met.person;
  }
  async function sends(person: Person, title: string): Promise<string> {
    const words = { title, problem: 'Vi halkar på gården.' };
    const idempotencyKey = newIdempotencyKey(town.deps.random);
    const sent = await submitIdea(town.deps, person, { idempotencyKey, words, confidential: false, department: 'VOO' });
    if (!sent.ok) throw new Error(sent.refusal.code);
    return sent.value.id;
  }
  async function acts(person: Person, id: string, command: Command): Promise<void> {
    const request = { id, idempotencyKey: newIdempotencyKey(town.deps.random), type: command.type };
    expect(await actOnIdea(town.deps, person, { ...request, command: () => accept(command) })).toMatchObject({
      ok: true,
    });
  }

  const deps = () => ({ storage: town.storage, municipality: CODE, target, now: () => NOW });
  const back = () => ({ storage: to, municipality: CODE, target });
  async function restored(storage: Storage = to) {
    const point = await readPoint(target);
    if (!point) throw new Error('There is no backup');
    return restore({ ...back(), storage }, { point, tombstones: await readTombstones(target) });
  }
  /** All rows of ideas and people, and what was sent: without what storage itself says of each. */
  async function rowsOf(storage: Storage): Promise<string[]> {
    const found: string[] = [];
    for (const table of [storage.ideas, storage.people, storage.deliveries])
      for await (const { etag: _, timestamp: __, ...row } of table.listEntities())
        if (row.rowKey !== 'shared|restoring') found.push(`${table.tableName} ${JSON.stringify(row)}`);
    return found.sort();
  }
  const run = (program: 'backup/backup' | 'backup/restore' | 'export-tables', from: string, ...args: string[]) =>
    runProgram(program, args, { AZURE_STORAGE_CONNECTION_STRING: from });

  it('comes back row by row, with pictures', async () => {
    await town.deps.pictures.put('AAAA.png', Buffer.from('a picture'), { type: 'image/png' } as never, 'pX');
    await takeBackup(deps());
    expect(await restored()).toMatchObject({ ok: true, pictures: 1, leftOut: 0 });
    expect(await rowsOf(to)).toEqual(await rowsOf(town.storage));
    const blob = to.pictures().getBlobClient('AAAA.png');
    expect((await blob.downloadToBuffer()).toString()).toBe('a picture');
    expect((await blob.getProperties()).contentType).toBe('image/png');
  });

  it('has checksums that sha256sum reads, and says so when a file is damaged', async () => {
    const point = await takeBackup(deps());
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: folder });
    const [file] = point.layers.flat();
    const path = join(folder, file?.path ?? '');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Idé', 'Ide').replace(/"e":"[^"]/, '"e":"x'));
    expect(() =>
      execFileSync('sha256sum', ['--check', '--quiet', 'manifest-sha256.txt'], { cwd: folder, stdio: 'ignore' }),
    ).toThrow();
    await expect(restored()).rejects.toMatchObject({ name: 'BackupDamaged', path: file?.path });
  });

  it('of the next night has only what has changed, and comes back as a whole', async () => {
    await takeBackup({ ...deps(), now: () => '2026-11-24T02:00:00.000Z' });
    const [first = '', second = ''] = ids;
    await acts(people[0] as Person, first, comment('Det gäller fler.') as Command);
    await acts(people[1] as Person, second, withdraw);
    const point = await takeBackup({ ...deps(), now: () => '2026-11-25T02:00:00.000Z' });
    const [whole = [], ...later] = point.layers;
    const rows = (layer: typeof whole) => layer.reduce((sum, one) => sum + one.rows, 0);
    expect(later).toHaveLength(1);
    expect(rows(later[0] ?? [])).toBeGreaterThan(0);
    expect(rows(later[0] ?? [])).toBeLessThan(rows(whole) / 2);
    expect(await restored()).toMatchObject({ ok: true });
    expect(await rowsOf(to)).toEqual(await rowsOf(town.storage));
    // The night before is there as well.
    expect((await readPoint(target, '2026-11-24T02:00:00.000Z'))?.layers).toHaveLength(1);
  });

  it('that is broken off before any of its writes goes on where it was', async () => {
    for (let call = 0; ; call++) {
      let calls = 0;
      const dying: BackupTarget = {
        ...target,
        put: async (path, bytes) => {
          if (calls++ === call) throw new Error('killed');
          return target.put(path, bytes);
        },
      };
      // Each time it gets one write further than what is done already.
      const done = await takeBackup({ ...deps(), target: dying }, { size: 25 }).then(
        () => true,
        (error: Error) => error.message !== 'killed' && Promise.reject(error),
      );
      if (done) break;
    }
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: folder });
    expect(await restored()).toMatchObject({ ok: true });
    expect(await rowsOf(to)).toEqual(await rowsOf(town.storage));
  });

  it('has each idea as it was at one moment, however much happens while it is taken', async () => {
    const [id = ''] = ids.slice(2);
    let said = 0;
    // Somebody comments between two pages, at the first reading of everything.
    const busy = new Proxy(town.storage.ideas, {
      get(table, name) {
        if (name !== 'listEntities') return Reflect.get(table, name, table);
        return (options: object) => ({
          byPage: (settings: object) =>
            (async function* () {
              for await (const page of table.listEntities(options).byPage(settings)) {
                yield page;
                if (said < 3 && !JSON.stringify(options).includes('RowKey ge')) {
                  said++;
                  await acts(people[2] as Person, id, comment(`Kommentar ${said}`) as Command);
                }
              }
            })(),
        });
      },
    });
    const point = await takeBackup({ ...deps(), storage: { ...town.storage, ideas: busy } }, { size: 20 });
    expect(said).toBe(3);
    expect(point.unsettled).toEqual([]);
    expect(point.layers.length).toBeGreaterThan(1);
    await restored();
    const ofIdea = async (storage: Storage) => (await rowsOf(storage)).filter((row) => row.includes(id));
    expect(await ofIdea(to)).toEqual(await ofIdea(town.storage));
  });

  it('has nothing of what is said in confidence until its round has closed', async () => {
    const partitionKey = `${CODE}|0`;
    const rows = ['capabilityRound|2031', 'capability|2031|VOO', 'capabilityWhole|2031'];
    for (const rowKey of rows) await town.storage.ideas.upsertEntity({ partitionKey, rowKey, salt: 'salt' });
    const of = async () => {
      await takeBackup({ ...deps(), now: () => new Date().toISOString() });
      const files = (await readPoint(target))?.layers.flat() ?? [];
      const texts = await Promise.all(files.map(({ path }) => readFile(join(folder, path), 'utf8')));
      return rows.filter((rowKey) => texts.join('').includes(`"${rowKey}"`));
    };
    expect(await of()).toEqual([]);
    await town.storage.ideas.updateEntity({ partitionKey, rowKey: rows[0] ?? '', closed: true }, 'Merge');
    expect(await of()).toEqual(rows);
    for (const rowKey of rows) await town.storage.ideas.deleteEntity(partitionKey, rowKey);
  });

  it('is not restored over anything, nor twice, and brings back one idea that is gone', async () => {
    await takeBackup(deps());
    const [id = ''] = ids.slice(3);
    const point = await readPoint(target);
    if (!point) throw new Error('none');
    expect(await restore({ ...deps() }, { point, tombstones: [] })).toEqual({ ok: false, why: 'notEmpty' });
    expect(await restore(deps(), { point, tombstones: [], only: id })).toEqual({ ok: false, why: 'isThere' });
    expect(await restore(back(), { point, tombstones: [], only: 'ZZZZZZ' })).toEqual({ ok: false, why: 'notInBackup' });
    expect(await restore(back(), { point, tombstones: [], only: id, dryRun: true })).toMatchObject({ ok: true });
    expect(await rowsOf(to)).toEqual([]);
    expect(await restore(back(), { point, tombstones: [], only: id })).toMatchObject({ ok: true });
    const rows = await rowsOf(to);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((row) => !row.includes(id))).toEqual([]);
    expect(rows.filter((row) => row.includes('"outbox|'))).toEqual([]);
  });

  it('does not bring back who was erased or what was destroyed since', async () => {
    await takeBackup(deps());
    const [gone = '', kept = ''] = ids.slice(4);
    const tombstones = tombstonesIn(target);
    await tombstones.add({ kind: 'ideas', ids: [gone], pictures: [], at: NOW });
    const leaving = await arrives('Kanslist', 'kanslist@soderhamra.example');
    await sends(leaving, 'Ett skåp till');
    await takeBackup({ ...deps(), now: () => '2026-11-24T10:00:00.000Z' });
    await erasePerson({ ...town.deps, tombstones }, leaving);
    const { said, complained, code } = await run('backup/restore', spare.connectionString, '--from', folder);
    expect({ complained, code }).toEqual({ complained: '', code: 0 });
    expect(said).toContain('1 people who were erased since are erased again');
    const stored = await allStored(to);
    expect(thoseWith(stored, ['kanslist'])).toEqual([]);
    expect(thoseWith(stored, [gone])).toEqual([]);
    expect(thoseWith(stored, [kept]).length).toBeGreaterThan(5);
  });

  describe('as programs', () => {
    it('gives the same figures in a fresh account, and one card for what was owed', async () => {
      const deliveries = openDeliveries(town.storage, CODE, () => 'mark');
      const { ref } = people[0] as Person;
      for (const [seq, day] of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].entries()) {
        const at = `${day}T09:00:00.000Z`;
        const notice = { kind: 'notice', record: 'idea', id: ids[0] ?? '', seq: seq + 1, as: 'submitter' } as const;
        await deliveries.add([owed({ person: ref, run: `event.${ids[0]}.00000${seq + 1}` }, notice, at, at)]);
      }
      const taken = await run('backup/backup', town.azurite.connectionString, '--to', folder);
      expect(taken).toMatchObject({
        code: 0,
        complained: '',
        said: expect.stringMatching(/has the backup of .* rows in/),
      });
      const dry = await run('backup/restore', spare.connectionString, '--from', folder, '--dry-run');
      expect(dry).toMatchObject({ code: 0, said: expect.stringMatching(/^Would write/) });
      const done = await run('backup/restore', spare.connectionString, '--from', folder);
      expect(done).toMatchObject({
        code: 0,
        complained: '',
        said: expect.stringMatching(/It is whole\. Start the bot\.\n$/),
      });
      expect(done.said).toMatch(/\d+ people get one card/);
      const exported = async (from: string) => {
        const out = await mkdtemp(join(folder, 'export-'));
        const { code } = await run(
          'export-tables',
          from,
          '--from',
          '2026-01-01',
          '--to',
          '2026-12-31',
          '--format',
          'json',
          '--folder',
          out,
        );
        const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
        const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
        return { code, texts: texts.sort() };
      };
      const [before, after] = [await exported(town.azurite.connectionString), await exported(spare.connectionString)];
      expect(before.code).toBe(0);
      expect(before.texts.join('').length).toBeGreaterThan(1000);
      expect(after).toEqual(before);
      const there = openDeliveries(to, CODE, () => 'mark');
      const all = (await Promise.all(there.partitions.map((one) => there.all(one, 'owed')))).flat();
      expect(all.filter(({ kind }) => kind !== 'catchUp' && kind !== 'note')).toEqual([]);
      expect(all.filter(({ person, kind }) => person === ref && kind === 'catchUp')).toHaveLength(1);
      expect(await run('backup/restore', spare.connectionString, '--from', folder)).toMatchObject({ code: 1 });
      await deliveries.removeAllOf(ref);
    });

    it('survive kill -9 at any moment, and the bot does not start on half of a restore', async () => {
      /** Starts it and kills it after so many milliseconds; true where it was at its end before. */
      const killedAfter = async (
        ms: number,
        program: 'backup/backup' | 'backup/restore',
        from: string,
        ...args: string[]
      ) => {
        const child = spawn(process.execPath, [...nodeArguments(program), ...args], {
          env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', AZURE_STORAGE_CONNECTION_STRING: from },
          cwd: ROOT,
          stdio: 'ignore',
        });
        const timer = setTimeout(() => child.kill('SIGKILL'), ms);
        const [code] = await once(child, 'exit');
        clearTimeout(timer);
        return code === 0;
      };
      const [from, dest] = [town.azurite.connectionString, spare.connectionString];
      for (const ms of [300, 450, 700, 1100]) await killedAfter(ms, 'backup/backup', from, '--to', folder);
      expect(await run('backup/backup', from, '--to', folder)).toMatchObject({ code: 0 });
      execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: folder });
      let sawHalf = false;
      for (const ms of [400, 600, 800, 1100, 1500]) {
        if (await killedAfter(ms, 'backup/restore', dest, '--from', folder)) break;
        const half = await to.deliveries.getEntity(`${CODE}|runs`, 'shared|restoring').catch(() => undefined);
        if (!half || String(half.json).includes('done') || sawHalf) continue;
        sawHalf = true;
        const bot = await runProgram('main', [], { AZURE_STORAGE_CONNECTION_STRING: dest, PORT: '0' });
        expect(bot).toMatchObject({ code: 1, complained: expect.stringContaining('A restore was broken off here') });
      }
      const last = await run('backup/restore', dest, '--from', folder);
      // Unless it was at its end before it was killed.
      if (last.code !== 0) expect(last.complained).toContain('has been restored already');
      // What was owed has been told since, and people who were only named have a reference by it: nothing else is new, and nothing is missing.
      const there = new Set(await rowsOf(to));
      const missing = (await rowsOf(town.storage)).filter((row) => !there.has(row));
      expect(missing.filter((row) => /^(Ideas|People) /.test(row) && !/"(outbox|news|due)\|/.test(row))).toEqual([]);
    });

    it('lie in a container as well, and explain themselves', async () => {
      const place = 'blob:backups';
      expect(await run('backup/backup', town.azurite.connectionString, '--to', place)).toMatchObject({ code: 0 });
      expect(await run('backup/restore', town.azurite.connectionString, '--from', place, '--dry-run')).toMatchObject({
        code: 0,
      });
      const [backup, restoring, nothing] = await Promise.all([
        run('backup/backup', spare.connectionString),
        run('backup/restore', spare.connectionString, '--idea', 'x'),
        run('backup/restore', spare.connectionString, '--from', folder),
      ]);
      expect(backup).toMatchObject({ code: 1, complained: expect.stringMatching(/^Write npm run backup/) });
      expect(restoring).toMatchObject({ code: 1, complained: expect.stringMatching(/^Write npm run restore/) });
      expect(nothing).toMatchObject({ code: 1, complained: expect.stringContaining('has no finished backup') });
    });
  });
});
