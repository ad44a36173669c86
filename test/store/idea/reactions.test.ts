import type { IdeaEvent } from '../../../src/domain/idea/events.js';
import { MOST_COUNTED, openReactions } from '../../../src/store/idea/reactions.js';
import * as story from '../../../testing/samples/idea/story.js';
import { ideasAtWork, MUNICIPALITY } from '../../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';
const AT = '2026-11-16T08:00:00.000Z';
const nobody = { count: 0, mine: false };

async function reactionsAtWork() {
  const work = await ideasAtWork();
  await work.tell(ID, story.submitted);
  const reactions = openReactions(work.storage, MUNICIPALITY);
  const event = (person: string, at = AT): IdeaEvent => ({
    ...{ type: 'thanked', seq: 9, at, day: at.slice(0, 10), by: person },
    ...{ to: { stage: 'submitted' }, data: {}, words: {} },
  });
  return {
    ...work,
    reactions,
    thank: (person: string, words = {}, idempotencyKey = `OP.${person}`) =>
      reactions.add(ID, 'thank', { person, at: AT, idempotencyKey, words }, event(person)),
    /** Counts until nothing is left. */
    async countAll(): Promise<void> {
      for (let left = await reactions.owed(); left.uncounted.length > 0; left = await reactions.owed()) {
        for (const one of left.uncounted) {
          await reactions.count({ ...one, rows: one.rows.slice(0, MOST_COUNTED) }, AT);
        }
      }
    },
  };
}

