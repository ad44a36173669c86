import { assemble } from '../../../src/delivery/assemble';
import { beginRound, gatherNews } from '../../../src/delivery/outbox/gather-news';
import { relay } from '../../../src/delivery/outbox/relay';
import type { Command } from '../../../src/domain/idea/commands';
import type { Person } from '../../../src/domain/person/person';
import type { ReadDelivery } from '../../../src/store/delivery/deliveries';
import { readTold } from '../../../src/store/delivery/told-together';
import { dayItems, outboxKey, recordsPartition } from '../../../src/store/keys';
import { cardsIn } from '../../../testing/cards/card';
import { mortal } from '../../../testing/processes/mortal';
import { allOn, sv } from '../../../testing/scenes/everyday';
import { gatheredItems } from '../../../testing/scenes/told';
import { ask, close, explore, hours, minutes, refFor, Town } from '../../../testing/scenes/town';
import { current } from '../../../testing/teams/posts';

const comment = (text: string): Command => ({ type: 'comment', data: {}, words: { comment: text } });
const FOLLOWERS = ['anna', 'bo', 'cia'] as const;

describe('news of one idea', () => {
  let town: Town;
  let leader: Person;
  let reader: Person;
  let id: string;
  beforeEach(async () => {
    town = await Town.open();
    const submitter = await town.arrives('submitter');
    leader = await town.arrives('leader');
    reader = await town.arrives('reader');
    id = (await town.submits(submitter)).id;
    await town.acts(leader, id, explore);
    for (const name of FOLLOWERS) await town.app.follows.add(id, (await town.arrives(name)).ref);
    await town.deliveries().tick();
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  /** What somebody has been told since they were last asked: in messages, and in their day card about this idea. */
  const told = new Map<string, number>();
  const inDay = new Set<string>();
  async function news(name: string): Promise<string[]> {
    const says = town.says(name).filter((text) => !text.startsWith(sv('day.heading')));
    const fresh = says.slice(told.get(`${id} ${name}`) ?? 0);
    told.set(`${id} ${name}`, says.length);
    const { person } = await town.read(name);
    const gathered = await gatheredItems({ app: town.app, context: town.source().context }, person);
    const added = gathered.filter((item) => item.id === id && !inDay.has(item.run));
    for (const { run } of added) inDay.add(run);
    return [...fresh, ...added.map(({ text }) => text)];
  }
  /** What has been gathered for it goes out. */
  async function comesOut(): Promise<void> {
    town.pass(minutes(1));
    await town.deliveries().tick();
  }
  const comments = async (count: number, by = reader, from = 0) => {
    for (let n = from; n < from + count; n++) await town.acts(by, id, comment(`Kommentar ${n}`));
  };
  const lastCard = (name: string) => {
    const last = town.chat(name).at(-1);
    return allOn({ card: last && cardsIn(current(last))[0] });
  };

  it('is two rounds when fifteen comments come within a second: the first at once, the others after an hour', async () => {
    for (const name of FOLLOWERS) await news(name);
    await comments(15);
    await town.deliveries().tick();
    for (const name of FOLLOWERS) {
      expect(await news(name)).toEqual([expect.stringContaining('har skrivit en kommentar')]);
    }
    town.pass(minutes(59));
    await town.deliveries().tick();
    expect(await news('anna')).toEqual([]);
    town.pass(minutes(1));
    await town.deliveries().tick();
    for (const name of FOLLOWERS) expect(await news(name)).toEqual(['Idén har fått 14 nya kommentarer.']);
    expect((await news('submitter')).at(-1)).toBe('Din idé har fått 14 nya kommentarer.');
    await comesOut();
    // One row of the day card, with what was said last; the idea's history has the others.
    // What the day's card has told of it before is told together with it.
    expect(lastCard('submitter')).toContain('Din idé har fått 15 nya kommentarer.');
    expect(lastCard('submitter')).toContain('Kommentar 14');
    expect(lastCard('submitter')).not.toContain('Kommentar 3');
    // A decision goes before it.
    expect(lastCard('anna')).toContain('leader utforskar idén.');
    expect(lastCard('anna')).toContain('Idén har fått 15 nya kommentarer.');
    town.pass(hours(5));
    await town.deliveries().tick();
    expect(await news('anna')).toEqual([]);
    // All of it was one message.
    expect(town.says('anna')).toHaveLength(1);
  });

  it('is told at once again after a quiet hour, and as one event where only one has waited', async () => {
    await news('anna');
    await comments(2);
    await town.deliveries().tick();
    town.pass(hours(1));
    await town.deliveries().tick();
    expect(await news('anna')).toEqual([
      expect.stringContaining('har skrivit en kommentar'),
      expect.stringContaining('har skrivit en kommentar'),
    ]);
    town.pass(hours(2));
    await comments(1);
    await town.deliveries().tick();
    expect(await news('anna')).toEqual([expect.stringContaining('har skrivit en kommentar')]);
  });

  it('keeps no question and no decision waiting, nor a change of stage', async () => {
    await comments(3);
    await town.deliveries().tick();
    for (const name of ['anna', 'submitter']) await news(name);
    await town.acts(leader, id, ask);
    await town.deliveries().tick();
    expect(await news('submitter')).toHaveLength(1);
    expect(await news('anna')).toEqual([]);
    await town.acts(leader, id, close);
    await town.deliveries().tick();
    expect(await news('submitter')).toEqual([expect.stringContaining('går inte vidare')]);
    expect(await news('anna')).toHaveLength(1);
    town.pass(hours(1));
    await town.deliveries().tick();
    expect(await news('anna')).toEqual(['Idén har fått 2 nya kommentarer.']);
  });

  it('answers whoever has spoken at once, and tells them of that only once', async () => {
    await comments(1);
    await town.deliveries().tick();
    for (const name of ['anna', 'reader']) await news(name);
    await town.app.follows.add(id, reader.ref);
    await town.acts(leader, id, comment('Bra fråga!'));
    await town.acts(leader, id, comment('Vi ses på måndag.'));
    await town.deliveries().tick();
    expect(await news('reader')).toHaveLength(1);
    expect(await news('anna')).toEqual([]);
    town.pass(hours(1));
    await town.deliveries().tick();
    expect(await news('anna')).toEqual(['Idén har fått 2 nya kommentarer.']);
    // The second one alone is left for them.
    expect(await news('reader')).toEqual([expect.stringContaining('har skrivit en kommentar')]);
  });

  it('is not told of what was hidden or erased while it waited', async () => {
    await comments(4);
    await town.deliveries().tick();
    await news('anna');
    const all = (await town.app.ideas.history(id)).filter(({ type }) => type === 'commented');
    const [, second, third] = all;
    await town.acts(leader, id, {
      type: 'hideComment',
      data: { comment: second?.seq ?? 0, by: reader.ref },
      words: {},
    });
    await town.app.ideas.eraseWords(id, [third?.seq ?? 0]);
    town.pass(hours(1));
    await town.deliveries().tick();
    expect(await news('anna')).toEqual([expect.stringContaining('har skrivit en kommentar')]);
    await comesOut();
    expect(lastCard('submitter')).toContain('Kommentar 3');
    for (const gone of ['Kommentar 1', 'Kommentar 2']) expect(lastCard('submitter')).not.toContain(gone);
    // The first and the last are left.
    expect(lastCard('submitter')).toContain('Din idé har fått 2 nya kommentarer.');
    expect(lastCard('anna')).toContain('Idén har fått 2 nya kommentarer.');
  });

  /** By person, the numbers of the comments that they have been told of, each as often as that was. */
  async function toldOf(): Promise<Record<string, number[]>> {
    const { deliveries } = town.parts();
    const rows: ReadDelivery[] = (await Promise.all(deliveries.partitions.map((one) => deliveries.all(one)))).flat();
    const comments = await commentSeqs();
    const seqs: Record<string, number[]> = {};
    for (const name of FOLLOWERS) {
      const { person } = await town.read(name);
      const notices = rows.flatMap((row) =>
        row.kind === 'notice' && row.person === person.ref && row.id === id ? [row] : [],
      );
      // Each is in their day card: what tells them of it is the item that was written when the notice was settled.
      expect(notices.map(({ state, reason }) => [state, reason])).toEqual(
        notices.map(() => ['moot', 'in the day card']),
      );
      const items = await itemsOf(person.ref);
      seqs[name] = items
        .flatMap(({ seq, together }) => (together ? readTold(together).map((one) => one.seq) : [seq]))
        .filter((seq) => comments.includes(seq))
        .sort((a, b) => a - b);
    }
    return seqs;
  }
  /** What tells somebody of this idea in their day card, also where it is more than one card tells. */
  async function itemsOf(person: string): Promise<{ seq: number; together?: string }[]> {
    const prefix = dayItems(person);
    const filter = `RowKey ge '${prefix}' and RowKey lt '${prefix}~'`;
    const items: { seq: number; together?: string }[] = [];
    for await (const item of town.storage.deliveries.listEntities<Record<string, unknown>>({
      queryOptions: { filter },
    })) {
      if (item.id !== id) continue;
      items.push({ seq: Number(item.seq), ...(item.together ? { together: String(item.together) } : {}) });
    }
    return items;
  }
  const commentSeqs = async () =>
    (await town.app.ideas.history(id)).filter(({ type }) => type === 'commented').map(({ seq }) => seq);

  it('is lost by nobody and told to nobody twice, between whatever two steps a bot dies', async () => {
    let died = true;
    for (let call = 0; died && call < 120; call += 3) {
      id = (await town.submits(await town.arrives('submitter'))).id;
      await town.acts(leader, id, explore);
      for (const name of FOLLOWERS) await town.app.follows.add(id, (await town.read(name)).person.ref);
      await town.deliveries().tick();
      const dies = async (work: (deps: ReturnType<Town['parts']>) => Promise<unknown>) => {
        const { source, death } = mortal(town.source(), call);
        await Promise.race([work(assemble(source).deps), death.died]);
        return death.calls() > call;
      };
      await comments(4);
      const first = await dies((deps) => relay(deps));
      await town.deliveries().tick();
      town.pass(hours(1));
      const second = await dies(async (deps) => {
        await beginRound(deps, { record: 'idea', id });
        await relay(deps);
      });
      await town.deliveries().tick();
      town.pass(hours(1));
      await town.deliveries().tick();
      const wanted = await commentSeqs();
      expect({ call, told: await toldOf() }).toEqual({
        call,
        told: Object.fromEntries(FOLLOWERS.map((name) => [name, wanted])),
      });
      died = first || second;
    }
    expect(died).toBe(false);
  });

  it('is told once by two instances that gather and tell at the same time', async () => {
    await comments(6);
    await Promise.all([relay(town.parts()), relay(town.parts())]);
    await Promise.all([town.deliveries().tick(), town.deliveries().tick()]);
    await comments(3, reader, 6);
    town.pass(hours(1));
    const bots = [town.deliveries(), town.deliveries()];
    await Promise.all(bots.map((one) => one.tick()));
    town.pass(hours(1));
    await Promise.all(bots.map((one) => one.tick()));
    const wanted = await commentSeqs();
    expect(await toldOf()).toEqual(Object.fromEntries(FOLLOWERS.map((name) => [name, wanted])));
  });

  it('is told at once though an instance that had read it before comes to it when another has made it a round', async () => {
    for (const name of FOLLOWERS) await news(name);
    await comments(1);
    const [read] = await town.parts().outbox.next('rest', 10);
    if (!read) throw new Error('Nothing is owed');
    expect(await gatherNews(town.parts(), [read])).toBe(true);
    // It cannot know, and looks again.
    expect(await gatherNews(town.parts(), [read])).toBe(true);
    await town.deliveries().tick();
    for (const name of FOLLOWERS) {
      expect(await news(name)).toEqual([expect.stringContaining('har skrivit en kommentar')]);
    }
    expect((await town.parts().news.of(id))?.waiting).toEqual([]);
  });

  it('takes in no more than one column holds while the office is closed, and goes on in rounds', async () => {
    // A Saturday: no date comes.
    town.now = '2026-11-28T09:00:00.000Z';
    await comments(2);
    await town.deliveries().tick();
    const { news: store, outbox } = town.parts();
    const before = await store.of(id);
    expect(before?.waiting).toHaveLength(1);
    // As many as have stood in the column so far, and one more.
    const waiting = Array.from({ length: 2000 }, (_, n) => ({ seq: 10_000 + n }));
    if (!before) throw new Error('Nothing waits');
    await comments(2);
    const [taken, first] = await outbox.list(10);
    if (!taken || !first) throw new Error('Nothing is owed');
    expect(await store.gather(before, { ...before, waiting }, [taken])).toBe(true);
    for (const left of [1500, 1000, 500, 0]) {
      expect(await gatherNews(town.parts(), [first])).toBe(true);
      expect((await store.of(id))?.waiting).toHaveLength(left);
    }
    await gatherNews(town.parts(), [first]);
    expect((await store.of(id))?.waiting).toEqual([{ seq: first.seq }]);
    const rounds = (await outbox.list(10)).map(({ round }) => round?.length);
    expect(rounds).toEqual([500, 500, 500, 500]);
  });

  it('of an instance of version 1 is told at once, as that one does, and stands in nobody’s round', async () => {
    await comments(1);
    await town.deliveries().tick();
    await news('anna');
    await comments(1);
    const [row] = await town.parts().outbox.list(10);
    if (!row) throw new Error('Nothing is owed');
    // That version leaves what has a rank to this one, for it does not know of what record it is.
    const partitionKey = recordsPartition('town');
    const { ideas } = town.storage;
    const stored = ideas.listEntities({ queryOptions: { filter: "RowKey ge 'outbox|' and RowKey lt 'outbox}'" } });
    for await (const one of stored) expect(one).not.toHaveProperty('record');
    await town.parts().outbox.done(row);
    await ideas.createEntity({ partitionKey, rowKey: outboxKey(id, row.seq), record: 'idea', id, seq: row.seq });
    await comments(1);
    await town.deliveries().tick();
    expect(await news('anna')).toHaveLength(1);
    town.pass(hours(1));
    await town.deliveries().tick();
    expect(await news('anna')).toHaveLength(1);
    expect(await toldOf()).toMatchObject({ anna: await commentSeqs() });
  });

  it('costs the one who comments as many requests at 3 as at 1,500 followers, and is told a page at a time', async () => {
    const counted = { requests: 0 };
    for (const { pipeline } of [town.storage.ideas, town.storage.people, town.storage.deliveries]) {
      pipeline.addPolicy({
        name: 'counting',
        sendRequest(request, next) {
          counted.requests += 1;
          return next(request);
        },
      });
    }
    const requestsOf = async (work: () => Promise<unknown>) => {
      const before = counted.requests;
      await work();
      return counted.requests - before;
    };
    const few = await requestsOf(() => comments(1));
    await town.deliveries().tick();
    const refs = Array.from({ length: 1500 }, (_, n) => refFor(`follower ${n}`));
    for (let from = 0; from < refs.length; from += 30) {
      await Promise.all(refs.slice(from, from + 30).map((ref) => town.app.follows.add(id, ref)));
    }
    expect(await requestsOf(() => comments(1))).toBe(few);
    const sizes: number[] = [];
    for await (const page of town.app.follows.pages(id, 500)) sizes.push(page.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThanOrEqual(1500 + FOLLOWERS.length);
  });
});
