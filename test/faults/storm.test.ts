import { createDeliveries, type Deliveries } from '../../src/delivery/deliveries';
import { type Delivery, isOpen } from '../../src/store/delivery/deliveries';
import { mortal } from '../../testing/processes/mortal';
import { close, minutes, Town } from '../../testing/scenes/town';
import { forever, serverError } from '../../testing/teams/misbehaviour';

const seconds = (count: number): number => count * 1000;
const submitters = Array.from({ length: 12 }, (_, n) => `submitter-${n}`);
const everybody = ['leader', 'other-leader', ...submitters];

/** A town in which Teams answers 503 to every message for a while. */
class Storm {
  #over: () => void = () => undefined;
  readonly ideas: string[] = [];

  private constructor(readonly town: Town) {}

  static async open(): Promise<Storm> {
    const storm = new Storm(await Town.open());
    for (const name of everybody) await storm.town.arrives(name);
    return storm;
  }

  begin(): void {
    const { connector } = this.town;
    this.#over = connector.misbehave(() => true, forever(serverError(503)));
  }

  end(): void {
    this.#over();
  }

  /** Somebody sends an idea: a card for each of two leaders. */
  async sends(name: string): Promise<void> {
    const { person } = await this.town.read(name);
    this.ideas.push((await this.town.submits(person)).id);
  }

  /** The leader closes all ideas that there are: news for each submitter. */
  async closesAll(): Promise<void> {
    const { person } = await this.town.read('leader');
    for (const id of this.ideas.splice(0)) await this.town.acts(person, id, close);
  }

  /** Both instances look every so often. */
  async lasts(milliseconds: number, bots: readonly Deliveries[], step = seconds(30)): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      await Promise.all(bots.map((bot) => bot.tick()));
      this.town.pass(step);
    }
  }

  /** All messages about ideas that anybody was owed. */
  async messages(): Promise<Delivery[]> {
    const { deliveries } = this.town.parts();
    const rows = await Promise.all(deliveries.partitions.map((one) => deliveries.all(one)));
    return rows.flat().filter(({ kind }) => kind === 'notice');
  }

  get posts(): number {
    return this.town.connector.requests.filter(({ kind }) => kind === 'post').length;
  }
}

describe('503 from Teams', () => {
  let storm: Storm;
  beforeEach(async () => {
    storm = await Storm.open();
  });
  afterEach(() => storm.town.close());

  /** Each message has arrived, each once; nothing is owed, in doubt or lost. Gives how many. */
  async function expectAllOnce(): Promise<number> {
    const messages = await storm.messages();
    expect(messages.filter((row) => row.state !== 'sent' || row.unknown > 0)).toEqual([]);
    for (const name of everybody) {
      const { person } = await storm.town.read(name);
      const owed = messages.filter((row) => row.person === person.ref);
      expect({ name, heard: storm.town.says(name).length }).toEqual({ name, heard: owed.length });
    }
    return messages.length;
  }

  it('for 90 seconds: each leader gets each idea once, within minutes', async () => {
    const bots = [storm.town.deliveries(), storm.town.deliveries()];
    storm.begin();
    for (const name of submitters.slice(0, 3)) await storm.sends(name);
    await storm.lasts(seconds(90), bots, seconds(10));
    expect(storm.town.says('leader')).toEqual([]);
    storm.end();
    await storm.lasts(minutes(3), bots, seconds(10));
    expect(await expectAllOnce()).toBe(6);
  });

  it('for an hour: all arrive within minutes of its end, each once, and meanwhile one message tries now and then', async () => {
    const bots = [storm.town.deliveries(), storm.town.deliveries()];
    for (const name of submitters) await storm.sends(name);
    await storm.lasts(seconds(30), bots);
    const before = storm.posts;
    storm.begin();
    await storm.closesAll();
    await storm.lasts(minutes(30), bots);
    for (const name of submitters.slice(0, 4)) await storm.sends(name);
    await storm.lasts(minutes(30), bots);
    expect(storm.posts - before).toBeLessThan(60);
    storm.end();
    await storm.lasts(minutes(9), bots);
    expect(await expectAllOnce()).toBe(24 + 12 + 8);
  });

  it('for an hour while bots are killed: each message arrives once, and it is noted where nobody could know', async () => {
    for (const name of submitters) await storm.sends(name);
    await storm.lasts(seconds(30), [storm.town.deliveries()]);
    storm.begin();
    await storm.closesAll();
    let deaths = 0;
    for (let round = 0; round < 12; round++) {
      const { source, death } = mortal(storm.town.source(), 3 + 17 * round);
      await Promise.race([createDeliveries(source).tick(), death.died]);
      if (death.calls() > 3 + 17 * round) deaths++;
      await storm.lasts(minutes(5), [storm.town.deliveries()], minutes(1));
    }
    storm.end();
    await storm.lasts(minutes(15), [storm.town.deliveries(), storm.town.deliveries()], minutes(1));
    const messages = await storm.messages();
    expect(messages.filter(isOpen)).toEqual([]);
    for (const name of submitters) {
      const { person } = await storm.town.read(name);
      const [news, ...more] = messages.filter((row) => row.person === person.ref);
      expect({ name, news, more }).toMatchObject({
        news: { state: 'sent' },
        more: [],
      });
      expect({ name, heard: storm.town.says(name).length }).toEqual({ name, heard: 1 });
    }
    // None had arrived before its sender died, so that none comes twice. Only whoever dies between claiming and posting leaves a doubt, and each death at most one.
    expect(deaths).toBeGreaterThan(0);
    expect(messages.filter(({ unknown }) => unknown > 0).length).toBeLessThanOrEqual(deaths);
  });
});
