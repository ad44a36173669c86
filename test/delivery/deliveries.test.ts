import { createDeliveries } from '../../src/delivery/deliveries';
import { relay } from '../../src/delivery/outbox/relay';
import { createPacing } from '../../src/delivery/pacing/pacing';
import { pause } from '../../src/delivery/pacing/pause';
import { eventRun } from '../../src/store/keys';
import { cardsIn, textsOf } from '../../testing/cards/card';
import { reopen } from '../../testing/samples/idea/story';
import { ask, close, explore, Town } from '../../testing/scenes/town';
import { late } from '../../testing/teams/misbehaviour';
import { current } from '../../testing/teams/posts';

describe('deliveries', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open();
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  it('brings a new idea to all its leaders, as a card to decide on', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    await town.arrives('other-leader');
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    await deliveries.tick();

    for (const name of ['leader', 'other-leader']) {
      const [post] = town.chat(name);
      const [card] = cardsIn(post?.activity ?? {});
      expect(textsOf(card).join(' ')).toContain('Cykelpool för hemtjänsten');
      expect(textsOf(card).join(' ')).toContain(id);
    }
    expect(town.chat('submitter')).toEqual([]);
  });

  it('delivers at the next start what a bot owed that died after saving', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    await town.submits(submitter);
    const next = town.deliveries();
    next.start();
    await town.connector.waitFor(() => true, 'the card that was owed');
    await next.stop();
    expect(town.says('leader')).toHaveLength(1);
  });

  it('delivers within a kick, without waiting for a sweep', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    const deliveries = town.deliveries();
    deliveries.start();
    await town.submits(submitter);
    deliveries.kick();
    await town.connector.waitFor(() => true, 'the card that was owed');
    await deliveries.stop();
    expect(town.says('leader')).toHaveLength(1);
  });

  it('sends once when several instances relay and work at the same time', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    await town.arrives('other-leader');
    const instances = [town.deliveries(), town.deliveries(), town.deliveries()];
    for (let count = 0; count < 5; count++) await town.submits(submitter, 'VOO', `Idé nummer ${count}`);
    await Promise.all(instances.map((one) => one.tick()));
    await Promise.all(instances.map((one) => one.tick()));
    expect(town.says('leader')).toHaveLength(5);
    expect(town.says('other-leader')).toHaveLength(5);
  });

  it('tells the submitter of a decision, and draws the other leader’s card anew', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    await town.arrives('other-leader');
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    await deliveries.tick();
    const pressed = town.chat('leader')[0]?.id;

    await town.acts(leader, id, explore, pressed);
    await deliveries.tick();

    const [others] = town.chat('other-leader');
    expect(others?.updates).toHaveLength(1);
    expect(textsOf(cardsIn(current(others ?? ({ updates: [], activity: {} } as never)))[0]).join(' ')).toContain(
      'Utforskas',
    );
    expect(town.chat('leader').map(({ updates }) => updates.length)).toEqual([0]);
    expect(town.says('submitter')).toHaveLength(1);
    expect(town.says('submitter')[0]).toContain('utforskar');
  });

  it('tells somebody of two events of an idea in the order in which they happened, also by several instances', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, explore);
    await town.acts(leader, id, close);
    await town.acts(leader, id, reopen);
    const { wake, deliveries } = town.parts();
    await relay(town.parts());
    await town.losesWakeUps();
    // The last one first, each to an instance of its own.
    for (const seq of [4, 3, 2]) {
      const name = { person: submitter.ref, run: eventRun(id, seq) };
      expect(await deliveries.get(name)).toBeDefined();
      await wake([name]);
    }
    await Promise.all([town.deliveries(), town.deliveries(), town.deliveries()].map((one) => one.tick()));
    expect(town.says('submitter')).toEqual([
      expect.stringContaining('utforskar'),
      expect.stringContaining('går inte vidare'),
      expect.stringContaining('öppnat'),
    ]);
  });

  it('joins the updates of a card that has fallen several events behind into one', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    await town.arrives('other-leader');
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    await deliveries.tick();
    await town.acts(leader, id, ask);
    await town.acts(leader, id, close);
    await deliveries.tick();
    const [others] = town.chat('other-leader');
    expect(others?.updates).toHaveLength(1);
    expect(textsOf(cardsIn(others?.updates[0] ?? {})[0]).join(' ')).toContain('Avslutad');
  });

  it('does not ask somebody for what another leader has already done', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    await town.arrives('other-leader');
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, close);
    await town.deliveries().tick();
    expect(town.says('other-leader')).toEqual([]);
    expect(town.says('submitter')).toHaveLength(1);
  });

  it('gives back what is still waiting for its turn when it stops, so that another has it at once', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    await town.submits(submitter);
    let asked: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const near = async () => ({
      whenAllowed: async <T>(_call: () => Promise<T>, _within: number, stopping?: AbortSignal): Promise<T> => {
        asked();
        await pause(600_000, stopping);
        throw new Error('Not stopped');
      },
      leave() {},
    });
    const first = createDeliveries({ ...town.source(), pacing: { ...createPacing(40), near } });
    first.start();
    await waiting;
    await first.stop();
    expect(town.says('leader')).toEqual([]);
    const second = town.deliveries();
    second.start();
    await town.connector.waitFor(() => true, 'the card that was given back');
    await second.stop();
    expect(town.says('leader')).toHaveLength(1);
  });

  it('finishes what it is sending before it stops', async () => {
    const submitter = await town.arrives('submitter');
    await town.arrives('leader');
    await town.submits(submitter);
    town.connector.misbehave(() => true, [late(300)]);
    const deliveries = town.deliveries();
    deliveries.start();
    await town.connector.waitFor(() => true, 'the card');
    await deliveries.stop();
    expect(town.log).toContainEqual(expect.objectContaining({ what: expect.objectContaining({ state: 'sent' }) }));
  });

  it('draws a card anew that had fallen behind when it arrived', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    const { id } = await town.submits(submitter);
    const teams = town.teams();
    const deliveries = town.deliveries({
      ...teams,
      send: async (reach, message) => {
        if (reach.user === town.member('leader').id) await town.acts(leader, id, close);
        return teams.send(reach, message);
      },
    });
    await deliveries.tick();
    await deliveries.tick();
    const [post] = town.chat('leader');
    expect(post?.updates).toHaveLength(1);
    expect(textsOf(cardsIn(post?.updates[0] ?? {})[0]).join(' ')).toContain('Avslutad');
  });

  it('draws a card anew once more when the idea changed while that was under way', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    await town.arrives('other-leader');
    const { id } = await town.submits(submitter);
    await town.deliveries().tick();
    const teams = town.teams();
    let closed = false;
    const deliveries = town.deliveries({
      ...teams,
      update: async (...update) => {
        if (!closed) {
          closed = true;
          await town.acts(leader, id, close);
          town.deliveries().kick();
          while ((await town.parts().outbox.list(1)).length > 0) await new Promise((resolve) => setImmediate(resolve));
        }
        return teams.update(...update);
      },
    });
    await town.acts(leader, id, ask);
    await deliveries.tick();
    const [others] = town.chat('other-leader');
    expect(textsOf(cardsIn(others?.updates.at(-1) ?? {})[0]).join(' ')).toContain('Avslutad');
  });

  it('writes no words and no names into the log', async () => {
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    const deliveries = town.deliveries();
    const { id } = await town.submits(submitter);
    await town.acts(leader, id, close);
    await deliveries.tick();
    expect(town.log.length).toBeGreaterThan(0);
    expect(JSON.stringify(town.log)).not.toMatch(/Cykelpool|redan|leader|submitter@/);
  });
});
