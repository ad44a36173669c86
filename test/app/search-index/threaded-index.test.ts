import { madeIdeas } from '../../../dev/benchmarks/search/made-ideas';
import { createSearchIndex } from '../../../src/app/search-index/create-search-index';
import type { SearchIndex } from '../../../src/app/search-index/search-index';
import { threadedIndex } from '../../../src/app/search-index/threaded-index';

const names = ['Hemtjänst'];
const ideas = madeIdeas(250);

let threaded: SearchIndex;
beforeAll(() => {
  threaded = threadedIndex({ names });
});
afterAll(() => threaded.close());

it('answers from its thread as it does in this one', async () => {
  const local = createSearchIndex({ names });
  for (const index of [local, threaded]) {
    await index.put(ideas);
    await index.remove([{ id: ideas[3]?.id ?? '', version: 2 }]);
  }
  expect(await threaded.size()).toBe(ideas.length - 1);
  for (const { title, problem } of ideas.slice(0, 20)) {
    expect(await threaded.search(title, { filter: { stages: ['inUse'] } })).toEqual(
      await local.search(title, { filter: { stages: ['inUse'] } }),
    );
    expect(await threaded.similar({ title, problem })).toEqual(await local.similar({ title, problem }));
  }
});

it('leaves nobody waiting when it is closed', async () => {
  const closing = threadedIndex({ names });
  const asked = closing.search('cykel').catch((error: Error) => error.message);
  await closing.close();
  expect([await asked, await closing.size().catch((error: Error) => error.message)]).toContain(
    'The search index has been closed',
  );
});
