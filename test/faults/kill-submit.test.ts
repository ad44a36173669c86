import { Killing, messagesAbout, pressOf } from './killing';

jest.setTimeout(600_000);

describe('a bot that is killed while somebody submits an idea', () => {
  let killing: Killing;
  beforeAll(async () => {
    killing = await Killing.open();
  });
  afterAll(() => killing?.close());

  it('before any of its writes loses nothing, and tells the leader once, or twice where nobody can know', async () => {
    const { town } = killing;
    const { employee, leader } = town;
    let doubts = 0;
    await killing.beforeEachWriteOf({
      async prepare(title) {
        await employee.says('idé');
        return pressOf(employee, 'Skicka idén', { title, problem: 'Bilarna räcker inte.' });
      },
      async expect(title) {
        const ideas = (await town.rows('Ideas')).filter((row) => row.title === title);
        expect(ideas).toHaveLength(1);
        const now = await killing.doubts();
        expect(now - doubts).toBeLessThanOrEqual(1);
        const told = messagesAbout(leader, title);
        expect(told).toBeGreaterThanOrEqual(1);
        expect(told).toBeLessThanOrEqual(1 + now - doubts);
        doubts = now;
      },
    });
    // At least: the idea, its deliveries, the outbox, a wake-up, the claim, the copy, what came of it.
    expect(killing.kills).toBeGreaterThanOrEqual(7);
    const states = (await killing.deliveries()).map(({ state }) => state);
    expect(states.filter((state) => !['sent', 'unreachable', 'moot'].includes(String(state)))).toEqual([]);
  });
});
