import type { StoredIdea } from '../../../src/store/idea/ideas.js';
import * as story from '../../../testing/samples/idea/story.js';
import { submitted } from '../../../testing/samples/idea/story.js';
import { type IdeasAtWork, ideasAtWork, type Saved } from '../../../testing/scenes/ideas-at-work.js';

const ID = 'K7M4QX';
let work: IdeasAtWork;
let before: StoredIdea;
beforeEach(async () => {
  work = await ideasAtWork();
  await work.tell(ID, submitted);
  before = await work.stored(ID);
});

const outcomes = (all: readonly Saved[]) => all.map(({ kind }) => kind).sort();
const decision = (
  idempotencyKey: string,
  ...[who, command]: Parameters<typeof work.eventsOf> extends [unknown, ...infer Rest] ? Rest : never
) => work.save({ before, id: ID, idempotencyKey, events: work.eventsOf(before, who, command) });

describe('the same operation twice', () => {
  it('is one effect, and says what it was', async () => {
    expect(await decision('OP', story.leader, story.explore)).toMatchObject({ kind: 'saved' });
    const keys = await work.keys();
    expect(await decision('OP', story.leader, story.explore)).toEqual({
      kind: 'before',
      effect: { record: 'idea', id: ID, seq: 2, by: 'pLEADER' },
    });
    expect(await work.keys()).toEqual(keys);
  });

  it('is one effect also when the idea has moved on since, or the press means something else by now', async () => {
    await decision('OP', story.leader, story.ask());
    await work.tell(ID, [story.submitter, story.answer()]);
    const keys = await work.keys();
    const now = await work.stored(ID);
    const events = work.eventsOf(now, story.leader, story.close());
    expect(await work.save({ before: now, id: ID, idempotencyKey: 'OP', events })).toEqual({
      kind: 'before',
      effect: { record: 'idea', id: ID, seq: 2, by: 'pLEADER' },
    });
    expect(await work.keys()).toEqual(keys);
  });

  it('at the same moment is one effect', async () => {
    const both = await Promise.all([
      decision('OP', story.leader, story.explore),
      decision('OP', story.leader, story.explore),
    ]);
    expect(outcomes(both)).toEqual(['before', 'saved']);
    expect(await work.keys('event|')).toHaveLength(2);
    expect(await work.keys('outbox|')).toHaveLength(2);
  });

  it('submitted at the same moment is one idea, also where each press drew its own id', async () => {
    const form = (id: string) =>
      work.save({
        before: undefined,
        id,
        idempotencyKey: 'OPFORM',
        events: work.eventsOf(undefined, story.submitter, story.submit({ id })),
      });
    const all = await Promise.all(['A2A2A2', 'B3B3B3', 'C4C4C4'].map(form));
    expect(outcomes(all)).toEqual(['before', 'before', 'saved']);
    expect(await work.ideas.mine('pSUBMITTER', 10)).toHaveLength(2);
    const effect = await work.effectOf('OPFORM');
    expect((await work.keys('record|')).filter((key) => key !== `record|${ID}`)).toEqual([`record|${effect?.id}`]);
  });
});

describe('different decisions on the same version', () => {
  it('are one effect, and nothing of the other is stored', async () => {
    const [first, second] = await Promise.all([
      decision('OPONE', story.leader, story.explore),
      decision('OPTWO', story.otherLeader, story.close()),
    ]);
    expect(outcomes([first, second])).toEqual(['conflict', 'saved']);
    const [won, lost] = first.kind === 'saved' ? ['ONE', 'TWO'] : ['TWO', 'ONE'];
    expect(await work.keys('op|')).toContain(`op|OP${won}`);
    expect(await work.keys('op|')).not.toContain(`op|OP${lost}`);
    expect((await work.stored(ID)).idea.stage).toBe(won === 'ONE' ? 'exploring' : 'closed');
  });

  it('of fifty people are one effect, with one event, one notice and one place in the lists', async () => {
    const commands = [story.explore, story.close(), story.ask(), story.doNow(), story.passOn()];
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => {
        const who = { ...story.leader, ref: `pLEADER${n}` };
        return decision(`OP${100 + n}`, who, commands[n % commands.length] ?? story.explore);
      }),
    );
    expect(outcomes(all)).toEqual([...Array(49).fill('conflict'), 'saved']);
    const winner = all.findIndex(({ kind }) => kind === 'saved');
    const { idea, lists } = await work.stored(ID);
    expect((await work.ideas.history(ID)).map(({ by }) => by)).toEqual(['pSUBMITTER', `pLEADER${winner}`]);
    expect(idea.seq).toBe(2);
    for (const kind of ['event|', 'outbox|', 'log|', 'op|']) expect(await work.keys(kind)).toHaveLength(2);
    expect([...(await work.keys('list|')), ...(await work.keys('due|'))].sort()).toEqual(Object.keys(lists).sort());
  });

  it('are told apart by the row’s version itself, also where no event has come between', async () => {
    await work.storage.ideas.updateEntity(
      { partitionKey: 'orten|0', rowKey: `record|${ID}`, diary: '2026/17' },
      'Merge',
      {
        etag: before.etag,
      },
    );
    expect(await decision('OP', story.leader, story.explore)).toEqual({ kind: 'conflict' });
    expect(await work.keys('event|')).toHaveLength(1);
  });

  it('tried again by each on what it then reads all come true, one after another', async () => {
    const tryAgain = async (n: number): Promise<void> => {
      for (;;) {
        const { kind } = await work.act(ID, [story.submitter, story.edit({ title: `Cyklar ${n}` })], `OPEDIT${n}`);
        if (kind !== 'conflict') return;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => tryAgain(n)));
    const history = await work.ideas.history(ID);
    expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(history.map(({ words }) => words.title)).size).toBe(9);
    expect(history.map(({ at }) => at)).toEqual([...new Set(history.map(({ at }) => at))].sort());
  });
});