describe('a reaction to an idea', () => {
  it('is four rows of its own, and leaves the idea as it is', async () => {
    const work = await reactionsAtWork();
    const { thank, stored, requestsOf } = work;
    const [before, then] = [await stored(ID), await work.keys()];
    expect(await requestsOf(() => thank('pONE', { thanks: 'Tack!' }))).toBe(1);
    const added = (await work.keys()).filter((key) => !then.includes(key));
    expect(added.map((key) => key.replace(/\d{13}/, 'TIME'))).toEqual([
      `log|TIME|${ID}|thank.pONE`,
      `reactions|count|${ID}|thank|pONE`,
      `thank|${ID}|pONE`,
      `trace|pONE|${ID}`,
    ]);
    expect(await stored(ID)).toEqual(before);
  });

  it('keeps what was written in its own row and nowhere else', async () => {
    const { thank, rows, reactions } = await reactionsAtWork();
    await thank('pONE', { thanks: 'Cykelordet' });
    const holding = [...(await rows())].filter(([, row]) => JSON.stringify(row).includes('Cykelordet'));
    expect(holding.map(([key]) => key)).toEqual([`thank|${ID}|pONE`]);
    await reactions.eraseWords(ID, 'pONE');
    expect(JSON.stringify([...(await rows())])).not.toContain('Cykelordet');
    expect(await reactions.of(ID, 'thank', 'pONE')).toEqual({
      ...{ person: 'pONE', at: AT, idempotencyKey: 'OP.pONE', words: {} },
    });
  });

  it('is one, however often it is pressed', async () => {
    const { thank, reactions, countAll } = await reactionsAtWork();
    const pressed = await Promise.all(Array.from({ length: 10 }, (_, n) => thank('pONE', {}, `OP${n}`)));
    expect(pressed.filter(Boolean)).toHaveLength(1);
    await countAll();
    await thank('pONE');
    await countAll();
    expect(await reactions.on(ID, 'pONE')).toEqual({ thank: { count: 1, mine: true }, need: nobody });
    expect(await reactions.on(ID, 'pTWO')).toEqual({ thank: { count: 1, mine: false }, need: nobody });
  });

  it('can be given by very many while somebody decides', async () => {
    const { thank, act, reactions, countAll } = await reactionsAtWork();
    const people = Array.from({ length: 250 }, (_, n) => `p${n}`);
    const [{ kind }] = await Promise.all([act(ID, [story.leader, story.explore]), ...people.map((one) => thank(one))]);
    expect(kind).toBe('saved');
    await countAll();
    expect((await reactions.tally(ID, 'thank')).count).toBe(250);
    const { untold, more } = await reactions.owed();
    expect({ told: untold.map(({ from }) => from), more }).toEqual({ told: [0, MOST_COUNTED], more: false });
  });

  it('is counted once by two who count at the same time', async () => {
    const { thank, reactions } = await reactionsAtWork();
    await Promise.all(Array.from({ length: 40 }, (_, n) => thank(`p${n}`)));
    const [one] = (await reactions.owed()).uncounted;
    if (!one) throw new Error('Nothing is to be counted');
    const counted = await Promise.all(Array.from({ length: 5 }, () => reactions.count(one, AT)));
    expect(counted.filter(Boolean)).toHaveLength(1);
    expect((await reactions.tally(ID, 'thank')).count).toBe(40);
    // Also by one who has read it before.
    expect(await reactions.count(one, AT)).toBe(false);
    expect((await reactions.tally(ID, 'thank')).count).toBe(40);
  });

  it('counts as many in one transaction as it takes', async () => {
    const { thank, reactions, requestsOf } = await reactionsAtWork();
    await Promise.all(Array.from({ length: MOST_COUNTED }, (_, n) => thank(`p${n}`)));
    const [one] = (await reactions.owed()).uncounted;
    if (!one) throw new Error('Nothing is to be counted');
    expect(await requestsOf(() => reactions.count(one, AT))).toBe(2);
    expect((await reactions.tally(ID, 'thank')).count).toBe(MOST_COUNTED);
  });

  it('is one person’s when two references turn out to be theirs, and counted so', async () => {
    const { thank, reactions, countAll } = await reactionsAtWork();
    await Promise.all(['pOLD', 'pBOTH', 'pNEW'].map((one) => thank(one)));
    await reactions.move(ID, 'pOLD', 'pNOW');
    await countAll();
    await reactions.move(ID, 'pBOTH', 'pNEW');
    await reactions.move(ID, 'pBOTH', 'pNEW');
    await countAll();
    expect((await reactions.tally(ID, 'thank')).count).toBe(2);
    const theirs = await Promise.all(['pOLD', 'pBOTH', 'pNOW', 'pNEW'].map((one) => reactions.of(ID, 'thank', one)));
    expect(theirs.map(Boolean)).toEqual([false, false, true, true]);
  });

  it.each([
    ['is none', 'undefined'],
    ['says nothing of how many', '{"telling":{"from":0,"due":"2026-11-16T08:00:00.000Z"}}'],
  ])('is shown as if nobody had said so where its tally %s, and nothing is written over that', async (_why, stored) => {
    const work = await reactionsAtWork();
    const { thank, reactions, storage } = work;
    await thank('pONE');
    const tally = { partitionKey: `${MUNICIPALITY}|0`, rowKey: `tally|${ID}`, thank: stored };
    await storage.ideas.createEntity(tally);
    expect(await reactions.on(ID, 'pONE')).toEqual({ thank: { count: 0, mine: true }, need: nobody });
    expect(storage.versions.counts.get('tally')).toBe(1);
    const [one] = (await reactions.owed()).uncounted;
    if (!one) throw new Error('Nothing is to be counted');
    await expect(reactions.count(one, AT)).rejects.toThrow('tally');
    expect((await work.rows()).get(`tally|${ID}`)).toMatchObject({ thank: stored });
    expect(await work.keys('reactions|count|')).toHaveLength(1);
  });

  it('of a very busy idea keeps no other from being counted, and no news from being told', async () => {
    const { storage, reactions } = await reactionsAtWork();
    const partitionKey = `${MUNICIPALITY}|0`;
    const busy = Array.from({ length: 1100 }, (_, n) => `reactions|count|K7M4QX|thank|p${n}`);
    const others = [
      'reactions|count|A2B3C4|thank|pONE',
      'reactions|count|K7M4QY|thank|pTWO',
      'reactions|tell|X9Y8Z7|thank|000000',
    ];
    for (let from = 0; from < busy.length; from += 100) {
      await storage.ideas.submitTransaction(
        busy.slice(from, from + 100).map((rowKey) => ['create', { partitionKey, rowKey }]),
      );
    }
    for (const rowKey of others)
      await storage.ideas.createEntity({ partitionKey, rowKey, ...(rowKey.includes('tell') && { due: AT }) });
    const ids = ({ uncounted }: Awaited<ReturnType<typeof reactions.owed>>) => uncounted.map(({ id }) => id);
    const first = await reactions.owed();
    expect({ ids: ids(first), more: first.more }).toEqual({ ids: ['A2B3C4', 'K7M4QX'], more: true });
    expect(first.untold.map(({ id }) => id)).toEqual(['X9Y8Z7']);
    expect(ids(await reactions.owed('K7M4QX'))).toEqual(['K7M4QY', 'A2B3C4', 'K7M4QX']);
    expect(ids(await reactions.owed('A2B3C4'))).toEqual(['K7M4QX']);
  });

  it('whose words cannot be read is one without words', async () => {
    const { thank, reactions, storage } = await reactionsAtWork();
    await thank('pONE', { thanks: 'Tack!' });
    const row = { partitionKey: `${MUNICIPALITY}|0`, rowKey: `thank|${ID}|pONE`, words: 'Tack' };
    await storage.ideas.updateEntity(row, 'Merge', { etag: '*' });
    expect(await reactions.of(ID, 'thank', 'pONE')).toMatchObject({ person: 'pONE', words: {} });
  });

  it('of which only a newer version knows is left for that one', async () => {
    const work = await reactionsAtWork();
    const { thank, reactions, storage } = work;
    await thank('pONE');
    const rowKey = `reactions|count|${ID}|wink|pTWO`;
    await storage.ideas.createEntity({ partitionKey: `${MUNICIPALITY}|0`, rowKey });
    const { uncounted } = await reactions.owed();
    expect(uncounted.map(({ reaction, rows }) => [reaction, rows.length])).toEqual([['thank', 1]]);
    expect(await work.keys('reactions|')).toContain(rowKey);
  });
});
