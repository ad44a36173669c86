import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../testing/processes/programs';
import { runProgram } from '../../testing/processes/run-program';
import { feedOf, fileOf, keysOf, sharedSolution } from '../../testing/samples/sharing/feeds';

const boras = keysOf('boras').publicKey;
const lasting = { ...feedOf(), expires: '2126-01-01T00:00:00.000Z' };

describe('looking at what municipalities share', () => {
  let folder: string;
  jest.setTimeout(60_000);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sharing-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const file = async (name: string, bytes: Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  const run = async (...args: string[]) => {
    const { said, complained, code } = await runProgram('sharing/sharing', args);
    return { said: said + complained, code };
  };

  describe('npm run sharing', () => {
    it('says what a reader has of a file, by the key that it knows, without any configuration', async () => {
      const place = await file('feed.json', fileOf(lasting, 'boras'));
      const checked = await run('check', place, '--key', boras);
      expect(checked).toMatchObject({ code: 0 });
      expect(checked.said).toContain('Borås (boras), number 3, until 2126-01-01: 1 shared, 1 taken back.');
      expect(checked.said).toContain('K7M4QX (1) Cykelpool för hemtjänsten');
      expect((await run('check', place)).said).toContain(`Signed by ${boras}: ask the municipality`);
    });

    it('says why a file is refused, and ends with 1', async () => {
      const cases = [
        [fileOf(lasting, 'somebody'), ['--key', boras], 'Refused (forged)'],
        [fileOf(lasting, 'boras'), ['--as', 'boras'], 'Refused (ours)'],
        [Buffer.from('{}'), [], 'Refused (notThisFormat): it is not as docs/sharing.schema.json says. At: format'],
      ] as const;
      for (const [bytes, args, said] of cases) {
        const refused = await run('check', await file('refused.json', bytes), ...args);
        expect(refused.code).toBe(1);
        expect(refused.said).toContain(said);
      }
      expect(await run('check', join(folder, 'not-there.json'))).toMatchObject({ code: 1 });
      expect((await run('check', 'http://127.0.0.1/feed.json')).said).toContain('begins with https://');
      for (const args of [[], ['check'], ['dance'], ['check', 'a', '--key', 'b']])
        expect((await run(...args)).said).toContain('Write npm run sharing -- with one of');
    });

    it('makes a key pair', async () => {
      const { said } = await run('keys');
      const [, secret = ''] = /^SHARING_KEY=(.{44})$/m.exec(said) ?? [];
      expect(Buffer.from(secret, 'base64')).toHaveLength(32);
      expect(said).toMatch(/organisation file: .{43}=$/m);
    });
  });

  /** In CI it has to be there; elsewhere the name of the test says that it was not run. */
  const hasPython = spawnSync('python3', ['--version']).status === 0;
  const tested = hasPython || process.env.PYTHON_NEEDED ? describe : describe.skip;
  tested(`a stranger's program (needs python3${hasPython ? '' : ', which this machine lacks'})`, () => {
    const reads = (place: string, key: string) =>
      spawnSync('python3', [join(ROOT, 'docs/sharing/read_feed.py'), place, key], { encoding: 'utf8' });

    it('has at most 50 lines and nothing but the standard library', () => {
      const lines = execFileSync('cat', [join(ROOT, 'docs/sharing/read_feed.py')], { encoding: 'utf8' }).split('\n');
      expect(lines.length - 1).toBeLessThanOrEqual(50);
      expect(lines.filter((line) => /^\s*(import|from) /.test(line))).toEqual([
        'import base64, datetime, hashlib, json, sys, urllib.request',
      ]);
    });

    it('reads a file and checks who has signed it', async () => {
      const place = await file('stranger.json', fileOf(lasting, 'boras anew', 'boras'));
      const came = reads(place, boras);
      expect(came.stderr).toBe('');
      expect(came.stdout.trim().split('\n')).toEqual([
        'boras\tK7M4QX\t1\tCykelpool för hemtjänsten',
        'boras\tT9WZ3D\t2\twithdrawn',
      ]);
    });

    it('refuses what was changed, what somebody else has signed, and what has expired', async () => {
      const bytes = fileOf({ ...lasting, entries: [sharedSolution({ title: 'Tio' })] }, 'boras');
      const changed = Buffer.from(bytes.toString('utf8').replace('Tio', 'Elva'));
      for (const one of [
        changed,
        fileOf(lasting, 'somebody'),
        fileOf({ ...lasting, expires: '2026-01-01T00:00:00.000Z' }, 'boras'),
      ]) {
        const came = reads(await file('hostile.json', one), boras);
        expect(came.stdout).toBe('');
        expect(came.status).toBe(1);
      }
    });
  });
});
