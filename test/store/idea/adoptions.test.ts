import type { TransactionAction } from '@azure/data-tables';
import { settleAdoptions } from '../../../src/app/idea/use/settle-adoptions.js';
import type { Actor } from '../../../src/domain/idea/decide.js';
import type { StoredIdea } from '../../../src/store/idea/ideas.js';
import type { Step } from '../../../testing/samples/idea/story.js';
import * as story from '../../../testing/samples/idea/story.js';
import { type IdeasAtWork, ideasAtWork, MUNICIPALITY } from '../../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';
const spring = story.on('2027-04-01');

let work: IdeasAtWork;
/** How many entities each transaction changed. */
let sizes: number[];
async function open(): Promise<void> {
  work = await ideasAtWork();
  sizes = [];
  const submit = work.storage.ideas.submitTransaction.bind(work.storage.ideas);
  work.storage.ideas.submitTransaction = async (actions: TransactionAction[]) => {
    sizes.push(actions.length);
    return submit(actions);
  };
}
beforeEach(open);

const departments = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `D${String(n).padStart(3, '0')}`);
const leaderOf = (department: string): Actor => ({ ...story.adopter, ref: `p${department}`, leads: [department] });
const adopts = (department: string, status: 'using' | 'testing' = 'using'): Step => [
  leaderOf(department),
  { type: 'adopt', data: { department, status, start: '2027-04-01' }, words: { contact: 'Enhetschef Park' } },
  spring,
];
const declines = (department: string): Step => [
  leaderOf(department),
  { type: 'notNow', data: { department }, words: { reason: 'Vi bygger om.' } },
  spring,
];
const closes: Step = [story.leader, story.close({ tried: 'Tio cyklar.', lesson: 'Elcyklar behövs.' }), spring];
/** Tested, with an owner; these departments are asked. */
const scalingTo = (...codes: string[]): Step[] => [
  ...story.standings.tested,
  [story.leader, story.scale(codes)],
  [story.owner, story.acceptOwning],
];
const asked = async () =>
  (await work.keys('list|waits|invited.')).map((key) => key.split('|')[2]?.replace('invited.', ''));
const eventsOf = (before: StoredIdea, [who, command, world]: Step) => work.eventsOf(before, who, command, world);
const statuses = async () =>
  Object.fromEntries(
    Object.entries((await work.stored(ID)).idea.adoptions).map(([code, { status }]) => [code, status]),
  );

