import { textsOf } from '../../testing/cards/card';
import { until } from '../../testing/processes/until';
import type { ConnectorRequest } from '../../testing/teams/connector';
import { acceptedThenHangs, hangs } from '../../testing/teams/misbehaviour';
import type { Person } from '../../testing/teams/person';
import { isTableWrite, Killing, messagesAbout, pressOf } from './killing';

// SIGKILL between every two steps of what the bot does: what it has read it has only in memory, so each step is a write,
// or a message to Teams. Whatever was acknowledged is there after the next start.
describe('a bot that is killed', () => {
  let killing: Killing;
  let other: Person;
  beforeAll(async () => {
    killing = await Killing.open();
    await hasNoDayCard(killing.town.leader);
    other = killing.town.teams.person({
      name: 'Innovationsledare Äldreomsorg',
      email: 'innovationsledare.aldreomsorg@soderhamra.example',
    });
  });
  afterAll(() => killing?.close());

  /** Without one each new idea comes by itself, however many wait. */
  async function hasNoDayCard(person: Person): Promise<void> {
    await person.says('inställningar');
    await person.presses('Spara', { dayCard: 'false' });
  }

  /** So many messages more than one as there are doubts about them, and no more than one doubt for each kill. */
  async function expectTold(person: Person, title: string, before: number, already = 0): Promise<number> {
    const doubts = await killing.doubts();
    expect(doubts - before).toBeLessThanOrEqual(1);
    const told = messagesAbout(person, title) - already;
    expect(told).toBeGreaterThanOrEqual(1);
    expect(told).toBeLessThanOrEqual(1 + doubts - before);
    return doubts;
  }
  async function expectSettled(): Promise<void> {
    const states = (await killing.deliveries()).map(({ state }) => String(state));
    expect(states.filter((state) => !['sent', 'unreachable', 'moot'].includes(state))).toEqual([]);
  }
  const rowsOf = async (title: string) => {
    const all = await killing.town.rows('Ideas');
    const ideas = all.filter((row) => row.title === title);
    const id = /record\|(\w+)/.exec(ideas[0]?.rowKey ?? '')?.[1];
    return { ideas, events: all.filter(({ rowKey }) => rowKey?.startsWith(`event|${id}|`)) };
  };

  it('before any write of a submission loses nothing, and tells the leader once, or twice where nobody can know', async () => {
    const { employee, leader } = killing.town;
    let doubts = 0;
    const kills = await killing.beforeEachWriteOf('Lånecyklar', {
      async prepare(title) {
        await employee.says('idé');
        return pressOf(employee, 'Skicka idén', { title, problem: 'Bilarna räcker inte.' });
      },
      async expect(title) {
        expect((await rowsOf(title)).ideas).toHaveLength(1);
        doubts = await expectTold(leader, title, doubts);
      },
    });
    // At least: the idea, its deliveries, the outbox, a wake-up, the claim, the copy, what came of it.
    expect(kills).toBeGreaterThanOrEqual(7);
    await expectSettled();
  });

  it('before any write of a decision decides once, tells the submitter, and draws the other leader’s card anew', async () => {
    const { town } = killing;
    const { employee, leader } = town;
    await other.installs();
    await hasNoDayCard(other);
    await killing.atRest();
    const cardOf = (person: Person, title: string) =>
      person.chat().findLast(({ texts }) => texts.some((text) => text === title));
    let doubts = await killing.doubts();
    const kills = await killing.beforeEachWriteOf(
      'Cykelpool',
      {
        async prepare(title) {
          await town.submits(title);
          for (const person of [leader, other]) await person.waitsFor(title);
          return pressOf(leader, 'Utforska idén');
        },
        async expect(title) {
          const { events } = await rowsOf(title);
          // The newest stands first.
          expect(events.map(({ body }) => JSON.parse(String(body)).type)).toEqual(['explored', 'submitted']);
          // The receipt names the idea, and so does each message of the decision.
          doubts = await expectTold(employee, title, doubts, 1);
          expect(textsOf(cardOf(other, title)?.card).join(' ')).toContain('Utforskas');
        },
      },
      isTableWrite,
    );
    // At least: the decision, its deliveries, the outbox, for notice and update a claim and what came of it.
    expect(kills).toBeGreaterThanOrEqual(7);
    await expectSettled();
  });

  it('while Teams has a card but has not said so sends it again when the claim has run out, and notes it', async () => {
    const { town } = killing;
    const { leader, connector } = town;
    const [lost, taken] = ['Kom aldrig fram', 'Kom fram'];
    const toLeader = (title: string) => (request: ConnectorRequest) =>
      request.conversationId === leader.conversationId && JSON.stringify(request.body ?? null).includes(title);
    connector.misbehave(toLeader(lost), [hangs()]);
    connector.misbehave(toLeader(taken), [acceptedThenHangs()]);
    const before = await killing.doubts();
    for (const title of [lost, taken]) {
      await town.submits(title);
      await until(() => connector.requests.some(toLeader(title)), { what: 'the card to be on its way' });
    }
    await until(async () => (await killing.owed()).length === 2, { what: 'all others to be told' });
    await killing.kill();
    await killing.atRest();
    expect([messagesAbout(leader, lost), messagesAbout(leader, taken)]).toEqual([1, 2]);
    expect((await killing.doubts()) - before).toBe(2);
    await expectSettled();
  });
});
