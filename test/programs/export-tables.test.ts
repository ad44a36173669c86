import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { OPERATORS, openNamedExports } from '../../src/store/privacy/named-exports';
import { openStorage } from '../../src/store/storage';
import { runProgram } from '../../testing/processes/run-program';
import { type RunningAzurite, startOwnAzurite } from '../../testing/storage/storage';

describe('npm run export', () => {
  let azurite: RunningAzurite;
  let folder: string;
  beforeAll(async () => {
    azurite = await startOwnAzurite();
    folder = mkdtempSync(join(tmpdir(), 'export-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await azurite.stop();
  });

  const run = (...args: string[]) =>
    runProgram('export-tables', args, { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString });
  const names = ['activities', 'challenges', 'events', 'ideas', 'indicators', 'money', 'obstacles'];

  it.each([
    ['another format', ['--format', 'ods']],
    ['what is no day', ['--from', '2026-02-30']],
    ['a span that ends before it begins', ['--from', '2026-02-01', '--to', '2026-01-01']],
    ['something that it does not know', ['--with-names']],
  ])('says what it can do where it is given %s', async (_what, args) => {
    expect(await run(...args)).toMatchObject({
      said: '',
      code: 1,
      complained: expect.stringContaining('npm run export'),
    });
  });

  it('writes a workbook with a sheet for each, and says where it lies', async () => {
    const { said, code } = await run(
      '--from',
      '2026-01-01',
      '--to',
      '2026-12-31',
      '--format',
      'xlsx',
      '--folder',
      folder,
    );
    const file = /^(.*\.xlsx)$/m.exec(said)?.[1] ?? '';
    expect({ said, code }).toEqual({ said: `0 ideas are written to:\n${file}\n`, code: 0 });
    const [headings] = await readSheet(readFileSync(file), 'Idéer');
    expect(headings?.slice(0, 2)).toEqual(['Id', 'Rubrik']);
  });

  it('writes a file for each as CSV, in the language that is asked for', async () => {
    const { said } = await run('--format', 'csv', '--language', 'en', '--folder', folder);
    const files = said.trim().split('\n').slice(1);
    expect(files.map((file) => file.split('/').at(-1)).sort()).toEqual(names.map((name) => `${name}.csv`));
    const ideas = readFileSync(files.find((file) => file.endsWith('ideas.csv')) ?? '', 'utf8');
    expect((parse(ideas, { bom: true, delimiter: ';' }) as unknown as string[][])[0]?.slice(0, 2)).toEqual([
      'Id',
      'Title',
    ]);
  });

  it('takes names along where that is asked for, and notes it', async () => {
    const noted = async () => {
      const storage = openStorage({ connectionString: azurite.connectionString });
      return openNamedExports(storage, 'soderhamra').of(OPERATORS);
    };
    expect(await noted()).toEqual([]);
    const { code } = await run('--names', '--format', 'csv', '--department', 'VOO', '--folder', folder);
    expect(code).toBe(0);
    expect(await noted()).toEqual([
      { by: OPERATORS, at: expect.stringMatching(/^\d{4}-/), format: 'csv', department: 'VOO' },
    ]);
  });

  it('writes over nothing that was written earlier, and leaves nothing half written', async () => {
    const fileOf = ({ said }: { said: string }) => /^(.*\.xlsx)$/m.exec(said)?.[1] ?? '';
    const first = fileOf(await run('--folder', folder));
    const bytes = readFileSync(first);
    const second = fileOf(await run('--folder', folder));
    expect(second).not.toBe(first);
    expect(readFileSync(first).equals(bytes)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('writes a list for each as JSON', async () => {
    const { said } = await run('--format', 'json', '--folder', folder);
    const [, first = ''] = said.split('\n');
    const place = join(first, '..');
    expect(
      readdirSync(place)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual(names.map((name) => `${name}.json`));
    for (const name of names) expect(JSON.parse(readFileSync(join(place, `${name}.json`), 'utf8'))).toEqual([]);
  });
});
