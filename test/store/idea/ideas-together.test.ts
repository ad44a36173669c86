import type { Operation } from '../../../src/store/commit.js';
import type { Change } from '../../../src/store/idea/ideas.js';
import { openSteps, type Step } from '../../../src/store/steps.js';
import * as story from '../../../testing/samples/idea/story.js';
import { type IdeasAtWork, ideasAtWork, MUNICIPALITY, type Saved } from '../../../testing/scenes/ideas-at-work.js';

const FROM = 'K7M4QX';
const INTO = 'Q4X7MK';
const step: Step = { name: 'absorb', id: FROM, seq: 2, to: INTO, by: 'pLEADER', data: '{}' };
let work: IdeasAtWork;
beforeEach(async () => {
  work = await ideasAtWork();
  await work.tell(FROM, story.submitted);
  await work.tell(INTO, [
    { ...story.submitter, ref: 'pFRIEND' },
    story.submit({ id: INTO, submitter: 'pFRIEND' }),
    story.on('2026-11-17'),
  ]);
});

/** What the first commit of a merge writes, decided on what is stored now. */
async function merge(idempotencyKey = 'OPMERGE'): Promise<Change & Operation> {
  const [from, into] = await Promise.all([work.stored(FROM), work.stored(INTO)]);
  const events = work.eventsOf(from, story.leader, story.merge(INTO));
  return { before: from, id: FROM, idempotencyKey, events, step, unchanged: [{ id: INTO, etag: into.etag }] };
}
/** The second one. */
const absorb = (idempotencyKey = 'OPABSORB') =>
  work.act(INTO, [story.merger, story.absorb(FROM, ['pSUBMITTER'])], idempotencyKey);
const stages = async () => [(await work.stored(FROM)).idea.stage, (await work.stored(INTO)).idea.joined];
const steps = () => openSteps(work.storage, MUNICIPALITY);

describe('two ideas changed by one operation', () => {
  it('are changed by a commit each, the first of which says what is left to do', async () => {
    const change = await merge();
    let saved: Saved | undefined;
    const requests = await work.requestsOf(async () => {
      saved = await work.save(change);
    });
    expect(requests).toBe(1);
    expect(saved).toMatchObject({ kind: 'saved', idea: { id: FROM, stage: 'closed', ending: { into: INTO } } });
    expect(await stages()).toEqual(['closed', undefined]);
    expect(await steps().list(10)).toEqual([step]);
    await absorb();
    await steps().done(step);
    await steps().done(step);
    expect(await steps().list(10)).toEqual([]);
    expect(await stages()).toEqual(['closed', ['pSUBMITTER']]);
    expect(await work.effectOf('OPMERGE')).toEqual({ record: 'idea', id: FROM, seq: 2, by: 'pLEADER' });
    for (const kind of ['outbox|', 'event|', 'log|']) expect(await work.keys(kind)).toHaveLength(4);
    expect((await work.ideas.history(FROM)).map(({ type }) => type)).toEqual(['submitted', 'merged']);
    expect((await work.ideas.history(INTO)).map(({ type }) => type)).toEqual(['submitted', 'absorbed']);
  });

  it('stand in the right lists after it, and those who had the one have the other', async () => {
    await work.save(await merge());
    await absorb();
    expect((await work.ideas.waiting('leader.VOO')).map(({ id }) => id)).toEqual([INTO]);
    expect((await work.ideas.open('VOO')).map(({ id }) => id)).toEqual([INTO]);
    expect((await work.ideas.mine('pSUBMITTER', 10)).map(({ id }) => id)).toEqual([INTO, FROM]);
    expect((await work.ideas.mine('pFRIEND', 10)).map(({ id }) => id)).toEqual([INTO]);
  });

  it.each([
    ['the first', FROM],
    ['the second', INTO],
  ])('are changed neither where somebody has changed %s meanwhile', async (_which, id) => {
    const change = await merge();
    await work.tell(id, [story.leader, story.hide]);
    const rows = await work.rows();
    expect(await work.save(change)).toEqual({ kind: 'conflict' });
    expect(await work.rows()).toEqual(rows);
  });

  it('are changed once by the same operation twice, also at the same moment', async () => {
    const change = await merge();
    const both = await Promise.all([work.save(change), work.save(change)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['before', 'saved']);
    expect(await work.keys('step|')).toHaveLength(1);
    expect(await work.save(change)).toMatchObject({
      kind: 'before',
      effect: { record: 'idea', id: FROM, seq: 2, by: 'pLEADER' },
    });
    const taken = [await absorb(), await absorb()];
    expect(taken.map(({ kind }) => kind)).toEqual(['saved', 'before']);
    expect(await work.keys('event|')).toHaveLength(4);
  });

  it('leave nothing behind when storage refuses the first', async () => {
    const change = await merge();
    const rows = await work.rows();
    const [event] = change.events;
    if (!event) throw new Error('No event');
    const tooMuch = { ...event, words: { reason: 'å'.repeat(40_000) } };
    await expect(work.save({ ...change, events: [tooMuch] })).rejects.toThrow();
    expect(await work.rows()).toEqual(rows);
  });
});
