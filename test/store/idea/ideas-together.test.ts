import type { Change, Saved } from '../../../src/store/idea/ideas.js';
import * as story from '../../domain/story.js';
import { type IdeasAtWork, ideasAtWork } from '../ideas-at-work.js';

const FROM = 'K7M4QX';
const INTO = 'Q4X7MK';
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

/** What a merge writes, decided on what is stored now. */
async function merge(op = 'OPMERGE'): Promise<[Change, Change]> {
  const [from, into] = await Promise.all([work.stored(FROM), work.stored(INTO)]);
  return [
    { before: from, id: FROM, op, events: work.eventsOf(from, story.leader, story.merge(INTO)) },
    { before: into, id: INTO, op, events: work.eventsOf(into, story.merger, story.absorb(FROM, ['pSUBMITTER'])) },
  ];
}
const stages = async () => [(await work.stored(FROM)).idea.stage, (await work.stored(INTO)).idea.joined];

describe('two ideas changed together', () => {
  it('are changed both, in one request, under one operation', async () => {
    const changes = await merge();
    let saved: Saved | undefined;
    const requests = await work.requestsOf(async () => {
      saved = await work.ideas.saveTogether(changes);
    });
    expect(requests).toBe(1);
    expect(saved).toMatchObject({ outcome: 'saved', idea: { id: FROM, stage: 'closed', ending: { into: INTO } } });
    expect(await stages()).toEqual(['closed', ['pSUBMITTER']]);
    expect(await work.ideas.effectOf('OPMERGE')).toEqual({ id: FROM, seq: 2, by: 'pLEADER' });
    for (const kind of ['outbox|', 'event|', 'log|']) expect(await work.keys(kind)).toHaveLength(4);
    expect((await work.ideas.history(FROM)).map(({ type }) => type)).toEqual(['submitted', 'merged']);
    expect((await work.ideas.history(INTO)).map(({ type }) => type)).toEqual(['submitted', 'absorbed']);
  });

  it('stand in the right lists after it, and those who had the one have the other', async () => {
    await work.ideas.saveTogether(await merge());
    expect((await work.ideas.waiting('leader.VOO')).map(({ id }) => id)).toEqual([INTO]);
    expect((await work.ideas.open('VOO')).map(({ id }) => id)).toEqual([INTO]);
    expect((await work.ideas.mine('pSUBMITTER', 10)).map(({ id }) => id)).toEqual([INTO, FROM]);
    expect((await work.ideas.mine('pFRIEND', 10)).map(({ id }) => id)).toEqual([INTO]);
  });

  it.each([
    ['the first', FROM],
    ['the second', INTO],
  ])('are changed neither where somebody has changed %s meanwhile', async (_which, id) => {
    const changes = await merge();
    await work.tell(id, [story.leader, story.hide]);
    const rows = await work.rows();
    expect(await work.ideas.saveTogether(changes)).toEqual({ outcome: 'conflict' });
    expect(await work.rows()).toEqual(rows);
  });

  it('are changed once by the same operation twice, also at the same moment', async () => {
    const changes = await merge();
    const both = await Promise.all([work.ideas.saveTogether(changes), work.ideas.saveTogether(changes)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['before', 'saved']);
    expect(await work.keys('event|')).toHaveLength(4);
    expect(await work.ideas.saveTogether(await Promise.all(changes))).toMatchObject({
      outcome: 'before',
      effect: { id: FROM, seq: 2, by: 'pLEADER' },
    });
  });

  it('leave nothing behind when storage refuses the second', async () => {
    const [first, second] = await merge();
    const rows = await work.rows();
    const [event] = second.events;
    if (!event) throw new Error('No event');
    const tooMuch = { ...event, words: { reason: 'å'.repeat(40_000) } };
    await expect(work.ideas.saveTogether([first, { ...second, events: [tooMuch] }])).rejects.toThrow();
    expect(await work.rows()).toEqual(rows);
  });
});
