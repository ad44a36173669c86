import { startCity } from '../../testing/scenes/city';
import { sendsIdea, summariesOf } from '../../testing/scenes/everyday';

describe('a bot that is killed right after a submit and started again', () => {
  it('delivers the leader’s card, by itself and once', async () => {
    const city = await startCity({ realTime: true });
    const leader = await city.arrives('leader');
    await sendsIdea(await city.arrives('employee'));
    // Nothing has been delivered yet: all that the next start has is what stands in storage.
    city.deliveries.start();
    await leader.waitsFor('Cykelpool');
    await city.delivers();
    expect(summariesOf(leader).filter((it) => it.startsWith('Ny idé'))).toHaveLength(1);
    await city.stop();
  });
});
