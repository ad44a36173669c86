import { textsOf } from '../support/card';
import type { Person } from '../support/person';
import { Killing, messagesAbout, pressOf } from './killing';

jest.setTimeout(600_000);

describe('a bot that is killed while a leader decides', () => {
  let killing: Killing;
  let other: Person;
  beforeAll(async () => {
    killing = await Killing.open();
    const { teams } = killing.town;
    other = teams.person({
      name: 'Innovationsledare Äldreomsorg',
      email: 'innovationsledare.aldreomsorg@soderhamra.example',
    });
    await other.installs();
  });
  afterAll(() => killing?.close());

  it('before any of its writes decides once, tells the submitter, and draws the other leader’s card anew', async () => {
    const { town } = killing;
    const { employee, leader } = town;
    const cardOf = (person: Person, title: string) =>
      person.chat().findLast(({ texts }) => texts.some((text) => text === title));
    let doubts = 0;
    await killing.beforeEachWriteOf({
      async prepare(title) {
        await town.submits(title);
        for (const person of [leader, other]) await person.waitsFor(title);
        return pressOf(leader, 'Utforska idén');
      },
      async expect(title) {
        const id = /idea\|(\w+)/.exec((await town.rows('Ideas')).find((row) => row.title === title)?.rowKey ?? '')?.[1];
        const events = (await town.rows('Ideas')).filter(({ rowKey }) => rowKey?.startsWith(`event|${id}|`));
        expect(events.map(({ body }) => JSON.parse(String(body)).type)).toEqual(['submitted', 'explored']);
        const now = await killing.doubts();
        expect(now - doubts).toBeLessThanOrEqual(1);
        // The receipt names the idea, and so does each message of the decision.
        const told = messagesAbout(employee, title) - 1;
        expect(told).toBeGreaterThanOrEqual(1);
        expect(told).toBeLessThanOrEqual(1 + now - doubts);
        expect(textsOf(cardOf(other, title)?.card).join(' ')).toContain('Utforskas');
        doubts = now;
      },
    });
    expect(killing.kills).toBeGreaterThanOrEqual(10);
    const states = (await killing.deliveries()).map(({ state }) => state);
    expect(states.filter((state) => !['sent', 'unreachable', 'moot'].includes(String(state)))).toEqual([]);
  });
});
