import { assemble } from '../../../src/delivery/assemble';
import { MOST_AT_ONCE } from '../../../src/delivery/outbox/draw-anew';
import { relay, relayLane } from '../../../src/delivery/outbox/relay';
import type { Person } from '../../../src/domain/person/person';
import type { SentCard } from '../../../src/store/delivery/sent-cards';
import { updateRun } from '../../../src/store/keys';
import { mortal } from '../../../testing/processes/mortal';
import { close, explore, minutes, refFor, Town } from '../../../testing/scenes/town';

const FEW = MOST_AT_ONCE + 4;

describe('the cards of an idea that very many follow', () => {
  let town: Town;
  let leader: Person;
  let submitter: Person;
  let id: string;
  /** All that storage is asked, of tables. */
  let requests = 0;
  beforeAll(async () => {
    town = await Town.open();
    for (const { pipeline } of [town.storage.ideas, town.storage.people, town.storage.deliveries]) {
      pipeline.addPolicy({
        name: 'counting',
        sendRequest(request, next) {
          requests += 1;
          return next(request);
        },
      });
    }
    [leader, submitter] = [await town.arrives('leader'), await town.arrives('submitter')];
  });
  beforeEach(async () => {
    id = (await town.submits(submitter)).id;
    await town.deliveries().tick();
  });
  afterEach(() => {
    expect(town.log.splice(0).filter(({ level }) => level === 'error')).toEqual([]);
    town.pass(minutes(1));
  });
  afterAll(() => town.close());

  /** Before those of the town's people, whose cards are drawn anew too: a card's place is its reader's reference. */
  const follower = (n: number) => `p00${refFor(`f${n}`).slice(1, -2)}`;
  const cardOf = (n: number, person = follower(n)): SentCard => ({
    ...({ record: 'idea', id, seq: 1, decisionVersion: 1 } as const),
    ...{ person, conversation: `c${n}`, activity: `a${n}` },
  });
  const followedBy = async (count: number) => {
    for (let from = 0; from < count; from += 20) {
      const some = Array.from({ length: Math.min(20, count - from) }, (_, n) => cardOf(from + n));
      await Promise.all(some.map((card) => town.parts().sentCards.put(card)));
    }
  };
  /** Up to which event each card is owed to be drawn anew; undefined of one that is not. */
  const owedTo = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const { person, activity } = cardOf(n);
        const row = await town.parts().deliveries.get({ person, run: updateRun(id, activity) });
        return row?.kind === 'update' ? row.seq : undefined;
      }),
    );
  const drawn = async (count: number) => (await owedTo(count)).filter((seq) => seq !== undefined).length;
  const hears = async (person: Person, of: string) =>
    (await town.parts().deliveries.allOf(person.ref)).some((row) => row.kind === 'notice' && row.id === of);
  const all = (count: number, seq: number) => Array.from({ length: count }, () => seq);

  it('are drawn a few at a time, and whoever decides on another idea is told before the next few, as soon at 235 as at 45', async () => {
    const costs: number[][] = [];
    for (const count of [45, 235]) {
      id = (await town.submits(submitter)).id;
      await town.deliveries().tick();
      await followedBy(count);
      await town.acts(leader, id, explore);
      const parts = town.parts();
      const costOf = async (lane: 'awaited' | 'rest') => {
        const before = requests;
        expect(await relayLane(parts, lane, {})).toBe(true);
        return requests - before;
      };
      const telling = await costOf('awaited');
      expect(await hears(submitter, id)).toBe(true);
      expect(await drawn(count)).toBe(0);
      const drawing = await costOf('rest');
      expect(await drawn(count)).toBe(MOST_AT_ONCE);

      const { id: other } = await town.submits(submitter, 'VOO', 'Lånecyklar');
      const before = requests;
      await relayLane(parts, 'awaited', {});
      costs.push([telling, drawing, requests - before]);
      expect(await hears(leader, other)).toBe(true);
      expect(await drawn(count)).toBe(MOST_AT_ONCE);

      for (let looks = 0; looks < 3; looks++) await relay(parts);
      expect(await owedTo(count)).toEqual(all(count, 2));
      expect(await parts.outbox.list(10)).toEqual([]);
    }
    expect(costs[1]).toEqual(costs[0]);
  });

  it('are drawn in what time the message leaves where its reader has one, and that one first', async () => {
    await followedBy(45);
    const parts = town.parts();
    const { activity } = (await parts.sentCards.in(id, submitter.ref)) ?? (await stands(submitter));
    const order: string[] = [];
    const deliveries: typeof parts.deliveries = {
      ...parts.deliveries,
      add: (list, ...more) => {
        order.push(...list.map(({ person, run, rank }) => `${person} ${run.split('.')[0]} ${rank}`));
        return parts.deliveries.add(list, ...more);
      },
    };
    await town.acts(leader, id, explore);
    await relayLane({ ...parts, deliveries }, 'awaited', {});
    expect(order).toEqual([`${submitter.ref} update answer`, `${submitter.ref} event answer`]);
    expect(await parts.deliveries.get({ person: submitter.ref, run: updateRun(id, activity) })).toMatchObject({
      seq: 2,
    });
    await relay(parts);
  });

  /** A card of the idea in somebody's chat, as it really stands there. */
  async function stands(person: Person) {
    const parts = town.parts();
    const stored = await town.app.people.byRef(person.ref);
    if (!stored?.reach) throw new Error('Nobody is there');
    const posted = await parts.teams.send(stored.reach, { text: 'Cykelpool' });
    if (!posted.ok) throw new Error(posted.refusal.reason);
    const card = { ...cardOf(0, person.ref), conversation: stored.reach.conversation, activity: posted.value };
    await parts.sentCards.put(card);
    return card;
  }

  it('are drawn once where something new happens meanwhile: those that are left, to the newest at once', async () => {
    await followedBy(45);
    const parts = town.parts();
    await town.acts(leader, id, explore);
    await relayLane(parts, 'awaited', {});
    await relayLane(parts, 'rest', {});
    const first = await owedTo(45);
    expect(first.filter((seq) => seq === 2)).toHaveLength(MOST_AT_ONCE);
    await town.acts(leader, id, close);
    await relayLane(parts, 'awaited', {});
    expect((await parts.outbox.next('rest', 10)).filter(({ redraws }) => redraws)).toMatchObject([{ id, seq: 3 }]);
    const before = requests;
    await relay(parts);
    expect(await owedTo(45)).toEqual(all(45, 3));
    expect(await parts.outbox.list(10)).toEqual([]);
    // Nobody draws the older ones: three looks at the cards, each drawn with a few requests.
    expect(requests - before).toBeLessThan(45 * 4 + 60);
  });

  it('are all drawn in the end, wherever the bot dies', async () => {
    let died = true;
    for (let call = 0; died && call < 150; call += 5) {
      id = (await town.submits(submitter)).id;
      await relay(town.parts());
      await followedBy(FEW);
      await town.acts(leader, id, explore);
      const { source, death } = mortal(town.source(), call);
      await Promise.race([relay(assemble(source).deps), death.died]);
      died = death.calls() > call;
      await relay(town.parts());
      expect({ call, owed: await owedTo(FEW) }).toEqual({ call, owed: all(FEW, 2) });
      expect(await hears(submitter, id)).toBe(true);
      expect(await town.parts().outbox.list(10)).toEqual([]);
    }
    expect(died).toBe(false);
  });

  it('are each drawn once by two instances at the same time, as up to date as the idea, and the actor’s not at all', async () => {
    const people: Person[] = [];
    for (let n = 0; n < FEW; n++) people.push(await town.arrives(`reader-${n}`));
    const cards = [];
    for (const person of people) cards.push(await stands(person));
    const own = await stands(leader);
    await town.acts(leader, id, explore, own.activity);
    const bots = [town.deliveries(), town.deliveries()];
    await Promise.all(bots.map((bot) => bot.tick()));
    await Promise.all(bots.map((bot) => bot.tick()));
    const updates = (conversation: string, activity: string) =>
      town.connector.sent(conversation).find((post) => post.id === activity)?.updates.length;
    expect(cards.map(({ conversation, activity }) => updates(conversation, activity))).toEqual(all(FEW, 1));
    expect(updates(own.conversation, own.activity)).toBe(0);
    const standing = (await town.parts().sentCards.of(id)).filter(({ person }) =>
      people.some(({ ref }) => ref === person),
    );
    expect(standing.map(({ seq }) => seq)).toEqual(all(FEW, 2));
  });
});
