import { assemble } from '../../src/delivery/assemble';
import { createDeliveries } from '../../src/delivery/deliveries';
import { relay } from '../../src/delivery/outbox/relay';
import { processDelivery } from '../../src/delivery/sending/worker';
import type { Person } from '../../src/domain/person/person';
import type { ReadDayItem } from '../../src/store/delivery/day-items';
import { owed } from '../../src/store/delivery/deliveries';
import { dailyRun, eventRun } from '../../src/store/keys';
import { cardsIn, textsOf } from '../../testing/cards/card';
import { mortal } from '../../testing/processes/mortal';
import { days, minutes, Town } from '../../testing/scenes/town';
import { current } from '../../testing/teams/posts';

/** More calls than a step makes; one that never comes to an end is told of instead of waited for. */
const MOST_CALLS = 60;
const TODAY = '2026-11-24';

// What is told is a row that waits, a card that is owed, a message that stands: each is found by whoever lives on.
describe('a bot that dies while a day card is made', () => {
  let town: Town;
  let leader: Person;
  beforeEach(async () => {
    town = await Town.open(`${TODAY}T07:00:00.000Z`);
    leader = await town.arrives('leader');
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  const ticks = () => town.deliveries().tick();
  /** The messages in somebody's chat whose card tells of it, as they stand now. */
  const tellingIt = (name: string, text: string): number =>
    town.chat(name).filter((post) =>
      textsOf(cardsIn(current(post))[0])
        .join(' ')
        .includes(text),
    ).length;
  const messages = (name: string): number =>
    town.chat(name).filter(({ activity }) => activity.type === 'message').length;
  const itemsOf = async ({ ref }: Person) => town.parts().deliveries.day.of(ref);
  const cardOf = ({ ref }: Person, day = TODAY) => town.parts().deliveries.get({ person: ref, run: dailyRun(day) });

  /** Somebody whose idea has been commented on, which is owed to them. */
  async function owedNews(name: string): Promise<{ person: Person; run: string }> {
    const person = await town.arrives(name);
    const { id } = await town.submits(person);
    await ticks();
    await town.acts(leader, id, { type: 'comment', data: {}, words: { comment: `Bra, ${name}.` } });
    await relay(town.parts());
    return { person, run: eventRun(id, 2) };
  }

  /** Sees to a delivery and dies before its call of that number; false when it has lived. */
  async function dies(call: number, person: Person, run: string): Promise<boolean> {
    const { source, death } = mortal(town.source(), call);
    const work = processDelivery(assemble(source).deps, { person: person.ref, run });
    return Promise.race([work.then(() => false), death.died.then(() => true)]);
  }

  it('gathers what was owed once, whenever it dies, and always with a card that will tell it', async () => {
    let died = true;
    let call = 0;
    for (; died && call < MOST_CALLS; call++) {
      const name = `anna${call}`;
      const { person, run } = await owedNews(name);
      died = await dies(call, person, run);
      // Nothing waits for a card that nobody owes, and nothing is settled that does not wait.
      const [items, card, notice] = [
        await itemsOf(person),
        await cardOf(person),
        await town.parts().deliveries.get({ person: person.ref, run }),
      ];
      expect([call, items.length, card?.state, notice?.state]).toEqual(
        items.length === 1 ? [call, 1, 'owed', 'moot'] : [call, 0, undefined, 'owed'],
      );
      await ticks();
      expect([call, (await itemsOf(person)).length]).toEqual([call, 1]);
      town.pass(minutes(2));
      await ticks();
      expect([call, messages(name), tellingIt(name, `Bra, ${name}.`)]).toEqual([call, 1, 1]);
    }
    expect(died).toBe(false);
    town.pass(days(3));
    await ticks();
    for (let n = 0; n < call; n++) expect([n, messages(`anna${n}`)]).toEqual([n, 1]);
  });

  it('tells it at least once, and twice only where nobody can know, on another day; never twice a day', async () => {
    let died = true;
    let call = 0;
    const people: Person[] = [];
    for (; died && call < MOST_CALLS; call++) {
      const name = `anna${call}`;
      const { person, run } = await owedNews(name);
      people.push(person);
      await processDelivery(town.parts(), { person: person.ref, run });
      town.pass(minutes(2));
      died = await dies(call, person, dailyRun(TODAY));
      // Its claim runs out, and others look what has become of it.
      for (let n = 0; n < 3; n++) {
        town.pass(minutes(1));
        await ticks();
      }
      expect([call, messages(name) <= 1]).toEqual([call, true]);
      const card = await cardOf(person);
      const [item] = await itemsOf(person);
      // What is not known to have been told waits for a card that is owed.
      expect([call, card?.state, item?.told]).toEqual(
        card?.state === 'sent' ? [call, 'sent', TODAY] : [call, 'ambiguous', undefined],
      );
    }
    expect(died).toBe(false);
    town.pass(days(3));
    await ticks();
    town.pass(minutes(2));
    await ticks();
    const doubts: number[] = [];
    for (const [n, person] of people.entries()) {
      const doubt = (await cardOf(person))?.state === 'ambiguous';
      if (doubt) doubts.push(n);
      const told = messages(`anna${n}`);
      expect([n, told >= 1, told <= (doubt ? 2 : 1)]).toEqual([n, true, true]);
      expect([n, tellingIt(`anna${n}`, `Bra, anna${n}.`)]).toEqual([n, told]);
    }
    // Between its claim and what came of it, and at no other step.
    expect(doubts.length).toBeGreaterThanOrEqual(2);
    expect(doubts.length).toBeLessThan(people.length / 2);
  });

  it('draws the card of today anew once more where it died over that, and alerts nobody', async () => {
    let died = true;
    for (let call = 0; died && call < MOST_CALLS; call++) {
      const name = `anna${call}`;
      const first = await owedNews(name);
      await ticks();
      town.pass(minutes(2));
      await ticks();
      const { id } = await town.submits(first.person, 'VOO', 'Skjul');
      await town.acts(leader, id, { type: 'comment', data: {}, words: { comment: `Mer, ${name}.` } });
      await ticks();
      town.pass(minutes(2));
      died = await dies(call, first.person, dailyRun(TODAY));
      for (let n = 0; n < 3; n++) {
        town.pass(minutes(1));
        await ticks();
      }
      expect([call, messages(name), tellingIt(name, `Mer, ${name}.`)]).toEqual([call, 1, 1]);
    }
    expect(died).toBe(false);
  });

  it.each([
    ['one of the things that it tells', 'item'],
    ['the card that is to tell the rest', 'next'],
  ] as const)('tells nothing twice where %s changes while it is on its way', async (_what, changes) => {
    const { person, run } = await owedNews('anna');
    await processDelivery(town.parts(), { person: person.ref, run });
    town.pass(minutes(2));
    const parts = town.parts();
    const { day } = parts.deliveries;
    const tomorrow = owed({ person: person.ref, run: dailyRun('2026-11-25') }, { kind: 'daily' }, town.now, town.now);
    let settled = 0;
    const settle: typeof day.settle = async (before, after, told) => {
      if (settled++ > 0) return day.settle(before, after, told);
      const next = changes === 'next' ? { next: { before: undefined, after: tomorrow } } : {};
      if (changes === 'next') await parts.deliveries.add([tomorrow]);
      else await touched(told.fresh[0]);
      return day.settle(before, after, { ...told, ...next });
    };
    await processDelivery(
      { ...parts, deliveries: { ...parts.deliveries, day: { ...day, settle } } },
      { person: person.ref, run: dailyRun(TODAY) },
    );
    expect(settled).toBe(2);
    expect([(await cardOf(person))?.state, (await itemsOf(person))[0]?.told]).toEqual(['sent', TODAY]);
    town.pass(days(3));
    await ticks();
    expect(messages('anna')).toBe(1);
  });

  /** Somebody else has written it again, as it was. */
  async function touched(item: ReadDayItem | undefined): Promise<void> {
    for await (const row of town.storage.deliveries.listEntities<{ run?: string }>()) {
      const { partitionKey, rowKey } = row;
      if (partitionKey && rowKey && rowKey === item?.rowKey) {
        await town.storage.deliveries.updateEntity({ partitionKey, rowKey, run: row.run }, 'Merge');
      }
    }
  }
});

// At eight in the morning the day cards of a whole department, and of the city, are owed at once.
describe('a morning on which many day cards are owed', () => {
  let town: Town;
  let leader: Person;
  let people: Map<string, Person>;

  /** So many who follow an idea on which somebody has commented in the evening: each has it in a card that is due in the morning. */
  async function owedTo(count: number): Promise<void> {
    town = await Town.open('2026-11-23T19:00:00.000Z');
    leader = await town.arrives('leader');
    const { id } = await town.submits(await town.arrives('submitter'));
    people = new Map();
    const names = Array.from({ length: count }, (_, n) => `follower-${n}`);
    await Promise.all(
      names.map(async (name) => {
        const person = await town.arrives(name);
        people.set(name, person);
        await town.app.follows.add(id, person.ref);
      }),
    );
    await town.deliveries().tick();
    await town.acts(leader, id, { type: 'comment', data: {}, words: { comment: 'Vi tittar på den i morgon.' } });
    await town.deliveries().tick();
    town.now = `${TODAY}T07:00:00.000Z`;
  }
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  const messages = (name: string): number =>
    town.chat(name).filter(({ activity }) => activity.type === 'message').length;

  it('loses none and sends none twice a day, whenever one of two instances dies', async () => {
    await owedTo(8);
    for (const call of [5, 90, 180, 300]) {
      const { source, death } = mortal(town.source(), call);
      const dying = createDeliveries(source).tick();
      await Promise.race([dying.catch(() => undefined), death.died]);
      // The other one goes on; what the dead one had in its hands is found when its claims have run out.
      await town.deliveries().tick();
      town.pass(minutes(1));
    }
    for (let n = 0; n < 3; n++) {
      town.pass(minutes(1));
      await town.deliveries().tick();
    }
    const { deliveries } = town.parts();
    const ends = await Promise.all(
      [...people].map(async ([name, { ref }]) => {
        const card = await deliveries.get({ person: ref, run: dailyRun(TODAY) });
        return { name, state: card?.state, messages: messages(name) };
      }),
    );
    expect(
      ends.filter(
        (one) => one.messages > 1 || (one.state === 'sent') !== (one.messages === 1 && one.state !== 'ambiguous'),
      ),
    ).toEqual([]);
    expect(ends.filter(({ state }) => state !== 'sent' && state !== 'ambiguous')).toEqual([]);
    town.pass(days(3));
    await town.deliveries().tick();
    // What nobody knows to have arrived is told on another day, and nothing else is.
    for (const { name, state, messages: first } of ends) {
      expect([name, messages(name)]).toEqual([name, state === 'sent' ? 1 : first + 1]);
    }
  });
});
