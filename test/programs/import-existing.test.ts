import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../testing/processes/programs';
import { runProgram } from '../../testing/processes/run-program';
import { type RunningAzurite, startOwnAzurite } from '../../testing/storage/storage';

describe('npm run import', () => {
  let azurite: RunningAzurite;
  jest.setTimeout(120_000);
  let folder: string;
  beforeAll(async () => {
    azurite = await startOwnAzurite();
    folder = await mkdtemp(join(tmpdir(), 'import-'));
  });
  afterAll(() => Promise.all([azurite.stop(), rm(folder, { recursive: true })]));

  async function run(...args: string[]) {
    const env = { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString };
    const { said, ...rest } = await runProgram('import-existing', args, env);
    return { said: said.trim().split('\n'), ...rest };
  }

  it('writes the example once, after a dry run, and says how it is used', async () => {
    const rows = await readFile(join(ROOT, 'config', 'existing.example.csv'), 'utf8');
    // The day on which its test ends is ahead of whatever day this runs on.
    const ahead = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
    const file = join(folder, 'existing.csv');
    await writeFile(file, rows.replace('2027-05-31', ahead));
    const example = [file, '--by', 'innovationschef@soderhamra.example'];
    const [usage, dry] = await Promise.all([run(), run(...example)]);
    expect(usage).toMatchObject({ code: 1, complained: expect.stringMatching(/^Write npm run import -- FILE/) });
    expect(dry.said.at(-1)).toBe(
      '3 ready to be written, 0 written before, 0 with faults. Nothing is written without --write.',
    );
    const written = await run(...example, '--write', '--rate', '100');
    expect(written).toMatchObject({ code: 0, complained: '' });
    expect(written.said.slice(0, 2)).toEqual([
      expect.stringMatching(/^Row 2: written as [0-9A-Z]{6}, VOO, inUse, /),
      expect.stringMatching(/^Row 3: written as [0-9A-Z]{6}, SBK, piloting, /),
    ]);
    expect((await run(...example, '--write')).said.at(-1)).toBe('0 written, 3 written before, 0 with faults.');
  });
});
