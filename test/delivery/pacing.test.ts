import { createPacing } from '../../src/delivery/pacing';
import { busiest } from '../support/connector';

describe('pacing', () => {
  it('gives no more turns in any second than its rate, in the order in which they were asked for', async () => {
    const pacing = createPacing(20);
    const given: number[] = [];
    const order: number[] = [];
    const ask = async (number: number) => {
      await pacing.take();
      given.push(performance.now());
      order.push(number);
    };
    await Promise.all(Array.from({ length: 50 }, (_, number) => ask(number)));
    // Half a millisecond: what passes between giving a turn and noting it here.
    expect(busiest(given, 999.5)).toBeLessThanOrEqual(20);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('lets those go who stop waiting, and gives their turn to the next', async () => {
    const pacing = createPacing(1);
    await pacing.take();
    const stop = new AbortController();
    const given = pacing.take(stop.signal);
    const after = pacing.take();
    stop.abort(new Error('Stopping'));
    await expect(given).rejects.toThrow('Stopping');
    await expect(pacing.take(stop.signal)).rejects.toThrow('Stopping');
    await after;
  });
});
