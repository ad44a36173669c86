import { dayNow } from '../../src/delivery/digest/day-card';
import { relay } from '../../src/delivery/outbox/relay';
import { processDelivery } from '../../src/delivery/sending/worker';
import type { Command } from '../../src/domain/idea/commands';
import type { Person } from '../../src/domain/person/person';
import { MOST_ITEMS } from '../../src/store/delivery/day-items';
import { dailyRun, eventRun } from '../../src/store/keys';
import { days, minutes, refFor, Town } from '../../testing/scenes/town';
import { requestsDuring } from '../../testing/storage/round-trips';

const comment: Command = { type: 'comment', data: {}, words: { comment: 'Bra tänkt.' } };

// Each is as dear in year ten as in the first week.
describe('the requests of a day card', () => {
  let town: Town;
  beforeEach(async () => {
    // A Tuesday, ten in the morning.
    town = await Town.open('2026-11-24T09:00:00.000Z');
  });
  afterEach(() => town.close());

  const requestsOf = (work: () => Promise<unknown>): Promise<number> => {
    const { ideas, people, deliveries } = town.storage;
    return requestsDuring([ideas, people, deliveries], work);
  };

  /** What gathering one piece of news costs, the card that tells it, and asking for it. */
  async function costs(parts: ReturnType<Town['parts']>, person: Person, run: string, day: string) {
    const name = (of: string) => ({ person: person.ref, run: of });
    const gather = await requestsOf(() => processDelivery(parts, name(run)));
    town.pass(minutes(2));
    const draw = await requestsOf(() => processDelivery(parts, name(dailyRun(day))));
    const ask = await requestsOf(() => dayNow(parts, person));
    return { gather, draw, ask };
  }

  it.each([10, 36])(
    'are as many with %i ideas that wait, of as many people, and as many who follow the one it tells of',
    async (size) => {
      const leader = await town.arrives('leader');
      const first = await town.arrives('employee0');
      const { id } = await town.submits(first);
      // The oldest stands first in the leader's list.
      town.pass(minutes(1));
      for (let n = 1; n < size; n++) await town.submits(await town.arrives(`employee${n}`));
      for (let n = 0; n < size; n++) await town.app.follows.add(id, refFor(`follower ${n}`));
      await town.deliveries().tick();
      // What has not come at once stands in the card of that day.
      town.pass(minutes(2));
      await town.deliveries().tick();
      town.pass(days(1));
      await town.deliveries().tick();
      await town.acts(first, id, comment);
      const parts = town.parts();
      await relay(parts);
      expect(await costs(parts, leader, eventRun(id, 2), '2026-11-25')).toEqual({ gather: 10, draw: 44, ask: 28 });
      expect(town.says('leader').at(-1)).toContain('I dag');
    },
  );

  it.each([MOST_ITEMS + 1, MOST_ITEMS + 20])('are as many of %i pieces of news as of any number', async (size) => {
    const [leader, submitter] = [await town.arrives('leader'), await town.arrives('submitter')];
    for (let n = 0; n < size; n++) {
      const { id } = await town.submits(submitter, 'VOO', `Idé ${n}`);
      await town.acts(leader, id, comment);
    }
    await town.deliveries().tick();
    town.pass(minutes(2));
    const parts = town.parts();
    const run = dailyRun('2026-11-24');
    const draw = await requestsOf(() => processDelivery(parts, { person: submitter.ref, run }));
    expect(await parts.deliveries.get({ person: submitter.ref, run })).toMatchObject({ state: 'sent' });
    const ask = await requestsOf(() => dayNow(parts, submitter));
    expect({ draw, ask }).toEqual({ draw: 293, ask: 204 });
  });
});
