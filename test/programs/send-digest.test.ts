import { runProgram } from '../../testing/processes/run-program';
import { type RunningAzurite, startOwnAzurite } from '../../testing/storage/storage';

describe('npm run digest', () => {
  let azurite: RunningAzurite;
  beforeAll(async () => {
    azurite = await startOwnAzurite();
  });
  afterAll(() => azurite.stop());

  const run = (...args: string[]) =>
    runProgram('send-digest', args, { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString });

  it('says in one sentence what became of the digest, and the same the second time', async () => {
    const first = await run('--week', '2025-W47');
    expect(first).toMatchObject({ complained: '', code: 0 });
    expect(first.said).toMatch(
      /^Digest of 2025-W47 for \d+ managers: \d+ waiting for the person to install the bot\.\n$/,
    );
    expect(await run('--week', '2025-W47')).toEqual(first);
  });

  it.each([
    [['--week', '2026-W99'], '2026-W99 is no week: write it as 2026-W47.\n'],
    [['2026-W47'], 'Write npm run digest, or npm run digest -- --week 2026-W47.\n'],
  ])('refuses %j in one sentence', async (args, sentence) => {
    expect(await run(...args)).toEqual({ said: '', complained: sentence, code: 1 });
  });
});
