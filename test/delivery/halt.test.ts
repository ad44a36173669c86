import { resume } from '../../src/delivery/operators';
import type { Person } from '../../src/domain/person';
import { openShared } from '../../src/store/shared';
import { forbidden, forever } from '../support/misbehaviour';
import { minutes, Town } from './town';

describe('a bot that an administrator has stopped in Teams', () => {
  let town: Town;
  let submitter: Person;
  beforeEach(async () => {
    town = await Town.open();
    submitter = await town.arrives('submitter');
    for (const name of ['leader', 'other-leader', 'planner']) await town.arrives(name);
  });
  afterEach(() => town.close());

  const disabled = () =>
    town.connector.misbehave(({ kind }) => kind === 'post', forever(forbidden('BotDisabledByAdmin')));
  const posts = () => town.connector.requests.length;
  const heard = () => ['leader', 'other-leader', 'planner'].map((name) => town.says(name).length);

  it('sends nothing more to anybody, tries one message now and then, and goes on where it was when it may', async () => {
    const allow = disabled();
    const deliveries = town.deliveries();
    await town.submits(submitter, 'VOO');
    await deliveries.tick();
    const first = posts();
    // Those that were on their way when the first one was refused.
    expect(first).toBeLessThanOrEqual(2);
    await town.submits(submitter, 'SBK');
    for (let second = 0; second < 3; second++) await deliveries.tick();
    expect(posts()).toBe(first);
    expect(await deliveries.figures()).toMatchObject({ halted: true });
    expect(town.log.filter(({ level }) => level === 'error')).toHaveLength(1);

    town.pass(minutes(2));
    await deliveries.tick();
    expect(posts()).toBe(first + 1);
    town.pass(minutes(1));
    await deliveries.tick();
    expect(posts()).toBe(first + 1);

    allow();
    town.pass(minutes(20));
    await deliveries.tick();
    await deliveries.tick();
    expect(heard()).toEqual([1, 1, 1]);
    expect(await deliveries.figures()).toMatchObject({ halted: false });
  });

  it('rests in all instances, also in one that starts meanwhile', async () => {
    disabled();
    await town.submits(submitter, 'VOO');
    const [one, other] = [town.deliveries(), town.deliveries()];
    await one.tick();
    const before = posts();
    await town.submits(submitter, 'SBK');
    await other.tick();
    await town.deliveries().tick();
    expect(posts()).toBe(before);
  });

  it('goes on at once when operators say so', async () => {
    const allow = disabled();
    const deliveries = town.deliveries();
    await town.submits(submitter, 'SBK');
    await deliveries.tick();
    allow();
    await town.submits(submitter, 'VOO');
    const { deliveries: rows, outbox } = town.parts();
    const deps = {
      app: town.app,
      deliveries: rows,
      outbox,
      wakeUps: town.wakeUps(),
      shared: openShared(town.storage, 'town'),
    };
    expect(await resume(deps)).toBe(true);
    expect(await resume(deps)).toBe(false);
    await deliveries.tick();
    expect(heard()).toEqual([1, 1, 0]);
    town.pass(minutes(16));
    await deliveries.tick();
    expect(heard()).toEqual([1, 1, 1]);
  });

  it('does not rest for long when only one person’s chat says so', async () => {
    const { conversationId } = town.member('planner');
    const one = forever(forbidden('BotDisabledByAdmin'));
    town.connector.misbehave((request) => request.conversationId === conversationId, one);
    const deliveries = town.deliveries();
    await town.submits(submitter, 'SBK');
    await deliveries.tick();
    await town.submits(submitter, 'VOO');
    await deliveries.tick();
    expect(heard()).toEqual([0, 0, 0]);
    town.pass(minutes(1));
    await deliveries.tick();
    await deliveries.tick();
    expect(heard()).toEqual([1, 1, 0]);
  });
});
