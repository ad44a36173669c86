import { MOST_NAMES } from '../../../src/app/idea/people/names';
import { MOST_COUNTED } from '../../../src/store/idea/reactions';
import { inRange, prefixes, prefixRange, recordsPartition } from '../../../src/store/keys';
import { readRows } from '../../../src/store/rows';
import { allOn, seenOn, sendsIdea, sv, titlesOn } from '../../../testing/scenes/everyday';
import { manySubmitted } from '../../../testing/scenes/long-week';
import { countAll, manyComment, manyFollowed, manyThank } from '../../../testing/scenes/popular';
import { type BotAlone, startBotAlone } from '../../../testing/scenes/running/bot-alone';
import { forgetsPages } from '../../../testing/storage/forgets-pages';
import type { Person } from '../../../testing/teams/person';

// Whole turns through the running bot, at a small and at a large size.
describe('a turn costs as many requests', () => {
  let bot: BotAlone;
  let employee: Person;
  let leader: Person;
  beforeAll(async () => {
    bot = await startBotAlone();
    leader = await bot.arrives('leader');
    employee = await bot.arrives('employee');
  });
  afterAll(() => bot.stop());

  const rows = () => ({ storage: bot.storage, deps: bot.app });

  async function thanked(count: number): Promise<string> {
    const id = await sendsIdea(employee);
    const municipality = bot.app.settings().municipality.code;
    await manyThank({ storage: bot.storage, municipality }, id, count);
    await countAll(bot.app, MOST_COUNTED);
    return id;
  }

  const opens = (id: string, panel?: string) =>
    leader.presses({ verb: 'panel', data: { verb: 'panel', idea: id, ...(panel && { panel }) } });

  it('to open an idea that 10 and that 1,500 have thanked for', async () => {
    const [few, many] = [await thanked(10), await thanked(1500)];
    const costs = [];
    for (const id of [few, many]) {
      await opens(id);
      costs.push(await bot.requests(() => opens(id)));
    }
    expect(costs[1]).toBe(costs[0]);
    expect(allOn(await opens(many))).toContain('1500');
  });

  it('to read the history of an idea to which 30 and to which 300 things have happened', async () => {
    const costs = [];
    for (const count of [29, 299]) {
      const id = await sendsIdea(employee);
      await manyComment(rows(), id, count, (n) => `pTALK${n % 29}`);
      await opens(id);
      costs.push(await bot.requests(() => opens(id, 'history')));
      expect(titlesOn(await opens(id, 'history')).includes(sv('button.showEarlier'))).toBe(count > 29);
    }
    expect(costs[1]).toBe(costs[0]);
    // The idea and its adoptions, its newest events and their words, the tally, what the reader has said and follows; and names.
    expect(costs[0]).toBeLessThanOrEqual(10 + MOST_NAMES);
  });

  it('to ask for what is stored of somebody with 20 and with 200 ideas, and to read a page of it: one list, and few ideas', async () => {
    const id = await sendsIdea(employee);
    const costs = [];
    for (const [role, count, first] of [
      ['deputy', 20, 'Y'],
      ['otherLeader', 200, 'Z'],
    ] as const) {
      const person = await bot.arrives(role);
      const { ref } = (await bot.app.people.contacts([person.email])).get(person.email) ?? {};
      if (!ref) throw new Error(`Nobody knows ${person.email}`);
      await manyFollowed(rows(), id, ref, count, first);
      await person.says('hjälp');
      const asks = await bot.requests(() => person.says('mina uppgifter'));
      const reads = await bot.requests(() => person.presses({ verb: 'readData', data: { verb: 'readData', page: 0 } }));
      costs.push({ asks, reads });
    }
    const [few, many] = costs;
    expect(many?.reads).toBe(few?.reads);
    // Of more than a few the file is made outside the turn: what there is of each is not read to say so.
    expect(many?.asks).toBe(few?.asks);
    expect(many?.asks).toBeLessThanOrEqual(4);
    expect(many?.reads).toBeLessThanOrEqual(41);
  });

  it('to read a week with 15 and with 900 ideas; longer ones in three round trips, and sixty requests at most', async () => {
    const like = await sendsIdea(employee, { department: 'VOO' });
    const colleague = await bot.arrives('colleague');
    await colleague.presses('Välj', { department: 'SBK' });
    const readers = { here: employee, nowhere: colleague };
    const costs: { reader: string; size: number; requests: number; trips: number }[] = [];
    let there = 0;
    for (const [size, last] of [
      [15, 'W1'],
      [900, 'W2'],
      [1500, 'W3'],
      [5000, 'W4'],
    ] as const) {
      await manySubmitted(rows(), like, size - there, last);
      there = size;
      for (const [reader, person] of Object.entries(readers)) {
        await person.says('veckan');
        const requests = await bot.requests(() => person.says('veckan'));
        costs.push({ reader, size, requests, trips: await bot.counts(() => person.says('veckan')) });
      }
    }
    const of = (name: string) => costs.filter(({ reader }) => reader === name);
    // What waits for them, what happened and what is open; the ideas that the card shows.
    expect(of('nowhere').map(({ requests, trips }) => [requests, trips])).toEqual(of('nowhere').map(() => [3, 1]));
    expect(of('here').map(({ trips }) => trips)).toEqual([2, 2, 3, 3]);
    // Where there is more than a page of storage, the rest of both lists is read in ranges side by side.
    expect(of('here').map(({ requests }) => requests)).toEqual([9, 9, 23, 28]);
    const seen = seenOn(await employee.says('veckan'));
    expect(seen).toMatch(/\(50\d\d\)/);

    // Nor is more of it held than is shown: a page of storage is gone when the next one comes, and nobody misses it.
    const office = await bot.arrives('office');
    const everywhere = seenOn(await office.says('veckan'));
    const storage = forgetsPages(bot.storage.ideas);
    storage.on = true;
    expect(seenOn(await employee.says('veckan'))).toBe(seen);
    expect(storage.pages).toBeGreaterThan(10);
    expect(seenOn(await office.says('veckan'))).toBe(everywhere);
    expect(everywhere).toMatch(/\(50\d\d\)/);
    const week = inRange(
      recordsPartition(bot.app.settings().municipality.code),
      prefixRange(prefixes.week('2026-W48')),
    );
    const held = await readRows(bot.storage.ideas, week);
    expect(() => held.map(({ rowKey }) => rowKey)).toThrow('revoked');
  });
});
