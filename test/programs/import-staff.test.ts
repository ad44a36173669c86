import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../testing/processes/programs';
import { runProgram } from '../../testing/processes/run-program';
import { type RunningAzurite, startOwnAzurite } from '../../testing/storage/storage';

describe('npm run staff', () => {
  let azurite: RunningAzurite;
  let folder: string;
  jest.setTimeout(120_000);
  beforeAll(async () => {
    azurite = await startOwnAzurite();
    folder = await mkdtemp(join(tmpdir(), 'staff-'));
    const example = JSON.parse(await readFile(join(ROOT, 'config', 'organisation.example.json'), 'utf8'));
    await writeFile(join(folder, 'organisation.json'), JSON.stringify({ ...example, sources: { file: {} } }));
  });
  afterAll(() => Promise.all([azurite.stop(), rm(folder, { recursive: true })]));

  async function run(args: string[], more: Record<string, string> = {}) {
    const storage = { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString };
    const env = { ...storage, ORGANISATION_FILE: join(folder, 'organisation.json'), ...more };
    const { said, ...rest } = await runProgram('import-staff', args, env);
    return { said: said.trim().split('\n'), ...rest };
  }
  const rows = (from: number, to: number, department: string) =>
    Array.from({ length: to - from }, (_, n) => `p${from + n}@soderhamra.example;${department};Hemtjänst Söder`);
  const csv = (...people: string[]) => ['E-post;Förvaltning;Enhet', ...people].join('\r\n');

  it('tells what a file would change, changes it when told to, and waits for a yes where many would be gone', async () => {
    const file = join(folder, 'staff.csv');
    // As a personnel system on Windows writes it.
    await writeFile(file, Buffer.from(csv(...rows(0, 20, 'Vård och omsorg'), ...rows(20, 23, 'Miljöförv')), 'latin1'));
    const [usage, dry] = await Promise.all([run([]), run([file])]);
    expect(usage).toMatchObject({ code: 1, complained: expect.stringMatching(/^Write npm run staff -- \[FILE\]/) });
    const all = '0 away, 0 with protected personal data.';
    expect(dry).toMatchObject({
      code: 0,
      said: [`23 new, 0 changed, 0 as before, 0 gone; ${all}`, 'Nothing is written without --write.'],
    });

    expect((await run([file, '--write'])).said).toEqual([
      `23 new, 0 changed, 0 as before, 0 gone; ${all}`,
      'No place is called “Miljöförv” (3): add it to sources.places of the organisation file.',
    ]);

    // The next night's file, the newest of its folder, lacks half of them.
    const inbox = join(folder, 'inbox');
    await mkdir(inbox);
    await writeFile(join(inbox, 'old.csv'), csv());
    await utimes(join(inbox, 'old.csv'), 1, 1);
    await writeFile(join(inbox, 'new.csv'), `\uFEFF${csv(...rows(0, 10, 'Vård och omsorg'))}`);
    const nightly = { STAFF_FILE: inbox };
    const held = await run(['--write'], nightly);
    expect(held.code).toBe(1);
    expect(held.said).toContainEqual(
      expect.stringMatching(/^13 of 23 would be gone .* npm run staff -- --write --gone 13$/),
    );
    expect((await run(['--write', '--gone', '12'], nightly)).complained).toMatch(/^Nobody is asked about 12/);
    expect(await run(['--write', '--gone', '13'], nightly)).toMatchObject({
      code: 0,
      said: [`0 new, 0 changed, 10 as before, 13 gone; ${all}`],
    });
  });

  it('refuses a file with personal identity numbers, and says nothing of what stands in it', async () => {
    const file = join(folder, 'numbers.csv');
    await writeFile(file, 'E-post;Förvaltning;Personnummer\r\nx@soderhamra.example;VOO;19811218-9876\r\n');
    const refused = await run([file, '--write']);
    expect(refused).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/“Personnummer” has personal identity numbers/),
    });
    expect(refused.complained + refused.said.join()).not.toContain('9876');
  });
});
