import { openFigureState } from '../../src/store/figures/figure-state';
import { openStorage, type Storage } from '../../src/store/storage';
import { runProgram } from '../../testing/processes/run-program';
import { type RunningAzurite, startOwnAzurite } from '../../testing/storage/storage';

describe('npm run figures', () => {
  let azurite: RunningAzurite;
  let storage: Storage;
  beforeAll(async () => {
    azurite = await startOwnAzurite();
    storage = openStorage({ connectionString: azurite.connectionString });
    await storage.prepare();
  });
  afterAll(() => azurite.stop());

  const run = (...args: string[]) =>
    runProgram('count-figures', args, { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString });

  it('says what it can do where it is not told', async () => {
    expect(await run()).toMatchObject({ said: '', code: 1, complained: expect.stringContaining('-- rebuild') });
  });

  it('counts all anew also while an instance counts, which goes on from there', async () => {
    const state = openFigureState(storage, 'soderhamra');
    const now = new Date().toISOString();
    await state.claim('an instance', now);
    expect(await run('rebuild')).toEqual({ said: '0 ideas counted.\n', complained: '', code: 0 });
    const { mine, reading } = await state.claim('an instance', now);
    expect(mine).toBe(true);
    expect(reading?.counting).toMatch(/^v3-/);
    // What it had in hand cannot take the place of what is read now.
    expect(await state.advance('an instance', { counting: 'v1-BEFORE', followedTo: now })).toBe(false);
  });
});
