import { openCommits } from '../../src/store/commit.js';
import { openSteps, type Step } from '../../src/store/steps.js';
import { type IdeasAtWork, ideasAtWork, MUNICIPALITY } from '../../testing/scenes/ideas-at-work.js';

let work: IdeasAtWork;
let steps: ReturnType<typeof openSteps>;
beforeEach(async () => {
  work = await ideasAtWork();
  steps = openSteps(work.storage, MUNICIPALITY);
});

const stepOf = (id: string, data = '{}'): Step => ({ name: 'absorb', id, seq: 2, to: 'N7M4Q1', by: 'pONE', data });
const begun = (step: Step) =>
  openCommits(work.storage, MUNICIPALITY).commit(
    { record: 'idea', id: step.id, seq: step.seq, by: 'pONE', entities: [], owes: [] },
    { idempotencyKey: `OP${step.id}`, step },
  );

it('keeps what is left to do whole, however long it is', async () => {
  const long = stepOf('K7M4QX', JSON.stringify({ marks: ['Å'.repeat(50_000), '🚲'.repeat(25_000)] }));
  expect(await begun(long)).toEqual({ kind: 'saved' });
  expect(await steps.list(10)).toEqual([long]);
  await steps.done(long);
  expect(await steps.list(10)).toEqual([]);
});

it('lists from any record on and around, so that none stands before the rest for ever', async () => {
  for (const id of ['A2AAAA', 'H2HHHH', 'Z2ZZZZ']) await begun(stepOf(id));
  const from = async (id: string, limit = 10) => (await steps.list(limit, id)).map((step) => step.id);
  expect(await from('')).toEqual(['A2AAAA', 'H2HHHH', 'Z2ZZZZ']);
  expect(await from('B22222')).toEqual(['H2HHHH', 'Z2ZZZZ', 'A2AAAA']);
  expect(await from('ZZZZZZ')).toEqual(['A2AAAA', 'H2HHHH', 'Z2ZZZZ']);
  expect(await from('H2HHHH', 2)).toEqual(['H2HHHH', 'Z2ZZZZ']);
  expect(await work.requestsOf(() => steps.list(10, 'B22222'))).toBe(2);
});
