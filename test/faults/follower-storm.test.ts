import { digestCity, settle } from '../../dev/benchmarks/digest/city';
import { newIdempotencyKey } from '../../src/domain/ids';
import { parseOrganisation } from '../../src/domain/organisation/organisation-file';
import { until } from '../../testing/processes/until';
import { type City, minutes, startCity } from '../../testing/scenes/city';
import { sendsIdea } from '../../testing/scenes/everyday';
import { cardsOf, followedBy } from '../../testing/scenes/followers';
import type { Person } from '../../testing/teams/person';
import type { Post } from '../../testing/teams/posts';

const COMMENTS = 15;
/** As many as a department has at eight in the morning. */
const DAY_CARDS = 200;
/** More than the departments of the largest city: at the default rate drawing them takes longer than a card may. */
const STANDING_CARDS = 300;
/** Enough that a run takes far longer than a card may. */
const RECIPIENTS = 1000;
/** Milliseconds within which whoever decides has the card of a new idea, whatever else is owed. */
const SOON_MS = 5000;

describe('a decision while a storm of news is owed, at the default rate', () => {
  let city: City;
  let employee: Person;
  afterEach(() => city.stop());

  /** Somebody presses "Skicka" on so many comments within a second. */
  const comments = (colleague: Person, id: string, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, n) => {
        const idempotencyKey = newIdempotencyKey(city.app.random);
        const data = { verb: 'act', idea: id, decisionVersion: 1, idempotencyKey, do: 'comment' };
        return colleague.presses({ verb: 'act', data }, { comment: `Kommentar ${n}` }, { on: '' });
      }),
    );
  /** How many have it in what their day card is to tell. */
  async function gathered(): Promise<number> {
    const items = city.storage.deliveries.listEntities({
      queryOptions: { filter: "RowKey ge 'item|' and RowKey lt 'item}'", select: ['rowKey'] },
    });
    let count = 0;
    for await (const _ of items) count += 1;
    return count;
  }
  const isAbout = ({ conversationId, activity }: Post, id: string, to: Person) =>
    conversationId === to.conversationId && JSON.stringify(activity).includes(id);
  const heardIn = (chats: readonly string[]) => chats.filter((chat) => city.connector.sent(chat).length > 0).length;

  /** How long it takes from when an idea to another leader is stored until its card stands there. */
  async function untilCard(department: string, to: Person): Promise<number> {
    const id = await sendsIdea(employee, { department, title: 'Regnvatten' });
    const stored = performance.now();
    const isCard = (post: Post) => isAbout(post, id, to);
    const { at } = await city.connector.waitFor(isCard, 'the card of the new idea', { within: 60_000 });
    return at - stored;
  }

  it.each([300, 1500])(
    'goes out within five seconds while %i followers hear of fifteen comments',
    async (followers) => {
      city = await startCity({ realTime: true });
      employee = await city.arrives('employee');
      const colleague = await city.arrives('colleague');
      const leader = await city.arrives('environmentLeader');
      const id = await sendsIdea(employee);
      const chats = await followedBy(city, id, followers);
      city.deliveries.start();
      await comments(colleague, id, COMMENTS);
      await until(async () => (await gathered()) > 0, { within: 60_000, every: 100, what: 'the storm to begin' });
      expect(await untilCard('MIL', leader)).toBeLessThan(SOON_MS);
      expect(await gathered()).toBeLessThan(followers);
      // News alerts nobody more than once a day: none of it is a message yet.
      expect(heardIn(chats)).toBe(0);
    },
  );

  it('goes out within five seconds while some hundred day cards go out in the morning', async () => {
    city = await startCity({ now: '2026-11-25T19:00:00.000Z', goesOn: true });
    employee = await city.arrives('employee');
    const colleague = await city.arrives('colleague');
    const leader = await city.arrives('environmentLeader');
    const id = await sendsIdea(employee);
    const chats = await followedBy(city, id, DAY_CARDS);
    city.deliveries.start();
    await comments(colleague, id, 1);
    await until(async () => (await gathered()) >= DAY_CARDS, {
      within: 120_000,
      every: 100,
      what: 'all to be gathered',
    });
    expect(heardIn(chats)).toBe(0);
    // Nine o'clock the next morning, in Sweden.
    city.pass(minutes(13 * 60));
    await until(() => heardIn(chats) > 0, { within: 120_000, every: 20, what: 'the first day card' });
    expect(await untilCard('MIL', leader)).toBeLessThan(SOON_MS);
    expect(heardIn(chats)).toBeLessThan(DAY_CARDS);
  });

  it('goes out within five seconds, and so does its own answer, while all cards of an idea are drawn anew', async () => {
    city = await startCity({ realTime: true });
    employee = await city.arrives('employee');
    const decider = await city.arrives('leader');
    const leader = await city.arrives('environmentLeader');
    const id = await sendsIdea(employee);
    const cards = new Set(await cardsOf(city, id, STANDING_CARDS));
    const drawn = () => city.connector.sent().filter((post) => cards.has(post.id) && post.updates.length > 0).length;
    city.deliveries.start();
    const idempotencyKey = newIdempotencyKey(city.app.random);
    const data = { verb: 'act', idea: id, decisionVersion: 1, idempotencyKey, do: 'explore' };
    const pressed = performance.now();
    await decider.presses({ verb: 'act', data }, { person: 'submitter' }, { on: '' });
    const isAnswer = (post: Post) => post.at > pressed && isAbout(post, id, employee);
    const { at } = await city.connector.waitFor(isAnswer, 'the answer', { within: 60_000 });
    expect(at - pressed).toBeLessThan(SOON_MS);
    await until(() => drawn() > 0, { within: 60_000, every: 20, what: 'the first card to be drawn anew' });
    expect(await untilCard('MIL', leader)).toBeLessThan(SOON_MS);
    expect(drawn()).toBeLessThan(STANDING_CARDS);
    await until(() => drawn() === STANDING_CARDS, { within: 120_000, every: 100, what: 'all of them' });
  });

  it('goes out within five seconds while a digest run is on its way', async () => {
    const digests = digestCity(RECIPIENTS, new Date().toISOString());
    const parsed = parseOrganisation(digests.file);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    city = await startCity({ realTime: true, organisation: parsed.organisation });
    const { connector, storage, teams } = city;
    await settle(digests, storage, connector.url);
    for (const [n, conversationId] of digests.conversations.entries()) {
      connector.roster.add({ name: `manager-${n}`, email: `manager-${n}@soderhamra.example`, conversationId });
    }
    const [leader, sender] = ['leader', 'sender'].map((name) =>
      teams.person({ name, email: `${name}@soderhamra.example` }),
    );
    if (!leader || !sender) throw new Error('Nobody is there');
    for (const person of [leader, sender]) await person.installs();
    employee = sender;
    city.deliveries.start();
    await until(() => heardIn(digests.conversations) > 0, { within: 60_000, every: 20, what: 'the run to begin' });
    expect(await untilCard('VOO', leader)).toBeLessThan(SOON_MS);
    expect(heardIn(digests.conversations)).toBeLessThan(RECIPIENTS);
  });
});
