import { takeBackReaction } from '../../src/app/idea/record/reactions';
import { assemble } from '../../src/delivery/deliveries';
import { countReactions } from '../../src/delivery/idea/reactions';
import type { Command } from '../../src/domain/idea/commands';
import type { IdeaEvent } from '../../src/domain/idea/events';
import type { Idea } from '../../src/domain/idea/idea';
import type { Person } from '../../src/domain/person/person';
import { openReactions } from '../../src/store/idea/reactions';
import { mortal } from '../../testing/processes/mortal';
import { minutes, refFor, Town } from '../../testing/scenes/town';

/** More calls than counting and telling make; one that never comes to an end is told of instead of waited for. */
const MOST_CALLS = 30;
const VERY_MANY = 1500;
const thank: Command = { type: 'thank', data: {}, words: {} };
const need: Command = { type: 'need', data: {}, words: { need: 'Varje vecka' } };

// Each thank-you is counted by the transaction that takes away what says that it is not counted.
describe('thanks, whatever dies and however many relay', () => {
  let town: Town;
  let submitter: Person;
  let readers: Person[];
  beforeAll(async () => {
    town = await Town.open();
    submitter = await town.arrives('submitter');
    readers = await Promise.all(
      ['leader', 'other-leader', 'manager', 'planner', 'boss'].map((one) => town.arrives(one)),
    );
  });
  afterAll(() => town.close());

  const countOf = async (id: string) => (await town.app.reactions.tally(id, 'thank')).count;
  /** What of it has come into the day card of whoever had the idea, or will. */
  const told = async (id: string) =>
    (await town.parts().deliveries.allOf(submitter.ref)).filter(
      (row) => row.kind === 'reactions' && row.id === id && row.reason === 'in the day card',
    );

  it('are exact, and told of once, when the one who counts dies before any of its calls', async () => {
    let deaths = 0;
    for (let call = 0; call < MOST_CALLS; call++) {
      const { id } = await town.submits(submitter, 'VOO', `Cykelpool ${call}`);
      await town.deliveries().tick();
      for (const reader of readers) await town.acts(reader, id, thank);
      const { source, death } = mortal(town.source(), call);
      const reactions = openReactions(source.storage, town.organisation().municipality.code);
      const dying = assemble({ ...source, app: { ...town.app, reactions } }).deps;
      const seeing = countReactions(dying).then(() => countReactions(dying));
      const lived = await Promise.race([seeing.then(() => true), death.died.then(() => false)]);
      await Promise.all([town.deliveries().tick(), town.deliveries().tick()]);
      await town.deliveries().tick();
      expect({ call, count: await countOf(id), told: (await told(id)).length }).toEqual({ call, count: 5, told: 1 });
      const left = await town.app.reactions.owed();
      expect({ call, left }).toEqual({ call, left: { uncounted: [], untold: [], more: false } });
      if (lived) break;
      deaths++;
    }
    expect(deaths).toBeGreaterThan(5);
  });

  it('are taken off exactly once when whoever takes theirs back dies before any of the calls, and presses again', async () => {
    const [taker, stays] = readers;
    if (!taker || !stays) throw new Error('Nobody reads');
    let deaths = 0;
    for (const counted of [false, true]) {
      for (let call = 0; call < MOST_CALLS; call++) {
        const { id } = await town.submits(submitter, 'VOO', `Cykelpool ${counted} ${call}`);
        for (const reader of [taker, stays]) await town.acts(reader, id, need);
        if (counted) await town.deliveries().tick();
        const { source, death } = mortal(town.source(), call);
        const reactions = openReactions(source.storage, town.organisation().municipality.code);
        const taking = takeBackReaction({ ...town.app, reactions }, taker, id, 'need');
        const lived = await Promise.race([taking.then(() => true), death.died.then(() => false)]);
        await town.deliveries().tick();
        // Whole or not at all: what is counted is what stands.
        const row = await town.app.reactions.of(id, 'need', taker.ref);
        const { count } = await town.app.reactions.tally(id, 'need');
        expect({ call, counted, count }).toEqual({ call, counted, count: row ? 2 : 1 });
        await takeBackReaction(town.app, taker, id, 'need');
        await town.deliveries().tick();
        expect(await town.app.reactions.tally(id, 'need')).toMatchObject({ count: 1 });
        expect(await town.app.reactions.of(id, 'need', taker.ref)).toBeUndefined();
        if (lived) break;
        deaths++;
      }
    }
    expect(deaths).toBeGreaterThan(3);
  });

  it('are exact when several count at once, while more come', async () => {
    const { id } = await town.submits(submitter, 'VOO', 'Delade cyklar');
    const instances = [town.deliveries(), town.deliveries(), town.deliveries()];
    await Promise.all([
      ...readers.map((reader) => town.acts(reader, id, thank)),
      ...instances.map((one) => one.tick()),
      ...readers.map((reader) => town.acts(reader, id, thank)),
      ...instances.map((one) => one.tick()),
    ]);
    await town.deliveries().tick();
    expect(await countOf(id)).toBe(5);
    // The first is told of at once, the rest within the hour, together.
    town.pass(minutes(61));
    await town.deliveries().tick();
    expect((await told(id)).length).toBeLessThanOrEqual(2);
    expect((await told(id)).length).toBeGreaterThanOrEqual(1);
  });

  it('of fifteen hundred at once are exact while three count, change nothing of the idea, and are told of twice', async () => {
    const { id } = await town.submits(submitter, 'VOO', 'Tusen cyklar');
    await town.deliveries().tick();
    const idea = (await town.app.ideas.load(id))?.idea;
    if (!idea) throw new Error(`No idea ${id}`);
    const before = (await town.app.ideas.load(id))?.etag;
    const thanking = Promise.all(Array.from({ length: VERY_MANY }, (_, n) => thanks(idea, refFor(`thanks ${n}`), n)));
    const isOver = thanking.then(() => true);
    const counts = async () => {
      const { deps } = assemble(town.source());
      while (!(await Promise.race([isOver, countReactions(deps).then(() => false)])));
    };
    await Promise.all([counts(), counts(), counts()]);
    while ((await town.app.reactions.owed()).uncounted.length > 0) await town.deliveries().tick();
    expect(await countOf(id)).toBe(VERY_MANY);
    expect((await town.app.ideas.load(id))?.etag).toBe(before);
    await town.deliveries().tick();
    town.pass(minutes(61));
    await town.deliveries().tick();
    expect(await told(id)).toHaveLength(2);
    expect(await town.app.reactions.owed()).toEqual({ uncounted: [], untold: [], more: false });
  });

  /** One of them, as its press leaves it. */
  function thanks({ id, stage }: Idea, person: string, n: number): Promise<boolean> {
    const at = town.now;
    const event: IdeaEvent = {
      ...{ type: 'thanked', seq: 0, at, day: at.slice(0, 10), by: person, to: { stage }, data: {}, words: {} },
    };
    return town.app.reactions.add(id, 'thank', { person, at, idempotencyKey: `THANKS.${n}`, words: {} }, event);
  }
});
