import { type StorageRelay, startStorageRelay } from '../../dev/benchmarks/processes/storage-relay';
import { commandsIn, unpackedPackage } from '../../testing/manifest/app-package';
import { type City, minutes, startCity } from '../../testing/scenes/city';
import { testConnectionString } from '../../testing/storage/storage';
import type { Person } from '../../testing/teams/person';

// The one point that is a time: on a machine that is busy with something else, a timer may be late.
jest.retryTimes(2);

/** Within this, Microsoft's validation wants an answer or typing. */
const WITHIN_MS = 2_000;

describe('Store validation of the response time', () => {
  let relay: StorageRelay;
  let city: City;
  let employee: Person;
  beforeEach(async () => {
    relay = await startStorageRelay(testConnectionString());
    city = await startCity({ connectionString: relay.connectionString });
    await city.arrives('leader');
    employee = await city.arrives('employee');
  });
  afterEach(async () => {
    await city.stop();
    await relay.stop();
  });

  it('Typing or an answer comes within 2 seconds to whatever is written, also while storage does not answer', async () => {
    const { languages } = await unpackedPackage();
    const written = [...commandsIn(languages.sv), 'hej', 'qwrtzx'];
    // After a while nobody's profile is known without storage.
    city.pass(minutes(5));
    let goOn = () => {};
    const stillness = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    relay.treat(() => stillness);

    const asked = performance.now();
    const turns = written.map((words) => employee.says(words));
    const typings = () =>
      city.connector.sent(employee.conversationId).filter(({ activity }) => activity.type === 'typing');
    await city.connector.waitFor(() => typings().length === written.length, 'typing for every turn');
    const waits = typings().map(({ at }) => Math.round(at - asked));
    goOn();
    const answers = await Promise.all(turns);

    expect(waits.filter((wait) => wait > WITHIN_MS)).toEqual([]);
    for (const { status, replies } of answers) {
      expect(status).toBe(200);
      expect(replies.length).toBeGreaterThan(0);
    }
  });

  it('Typing is not shown when the answer comes at once', async () => {
    await employee.says('hej');
    expect(city.connector.sent().filter(({ activity }) => activity.type === 'typing')).toEqual([]);
  });
});
