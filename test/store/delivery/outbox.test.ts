import type { EventOf } from '../../../src/domain/idea/events';
import { openCommits } from '../../../src/store/commit';
import { openOutbox } from '../../../src/store/delivery/outbox';
import { openIdeas } from '../../../src/store/idea/ideas';
import { openStorage } from '../../../src/store/storage';
import { setting } from '../../../testing/samples/idea/story';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage';

const submitted: EventOf<'submitted'> = {
  type: 'submitted',
  seq: 1,
  at: '2026-11-24T09:00:00.000Z',
  day: '2026-11-24',
  by: 'p1',
  to: { stage: 'submitted', waiting: { for: 'deciders' }, answerBy: '2026-12-08' },
  data: { submitter: 'p1', coSubmitters: [], department: 'VOO', confidential: false, tier: 'leader' },
  words: { title: 'Cykelpool', problem: 'Bilarna räcker inte.' },
};

describe('the outbox', () => {
  it('has each saved event until it is done, and takes a second "done" for what it is', async () => {
    const storage = openStorage({ connectionString: testConnectionString(), prefix: uniquePrefix() });
    await storage.prepare();
    const ideas = openIdeas(storage, 'town', () => setting);
    const { commit } = openCommits(storage, 'town');
    const outbox = openOutbox(storage, 'town');
    for (const id of ['A1B2C3', 'A1B2C4', 'A1B2C5']) {
      const shownIn = id === 'A1B2C3' ? { shownIn: '1:1' } : {};
      const written = ideas.write({ before: undefined, id, events: [submitted] });
      await commit(written, { idempotencyKey: `op-${id}`, ...shownIn });
    }
    expect(await outbox.list(2)).toHaveLength(2);
    const [first, second] = await outbox.list(10);
    expect(first).toMatchObject({ id: 'A1B2C3', seq: 1, shownIn: '1:1' });
    expect(second).not.toHaveProperty('shownIn');
    if (!first) throw new Error('nothing in the outbox');
    await Promise.all([outbox.done(first), outbox.done(first)]);
    expect((await outbox.list(10)).map(({ id }) => id)).toEqual(['A1B2C4', 'A1B2C5']);
  });
});
