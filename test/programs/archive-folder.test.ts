import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
