import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveFolder } from '../../src/programs/archive-folder';

describe('a folder of an archive', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
  const checked = () => execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: folder, encoding: 'utf8' });

  it('has checksums that sha256sum accepts, whatever order its files came in', async () => {
    const archive = await ArchiveFolder.open(folder);
    await archive.put([file('b/Å ä.html', 'Hej'), file('a.json', '{}')]);
    await archive.put([file('a.json', '{"again":true}')]);
    await archive.finish();
    expect(checked()).toBe('data/a.json: OK\ndata/b/Å ä.html: OK\n');
    expect(readFileSync(join(folder, 'bagit.txt'), 'utf8')).toMatch(/^BagIt-Version: 1\.0\n/);
  });

  it('goes on where it was broken off: a line that was cut is none, and its file is written again', async () => {
    const archive = await ArchiveFolder.open(folder);
    await archive.put([file('a.json', '{}')]);
    appendFileSync(join(folder, 'manifest-sha256.txt'), 'aaaa  data/b.js');
    const next = await ArchiveFolder.open(folder);
    expect([next.has('a.json'), next.has('b.js'), next.files]).toEqual([true, false, 1]);
    await next.put([file('b.json', '[]')]);
    await next.finish();
    expect(checked()).toBe('data/a.json: OK\ndata/b.json: OK\n');
  });

  it('is right again after a power cut while a file was written anew: with what is there, and nothing half written', async () => {
    const archive = await ArchiveFolder.open(folder);
    await archive.put([file('a.json', '{}'), file('b.json', '{}')]);
    await archive.finish();
    // As it stands when the new file has its name and its line is not written yet.
    writeFileSync(join(folder, 'changing.txt'), 'data/a.json\n');
    writeFileSync(join(folder, 'data', 'a.json'), '{"again":true}');
    writeFileSync(join(folder, 'data', 'c.json'), '[]');
    writeFileSync(join(folder, 'data', 'd.json.part'), '[');
    await (await ArchiveFolder.open(folder)).finish();
    expect(checked()).toBe('data/a.json: OK\ndata/b.json: OK\ndata/c.json: OK\n');
    expect(readdirSync(join(folder, 'data'))).toEqual(['a.json', 'b.json', 'c.json']);
    expect(readdirSync(folder).sort()).toEqual(['bagit.txt', 'data', 'manifest-sha256.txt']);
  });

  it('has no file any more that another one came instead of', async () => {
    const archive = await ArchiveFolder.open(folder);
    await archive.put([file('closed/a.json', '1')]);
    await archive.put([file('tested/a.json', '2')], ['closed/a.json', 'withdrawn/a.json']);
    expect(checked()).toBe('data/tested/a.json: OK\n');
    expect(readdirSync(join(folder, 'data', 'closed'))).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['bagit.txt', 'data', 'manifest-sha256.txt']);
  });

  it('takes the same file from several at once', async () => {
    const archive = await ArchiveFolder.open(folder);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => archive.put([file('schema.json', '{}'), file(`${n}`, `${n}`)])),
    );
    await archive.finish();
    expect(checked().trim().split('\n')).toHaveLength(21);
  });

  it('is no folder that holds something else', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await expect(ArchiveFolder.open(folder)).rejects.toThrow('holds something else');
  });
});