describe('an adoption', () => {
  it('is a record of its own: what a department does leaves the idea’s row as it is', async () => {
    await work.tell(ID, ...scalingTo('SBK', 'UTB'));
    const { etag, idea } = await work.stored(ID);
    await work.tell(ID, adopts('SBK', 'testing'), adopts('SBK'), declines('UTB'));
    const after = await work.stored(ID);
    expect(after.etag).toBe(etag);
    expect([after.idea.seq, after.idea.decisionVersion]).toEqual([idea.seq, idea.decisionVersion]);
    expect(after.idea.adoptions.SBK).toMatchObject({ status: 'using', contact: 'Enhetschef Park' });
    expect(after.idea.adoptionEvents).toMatchObject({ SBK: { seq: 2 }, UTB: { seq: 1 } });
    expect(await work.keys(`event|${ID}~`)).toEqual([
      `event|${ID}~SBK|-999997`,
      `event|${ID}~SBK|-999998`,
      `event|${ID}~UTB|-999998`,
    ]);
    expect((await work.keys('outbox|')).filter((key) => key.includes(`|${ID}~`))).toHaveLength(3);
  });

  it('costs as much whatever the number of others, and at most ten entities', async () => {
    const costs = [];
    for (const count of [3, 235]) {
      await open();
      await work.tell(ID, ...scalingTo(...departments(count)));
      sizes.length = 0;
      const requests = await work.requestsOf(() => work.act(ID, adopts('D001')));
      costs.push({ requests, entities: [...sizes] });
    }
    expect(costs).toEqual([
      { requests: 3, entities: [10] },
      { requests: 3, entities: [10] },
    ]);
  });

  it('is told in the record and the log of its idea', async () => {
    await work.tell(ID, ...scalingTo('SBK', 'UTB'), adopts('SBK'), [story.stranger, story.comment(), spring]);
    const history = await work.ideas.history(ID);
    expect(history.slice(-2).map(({ type, seq, words }) => ({ type, seq, words }))).toEqual([
      { type: 'adopted', seq: 1, words: { contact: 'Enhetschef Park' } },
      { type: 'commented', seq: history.length - 1, words: { comment: 'Kan vi prova hos oss också?' } },
    ]);
    expect(await work.ideas.event(`${ID}~SBK`, 1)).toEqual(history.at(-2));
    const log = await work.ideas.log('2026-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z');
    expect(log.map(({ id }) => id)).toEqual(history.map(() => ID));
    expect(log.map(({ event }) => event.type)).toEqual(history.map(({ type }) => type));
  });

  it('by two colleagues at once is one, and those of two departments are two', async () => {
    await work.tell(ID, ...scalingTo('SBK', 'UTB'));
    const before = await work.stored(ID);
    const save = (one: Step, idempotencyKey: string) =>
      work.save({ before, id: ID, idempotencyKey, events: eventsOf(before, one) });
    const both = await Promise.all([save(adopts('SBK'), 'OPYES'), save(declines('SBK'), 'OPNO')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    expect(await save(adopts('UTB'), 'OPOTHER')).toMatchObject({ kind: 'saved' });
  });
});

describe('asking many departments', () => {
  it('costs the press as much for 3 as for 235', async () => {
    const costs = [];
    for (const count of [3, 235]) {
      await open();
      await work.tell(ID, ...scalingTo('SBK'));
      sizes.length = 0;
      const requests = await work.requestsOf(() =>
        work.presses(ID, [story.owner, story.invite(...departments(count))]),
      );
      costs.push({ requests, entities: [...sizes], left: await work.keys('step|') });
    }
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[0]).toMatchObject({ requests: 3, entities: [7], left: [expect.stringContaining('|adoptions')] });
  });

  it.each([
    [3, 1],
    [44, 2],
    [45, 2],
    [73, 3],
    [113, 4],
    [235, 8],
  ])('asks %i of them in %i commits of at most 92 entities', async (count, commits) => {
    await work.tell(ID, ...scalingTo('SBK'));
    sizes.length = 0;
    const all = departments(count);
    await work.presses(ID, [story.owner, story.invite(...all)]);
    expect(sizes).toEqual([7]);
    // Everybody reads that they are asked, whoever does the rest and when.
    expect(Object.values(await statuses())).toHaveLength(count + 1);
    await work.settles();
    expect(sizes).toHaveLength(commits + 1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(92);
    expect(await asked()).toEqual([...all, 'SBK'].sort());
    expect(await work.keys('step|')).toEqual([]);
    const { idea, lists } = await work.stored(ID);
    expect(Object.keys(lists).filter((key) => /invited|adopt/.test(key))).toEqual([]);
    expect(Object.keys(idea.adoptions)).toHaveLength(count + 1);
  });

  it('ends for all of them when the idea is closed', async () => {
    const all = departments(113);
    await work.tell(ID, ...scalingTo(...all), adopts('D000'), declines('D001'));
    expect(await asked()).toEqual(all.slice(2));
    sizes.length = 0;
    await work.presses(ID, closes);
    expect(sizes).toHaveLength(1);
    expect(sizes[0]).toBeLessThan(20);
    await work.settles();
    expect(await asked()).toEqual([]);
    expect(await work.keys('due|')).toEqual([]);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(92);
    expect(await statuses()).toMatchObject({ D000: 'using', D001: 'notNow', D002: 'invited' });
  });

  it('leaves somebody who comes to have the idea out of all their queues, and lets its submitter be erased', async () => {
    const all = departments(73);
    await work.tell(ID, ...scalingTo(...all));
    await work.tell(ID, [story.merger, story.absorb('Q4X7MK', ['pLATER']), spring]);
    const rows = [...(await work.rows())].filter(([key]) => key.startsWith('list|waits|invited.'));
    expect(rows).toHaveLength(all.length);
    for (const [, row] of rows) expect(row.submitters).toContain('pLATER');
    await work.tell(ID, [story.clock, story.leave('pSUBMITTER'), spring]);
    expect(await asked()).toEqual(all);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(92);
  });

  it('is taken back from those that are gone, and they can be asked again', async () => {
    const all = departments(40);
    await work.tell(ID, ...scalingTo(...all));
    await work.presses(ID, [story.clock, story.moveOn({ uninvited: all.slice(0, 35) })]);
    // At once for whoever reads, whenever the rows go.
    expect(Object.keys(await statuses())).toEqual(all.slice(35));
    await work.settles();
    expect(await asked()).toEqual(all.slice(35));
    expect(Object.keys(await statuses())).toEqual(all.slice(35));
    await work.tell(ID, [story.owner, story.invite('D000')]);
    expect(await asked()).toEqual(['D000', ...all.slice(35)]);
    await work.tell(ID, adopts('D000'));
    expect(await statuses()).toMatchObject({ D000: 'using' });
  });
});

describe('an idea that moves with its unit', () => {
  const moves = (department: string): Step => [story.clock, story.moveWithUnit({ department }), spring];
  const dueFor = async (department: string) =>
    (await work.keys('due|')).filter((key) => key.endsWith(`checkAdoption.${department}`)).length;

  it('to a department that has been asked is asked of it no more', async () => {
    await work.tell(ID, ...scalingTo('SBK', 'UTB'), moves('SBK'));
    expect(await statuses()).toEqual({ UTB: 'invited' });
    expect(await asked()).toEqual(['UTB']);
    expect(await work.keys('list|open|')).toEqual([`list|open|SBK|${ID}`]);
    // The one that it has left can be asked as any other.
    await work.tell(ID, [story.owner, story.invite('VOO')], adopts('VOO'));
    expect(await statuses()).toEqual({ UTB: 'invited', VOO: 'using' });
  });

  it('to one that uses it already, and on, is asked about once', async () => {
    await work.tell(ID, ...scalingTo('SBK', 'UTB'), adopts('SBK'));
    expect(await dueFor('SBK')).toBe(1);
    await work.tell(ID, moves('SBK'));
    expect([await statuses(), await dueFor('SBK')]).toEqual([{ SBK: 'using', UTB: 'invited' }, 1]);
    await work.tell(ID, [story.clock, story.checkAdoption, story.on('2027-07-10')]);
    expect([await statuses(), await dueFor('SBK')]).toEqual([{ SBK: 'using', UTB: 'invited' }, 0]);
    // What its own department does with it goes along, and is that one's no more.
    await work.tell(ID, moves('MIL'));
    expect(await statuses()).toEqual({ MIL: 'using', UTB: 'invited' });
    expect(await work.keys('step|')).toEqual([]);
  });

  it('and has nothing but what the idea has, in whatever stage', async () => {
    for (const [name, steps] of Object.entries(story.standings)) {
      await open();
      await work.tell(ID, ...steps, moves('MIL'));
      const { idea, lists } = await work.stored(ID);
      expect({ name, at: idea.department }).toEqual({ name, at: 'MIL' });
      expect((await work.keys('list|')).filter((key) => /VOO/.test(key))).toEqual([]);
      expect(Object.keys(lists).filter((key) => /VOO/.test(key))).toEqual([]);
      const waits = idea.waiting ? [`list|open|MIL|${ID}`] : [];
      expect(await work.keys('list|open|')).toEqual(waits);
    }
  });
});

describe('a step', () => {
  it('done by several at once does everything once', async () => {
    const all = departments(113);
    await work.tell(ID, ...scalingTo('SBK'));
    const { step } = await work.presses(ID, [story.owner, story.invite(...all)]);
    if (!step) throw new Error('Nothing is left to do');
    await Promise.all(Array.from({ length: 4 }, () => settleAdoptions(work, ID, step)));
    expect(await asked()).toEqual([...all, 'SBK'].sort());
    expect(await work.keys('step|')).toEqual([]);
    expect(await work.keys(`adopt|${ID}|`)).toHaveLength(all.length + 1);
  });

  it('takes an answer that comes before it for what it is', async () => {
    await work.tell(ID, ...scalingTo('SBK'));
    await work.presses(ID, [story.owner, story.invite(...departments(45))]);
    await work.tell(ID, adopts('D003'), declines('D044'));
    await work.settles();
    expect(await statuses()).toMatchObject({ D002: 'invited', D003: 'using', D044: 'notNow' });
    expect(await asked()).not.toContain('D003');
    expect(await work.keys('due|')).toContainEqual(expect.stringContaining('checkAdoption.D003'));
  });

  it('mends an adoption that was accepted while the idea was closed', async () => {
    await work.tell(ID, ...scalingTo(...departments(45)));
    const before = await work.stored(ID);
    const accepted = (one: Step, idempotencyKey: string) =>
      work.save({ before, id: ID, idempotencyKey, events: eventsOf(before, one) });
    await work.presses(ID, closes);
    expect(await accepted(adopts('D007'), 'OPRACE')).toMatchObject({ kind: 'saved' });
    expect(await work.keys('due|')).toContainEqual(expect.stringContaining('checkAdoption.D007'));
    await work.settles();
    expect(await work.keys('due|')).toEqual([]);
    expect(await statuses()).toMatchObject({ D007: 'using' });
  });
});

describe('adoptions that version 1 kept in the idea’s row', () => {
  const partitionKey = `${MUNICIPALITY}|0`;

  /** Stored as version 1 did: adoptions, their lists and a row each in the transaction of the idea. */
  async function storedByVersion1(...steps: Step[]) {
    await work.tell(ID, ...steps);
    const { idea } = await work.stored(ID);
    const rows = await work.rows();
    const row = rows.get(`record|${ID}`) ?? {};
    const lists = JSON.parse(String(row.lists));
    for (const [rowKey, { etag: _e, timestamp: _t, partitionKey: _p, rowKey: _r, ...columns }] of rows) {
      if (/^(?:list.waits.invited|due.*checkAdoption)/.test(rowKey)) lists[rowKey] = columns;
      const [kind, , code = ''] = rowKey.split('|');
      // Its events were the idea's.
      if (rowKey.includes('~') || rowKey.startsWith('past|'))
        await work.storage.ideas.deleteEntity(partitionKey, rowKey, { etag: '*' });
      if (kind !== 'adopt') continue;
      lists[rowKey] = { id: ID, status: idea.adoptions[code]?.status };
      await work.storage.ideas.updateEntity({ partitionKey, rowKey, ...lists[rowKey] }, 'Replace', { etag: '*' });
    }
    const { adoptionEvents: _, adoptions } = idea;
    const state = JSON.stringify({ ...JSON.parse(String(row.state)), adoptions });
    const old = { partitionKey, rowKey: `record|${ID}`, state, lists: JSON.stringify(lists) };
    await work.storage.ideas.updateEntity(old, 'Merge', { etag: '*' });
    return adoptions;
  }

  it('are read, and moved out by the next change, in steps', async () => {
    const all = departments(40);
    const adoptions = await storedByVersion1(...scalingTo(...all), adopts('D001'), declines('D002'));
    expect((await work.stored(ID)).idea.adoptions).toEqual(adoptions);
    const [queues, due] = [await asked(), await work.keys('due|')];
    sizes.length = 0;
    await work.tell(ID, [story.stranger, story.comment(), spring]);
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(92);
    const { idea, lists } = await work.stored(ID);
    expect(idea.adoptions).toEqual(adoptions);
    expect([await asked(), await work.keys('due|')]).toEqual([queues, due]);
    expect(Object.keys(lists).filter((key) => /adopt|invited|checkAdoption/.test(key))).toEqual([]);
    expect(JSON.parse(String((await work.rows()).get(`record|${ID}`)?.state)).adoptions).toEqual({});
  });

  it('are answered by their departments before that too', async () => {
    await storedByVersion1(...scalingTo('SBK', 'UTB', 'KOF'), adopts('SBK', 'testing'));
    sizes.length = 0;
    await work.tell(ID, adopts('SBK'), declines('UTB'));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(11);
    expect(await statuses()).toEqual({ SBK: 'using', UTB: 'notNow', KOF: 'invited' });
    expect(await asked()).toEqual(['KOF']);
    await work.tell(ID, closes);
    expect(await asked()).toEqual([]);
    expect(await statuses()).toEqual({ SBK: 'using', UTB: 'notNow', KOF: 'invited' });
  });
});
