import fc from 'fast-check';
import { UnreadableRow } from '../../../src/store/row-versions.js';
import * as story from '../../../testing/samples/idea/story.js';
import { type IdeasAtWork, ideasAtWork } from '../../../testing/scenes/ideas-at-work.js';

const [ID, OTHER] = ['K7M4QX', 'Q4X7MK'];
let work: IdeasAtWork;
const own = async (id = ID) => {
  const row = (await work.rows()).get(`record|${id}`);
  if (!row) throw new Error(`No row of ${id}`);
  return row as Record<string, unknown> & { partitionKey: string; rowKey: string };
};
/** Makes of an idea's row what another version would have stored. */
async function stored(columns: object, state: (before: Record<string, unknown>) => object = (it) => it, id = ID) {
  const row = await own(id);
  await work.storage.ideas.updateEntity(
    { ...row, ...columns, state: JSON.stringify(state(JSON.parse(String(row.state)))) },
    'Replace',
  );
}
beforeEach(async () => {
  work = await ideasAtWork();
  await work.tell(ID, story.submitted);
});

describe('an idea row of another version', () => {
  it('without fields that have come since has their defaults', async () => {
    const { idea } = await work.stored(ID);
    await stored({}, ({ concerns: _c, adoptions: _a, followUpAsked: _f, pictures: _p, asked: _q, ...older }) => older);
    expect((await work.stored(ID)).idea).toEqual(idea);
  });

  it('with goals that are none costs the goals only', async () => {
    const { idea } = await work.stored(ID);
    await stored({}, (state) => ({ ...state, goals: 'klimat' }));
    expect((await work.stored(ID)).idea).toEqual(idea);
    await stored({}, (state) => ({ ...state, goals: ['klimat'] }));
    expect((await work.stored(ID)).idea).toEqual({ ...idea, goals: ['klimat'] });
  });

  it('keeps what this version does not know of it, whatever happens to the idea', async () => {
    await stored({ mood: 'glad', mood2: 7 }, (state) => ({ ...state, mentor: { person: 'pMENTOR' } }));
    await work.tell(ID, [story.leader, story.explore], [story.stranger, story.comment('Bra!')]);
    const { idea } = await work.stored(ID);
    expect(idea).toMatchObject({ stage: 'exploring', mentor: { person: 'pMENTOR' } });
    expect(await own()).toMatchObject({ mood: 'glad', mood2: 7, stage: 'exploring' });
    await work.ideas.keep(await work.stored(ID), idea);
    expect(await own()).toMatchObject({ mood: 'glad', mood2: 7 });
  });

  it('keeps any such columns and fields', async () => {
    const name = fc.stringMatching(/^new[A-Z][a-zA-Z]{2,8}$/);
    const values = fc.oneof(fc.string({ maxLength: 20 }), fc.boolean(), fc.integer({ min: 1, max: 1e6 }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, values, { maxKeys: 4 }), async (unknown) => {
        await stored(unknown, (state) => ({ ...state, ...unknown }));
        const before = await work.stored(ID);
        await work.ideas.keep(before, before.idea);
        expect(await own()).toMatchObject(unknown);
        expect((await work.stored(ID)).idea).toMatchObject(unknown);
      }),
      { numRuns: 15 },
    );
  });

  it('is not written in an older version than it was read in', async () => {
    await stored({ v: 2 });
    await work.tell(ID, [story.leader, story.explore]);
    expect(await own()).toMatchObject({ v: 2, stage: 'exploring' });
  });

  it('is written in the next version once all who run read it, and in the first until then', async () => {
    const { versions } = work.storage;
    versions.heard([{ reads: 2 }, {}]);
    await work.tell(ID, [story.stranger, story.comment('Bra!')]);
    expect(await own()).not.toHaveProperty('v');
    versions.heard([{ reads: 2 }, { reads: 2 }]);
    await work.tell(ID, [story.leader, story.explore]);
    expect(await own()).toMatchObject({ v: 2 });
    expect((await work.stored(ID)).idea.stage).toBe('exploring');
  });
});

describe('an idea row that cannot be read', () => {
  const same = (state: object) => state;
  const faulty: [string, object, (state: Record<string, unknown>) => object][] = [
    ['of a stage that only another version knows', {}, (state) => ({ ...state, stage: 'dreaming' })],
    [
      'that waits for somebody of whom this version knows nothing',
      {},
      (state) => ({ ...state, waiting: { for: 'mayor' } }),
    ],
    ['of a version after the next', { v: 3 }, same],
    ['without a title', { title: undefined }, same],
    ['whose answers are none', { answers: '{"a' }, same],
  ];

  it.each(faulty)('%s is left out of lists, counted, and nothing is written over it', async (_, columns, state) => {
    await work.tell(OTHER, story.submitted);
    const told: object[] = [];
    work.storage.versions.watch((row) => told.push(row));
    const row = await own();
    if ('title' in columns) {
      const { title: _t, ...rest } = row;
      await work.storage.ideas.updateEntity(rest as typeof row, 'Replace');
    } else await stored(columns, state);
    const before = await own();

    expect((await work.ideas.loadAll([ID, OTHER])).map(({ id }) => id)).toEqual([OTHER]);
    await expect(work.act(ID, [story.leader, story.explore])).rejects.toThrow(UnreadableRow);
    expect(await own()).toEqual(before);
    expect(told).toEqual([expect.objectContaining({ kind: 'idea', id: ID })]);
    expect(work.storage.versions.counts.get('idea')).toBe(2);
  });
});

test('an event of a kind that only a newer version knows is left out of the history, and of what happened in a week', async () => {
  await work.tell(ID, [story.leader, story.explore]);
  for (const prefix of ['event|', 'log|']) {
    const row = [...(await work.rows())].find(
      ([key, { body }]) => key.startsWith(prefix) && String(body).includes('explored'),
    );
    if (!row) throw new Error(`No ${prefix}`);
    const [, columns] = row;
    const body = String(columns.body).replace('"explored"', '"dreamt"');
    await work.storage.ideas.updateEntity(
      { ...(columns as { partitionKey: string; rowKey: string }), body },
      'Replace',
    );
  }
  expect((await work.ideas.history(ID)).map(({ type }) => type)).toEqual(['submitted']);
  const logged = await work.ideas.log('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z');
  expect(logged.map(({ event }) => event.type)).toEqual(['submitted']);
  expect(work.storage.versions.counts.get('event')).toBe(2);
});

test('a row of a queue that cannot be read is left out, and the others are there', async () => {
  await work.tell(OTHER, story.submitted);
  const [key] = (await work.keys('list|waits|')).filter((one) => one.endsWith(ID));
  const row = (await work.rows()).get(key ?? '') as { partitionKey: string; rowKey: string };
  await work.storage.ideas.updateEntity({ ...row, v: 3 }, 'Replace');
  expect((await work.ideas.waiting('leader.VOO')).map(({ id }) => id)).toEqual([OTHER]);
});
