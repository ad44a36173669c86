import * as story from '../../../testing/samples/idea/story.js';
import { submitted } from '../../../testing/samples/idea/story.js';
import { type IdeasAtWork, ideasAtWork } from '../../../testing/scenes/ideas-at-work.js';
import { type LossyProxy, startLossyProxy } from '../../../testing/storage/lossy-proxy.js';
import { testConnectionString } from '../../../testing/storage/storage.js';

// The SDK asks again by itself when an answer is lost, and is then refused because of its own first try.

const ID = 'K7M4QX';
let proxy: LossyProxy;
let work: IdeasAtWork;
beforeEach(async () => {
  proxy = await startLossyProxy(testConnectionString());
  work = await ideasAtWork(proxy.connectionString);
});
afterEach(() => proxy.stop());

const loseAnswerToSaving = (idempotencyKey: string) =>
  proxy.loseAnswerTo(({ url, body }) => url.includes('$batch') && body.includes(`op|${idempotencyKey}`));

describe('when storage’s answer is lost', () => {
  it('a new idea is known again as one’s own, and is there once', async () => {
    loseAnswerToSaving('OPSUBMIT');
    expect(await work.act(ID, submitted, 'OPSUBMIT')).toEqual({
      kind: 'before',
      effect: { record: 'idea', id: ID, seq: 1, by: 'pSUBMITTER' },
    });
    expect(proxy.lost).toHaveLength(1);
    expect((await work.stored(ID)).idea).toEqual(story.given(submitted).idea);
    expect(await work.keys('event|')).toHaveLength(1);
    expect(await work.keys('outbox|')).toHaveLength(1);
  });

  it('a decision is known again as one’s own, and has happened once', async () => {
    await work.tell(ID, submitted);
    loseAnswerToSaving('OPEXPLORE');
    expect(await work.act(ID, [story.leader, story.explore], 'OPEXPLORE')).toEqual({
      kind: 'before',
      effect: { record: 'idea', id: ID, seq: 2, by: 'pLEADER' },
    });
    expect(proxy.lost).toHaveLength(1);
    expect(await work.ideas.history(ID)).toEqual(story.given(submitted, [story.leader, story.explore]).events);
  });

  it('somebody else’s decision in between is not taken for one’s own', async () => {
    await work.tell(ID, submitted);
    const before = await work.stored(ID);
    loseAnswerToSaving('OPEXPLORE');
    await work.act(ID, [story.leader, story.explore], 'OPEXPLORE');
    const events = work.eventsOf(before, story.otherLeader, story.close());
    loseAnswerToSaving('OPCLOSE');
    expect(await work.save({ before, id: ID, idempotencyKey: 'OPCLOSE', events })).toEqual({ kind: 'conflict' });
    expect((await work.stored(ID)).idea.stage).toBe('exploring');
  });
});
