import { openDeliveries, owed } from '../../src/store/delivery/deliveries';
import { eventRun } from '../../src/store/keys';
import { openStorage } from '../../src/store/storage';
import { runProgram } from '../../testing/processes/run-program';
import { type RunningAzurite, startOwnAzurite } from '../../testing/storage/storage';

const now = '2026-11-24T09:00:00.000Z';
const person = 'pABCDEFGH12345678';
const id = `${person}/event.A1B2C3.000002`;

describe('npm run deliveries', () => {
  let azurite: RunningAzurite;
  beforeAll(async () => {
    azurite = await startOwnAzurite();
    const storage = openStorage({ connectionString: azurite.connectionString });
    await storage.prepare();
    const row = owed(
      { person, run: eventRun('A1B2C3', 2) },
      { kind: 'notice', record: 'idea', id: 'A1B2C3', seq: 2, as: 'submitter' },
      now,
      now,
    );
    const store = openDeliveries(storage, 'soderhamra', () => 'mark');
    await store.add([{ ...row, state: 'failed', reason: '400 BadArgument' }]);
    for (const run of ['daily.2026-11-24', 'daily.2026-11-23']) {
      const lost = owed({ person, run }, { kind: 'daily' }, now, now);
      await store.add([{ ...lost, state: 'ambiguous', reason: '500 ServiceError' }]);
    }
  });
  afterAll(() => azurite.stop());

  const run = (...args: string[]) =>
    runProgram('show-deliveries', args, { AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString });

  it('counts, lists what has failed, and sends it again', async () => {
    expect((await run()).said.split('\n')).toEqual(expect.arrayContaining(['failed\t1\tnotice 1', 'sent\t0']));
    expect(await run('--state', 'failed')).toEqual({
      said: [
        'id\tstate\treason\tkind\tperson\trecord\tsince',
        `${id}\tfailed\t400 BadArgument\tnotice\t${person}\tA1B2C3\t${now}`,
        '',
      ].join('\n'),
      complained: '',
      code: 0,
    });
    expect(await run('--retry', id)).toEqual({
      said: `${id} is owed again; the bot sends it.\n`,
      complained: '',
      code: 0,
    });
    expect(await run('--state', 'failed')).toMatchObject({ said: 'No delivery is failed.\n', code: 0 });
    expect(await run('--retry', id)).toMatchObject({
      said: '',
      complained: `${id} is owed already: the bot sends it.\n`,
      code: 1,
    });
    expect(await run('--retry-all', 'failed', '--kind', 'notice')).toEqual({
      said: 'owed again\t0\n',
      complained: '',
      code: 0,
    });
    expect(await run('--resume')).toMatchObject({ said: 'Nothing rests.\n', code: 0 });
  });

  it('sends all again that are in a state, by one command', async () => {
    expect(await run('--retry-all', 'ambiguous', '--since', '2026-11-24')).toEqual({
      said: 'owed again\t2\tdaily 2\n',
      complained: '',
      code: 0,
    });
    expect(await run('--state', 'ambiguous')).toMatchObject({ said: 'No delivery is ambiguous.\n', code: 0 });
  });

  it.each([
    [['--state', 'lost']],
    [['--retry-all', 'sent']],
    [['--kind', 'notice']],
    [['--retry-all', 'failed', '--since', 'today']],
    [['failed']],
    [['--state', 'failed', '--resume']],
  ])('says how it is written when asked for %j', async (args) => {
    const { said, complained, code } = await run(...args);
    expect({ said, code }).toEqual({ said: '', code: 1 });
    expect(complained).toContain('Write npm run deliveries');
  });
});
