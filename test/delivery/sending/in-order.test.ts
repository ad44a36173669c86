import { relay } from '../../../src/delivery/outbox/relay';
import { processDelivery } from '../../../src/delivery/sending/worker';
import { eventRun } from '../../../src/store/keys';
import { close, explore, Town } from '../../../testing/scenes/town';

describe('what one person is owed of one record', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  it('goes out as it happened, also where the last of it is taken up first', async () => {
    const [submitter, leader] = [await town.arrives('submitter'), await town.arrives('leader')];
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, explore(leader.ref));
    await town.acts(leader, id, close);
    const parts = town.parts();
    await relay(parts);
    const before = town.says('submitter').length;
    await processDelivery(parts, { person: submitter.ref, run: eventRun(id, 3) });
    const states = [2, 3].map(async (seq) => {
      return (await parts.deliveries.get({ person: submitter.ref, run: eventRun(id, seq) }))?.state;
    });
    expect(await Promise.all(states)).toEqual(['sent', 'sent']);
    const [explored, closed, ...more] = town.says('submitter').slice(before);
    expect(more).toEqual([]);
    expect(explored).toContain('utforska');
    expect(closed).toContain('går inte vidare');
  });
});
