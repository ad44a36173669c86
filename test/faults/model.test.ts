import fc from 'fast-check';
import { isClosedNow } from '../../src/app/person/closed-chat';
import { createDeliveries } from '../../src/delivery/deliveries';
import type { Person } from '../../src/domain/person/person';
import { type Delivery, isOpen } from '../../src/store/delivery/deliveries';
import { eventRun } from '../../src/store/keys';
import { mortal } from '../../testing/processes/mortal';
import { type Act, ask, close, explore, hours, minutes, Town } from '../../testing/scenes/town';
import type { ConnectorRequest } from '../../testing/teams/connector';
import * as misbehaviour from '../../testing/teams/misbehaviour';

// MODEL_RUNS=500 npx jest test/faults/model looks longer. The model: who is owed what follows from what happened to each idea, by a table of five lines. Whatever fails meanwhile,
// in the end each of these messages has arrived, or stands with the reason why it has not.
const submitters = ['submitter', 'other-submitter'] as const;
const leaders = ['leader', 'other-leader'] as const;
const everybody = [...submitters, ...leaders] as const;
type Name = (typeof everybody)[number];
const commands: Record<string, Act> = { explore, ask, close };
const hears: Record<string, readonly Name[] | 'submitter'> = {
  submitted: leaders,
  explored: 'submitter',
  asked: 'submitter',
  closed: 'submitter',
};

const faults = {
  acceptedThenServerError: misbehaviour.acceptedThenServerError(),
  serverError: misbehaviour.serverError(),
  away: misbehaviour.serverError(503),
  gateway: misbehaviour.serverError(502),
  acceptedThenGateway: misbehaviour.acceptedThenServerError(504),
  acceptedThenReset: misbehaviour.acceptedThenReset(),
  resetBefore: misbehaviour.resetBefore(),
  tooManyRequests: misbehaviour.tooManyRequests(),
  waitAMinute: misbehaviour.tooManyRequests(60),
  preconditionFailed: misbehaviour.preconditionFailed(),
  blocked: misbehaviour.forbidden('ConversationBlockedByUser'),
  disabled: misbehaviour.forbidden('BotDisabledByAdmin'),
  notFound: misbehaviour.notFound(),
  tooLarge: misbehaviour.tooLarge(),
};

type Step =
  | { do: 'submit'; who: (typeof submitters)[number] }
  | { do: 'decide'; who: (typeof leaders)[number]; idea: number; command: string }
  | { do: 'leave' | 'arrive'; who: Name }
  | { do: 'deliver' | 'emptyQueue' }
  | { do: 'die'; call: number }
  | { do: 'fail'; how: keyof typeof faults; times: number }
  | { do: 'pass'; milliseconds: number };

const who = fc.constantFrom(...everybody);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('submit' as const), who: fc.constantFrom(...submitters) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who: fc.constantFrom(...leaders),
      idea: fc.nat(5),
      command: fc.constantFrom(...Object.keys(commands)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'arrive' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('emptyQueue' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('die' as const), call: fc.nat(90) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      how: fc.constantFrom(...(Object.keys(faults) as (keyof typeof faults)[])),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      milliseconds: fc.constantFrom(1000, 10_000, minutes(1), minutes(10), hours(12)),
    }),
  },
);

/** A town to which things happen, and what is owed to its people by the model. */
class World {
  readonly ideas: string[] = [];
  readonly #mends: (() => void)[] = [];
  deaths = 0;

  private constructor(
    readonly town: Town,
    readonly people: Map<Name, Person>,
  ) {}

  static async open(): Promise<World> {
    const town = await Town.open();
    const people = new Map<Name, Person>();
    for (const name of everybody) people.set(name, await town.arrives(name));
    return new World(town, people);
  }

  person(name: Name): Person {
    const person = this.people.get(name);
    if (!person) throw new Error(`Nobody is called ${name}`);
    return person;
  }

  async take(one: Step): Promise<void> {
    const { town } = this;
    switch (one.do) {
      case 'submit':
        this.ideas.push((await town.submits(this.person(one.who))).id);
        return;
      case 'decide': {
        const id = this.ideas[one.idea % Math.max(1, this.ideas.length)];
        const command = commands[one.command];
        if (id && command) await town.acts(this.person(one.who), id, command);
        return;
      }
      case 'leave':
        return town.leaves(one.who);
      case 'arrive':
        await town.deliveries().arriving(this.person(one.who).ref);
        await town.arrives(one.who);
        return;
      case 'deliver':
        return town.deliveries().tick();
      case 'emptyQueue':
        await town.losesWakeUps();
        return;
      case 'die': {
        const { source, death } = mortal(town.source(), one.call);
        const done = createDeliveries(source).tick();
        await Promise.race([done, death.died]);
        if (death.calls() > one.call) this.deaths += 1;
        return;
      }
      case 'fail': {
        const toPeople = ({ kind }: ConnectorRequest) => kind === 'post' || kind === 'update';
        this.#mends.push(town.connector.misbehave(toPeople, Array(one.times).fill(faults[one.how])));
        return;
      }
      case 'pass':
        town.pass(one.milliseconds);
    }
  }

  /** Faults are over; time passes until nothing is owed, within the days that refusals may take. */
  async comeToRest(): Promise<void> {
    for (const mend of this.#mends) mend();
    // A day card may be put off for three days.
    for (let round = 0; round < 24; round++) {
      this.town.pass(round % 3 === 2 ? hours(14) : minutes(20));
      await this.town.deliveries().tick();
      if (round > 2 && (await this.owed()) === 0) break;
    }
  }

  async owed(): Promise<number> {
    const { outbox, deliveries } = this.town.parts();
    const open = await Promise.all(deliveries.partitions.map((one) => deliveries.open(one)));
    return (await outbox.list(100)).length + open.flat().length;
  }

  async rows(): Promise<Delivery[]> {
    const { deliveries } = this.town.parts();
    return (await Promise.all(deliveries.partitions.map((one) => deliveries.all(one)))).flat();
  }
}

const quiet = [
  'overtaken',
  'summed up',
  'nothing waits',
  'what waited is owed',
  'not installed',
  'up to date',
  'bot removed',
  'in the day card',
  'nothing new',
];

async function judge(world: World): Promise<void> {
  const { town, ideas } = world;
  expect(await world.owed()).toBe(0);
  const rows = await world.rows();
  const rowOf = (person: Person, run: string) => rows.find((row) => row.person === person.ref && row.run === run);

  for (const id of ideas) {
    const idea = (await town.app.ideas.load(id))?.idea;
    for (const event of await town.app.ideas.history(id)) {
      const audience = hears[event.type];
      const own = submitters.filter((name) => world.person(name).ref === idea?.submitter);
      for (const name of (audience === 'submitter' ? own : audience) ?? []) {
        const row = rowOf(world.person(name), eventRun(id, event.seq));
        // Nobody is asked for what had been decided before anybody could be told of it.
        if (!row && event.type === 'submitted' && idea?.stage !== 'submitted') continue;
        expect({ event: event.type, name, row }).toMatchObject({ row: { kind: 'notice' } });
        // News of one's own idea is never moot, unless a card that sums up tells it.
        const allowed = event.type === 'explored' || event.type === 'closed' ? ['summed up'] : quiet;
        if (row?.state === 'moot') expect(allowed).toContain(row.reason);
      }
    }
  }

  for (const row of rows) {
    // A card that is too large even when it is short, and one that is too large to be drawn anew, cannot be sent.
    const ended = row.state === 'failed' ? row.reason?.startsWith('413') === true : !isOpen(row);
    expect({ row, ended }).toEqual({ row, ended: true });
    const isGone = (row.kind === 'update' || row.kind === 'daily') && row.refusals >= 3;
    if (row.state === 'moot' && !isGone) expect(quiet).toContain(row.reason);
    if (row.state === 'ambiguous') expect(row.unknown).toBeGreaterThan(0);
  }

  for (const name of everybody) {
    const stored = await town.read(name);
    const theirs = rows.filter(({ person }) => person === stored.person.ref);
    if (theirs.some(({ state }) => state === 'unreachable')) {
      expect(stored.reach === undefined || isClosedNow(stored, town.now.slice(0, 10))).toBe(true);
    }
    // What has been gathered has been told, or waits for the person with their card.
    const items = await town.parts().deliveries.day.of(stored.person.ref);
    const untold = items.filter(({ told }) => told === undefined);
    const waits = stored.reach === undefined || theirs.some(({ state }) => state === 'unreachable');
    expect({ name, untold: waits ? [] : untold }).toEqual({ name, untold: [] });
    // What stands in the chat: each message that was sent, and a double at most for each time that nobody could know.
    const messages = theirs.filter(({ kind }) => kind !== 'update' && kind !== 'arrival');
    const sent = messages.filter(({ state }) => state === 'sent').length;
    const doubts = messages.reduce((sum, { unknown }) => sum + unknown, 0);
    expect(town.says(name).length).toBeGreaterThanOrEqual(sent);
    expect(town.says(name).length).toBeLessThanOrEqual(sent + doubts);
  }

  // Every card that follows an idea shows it as it is, where Teams has let it be drawn anew.
  for (const id of ideas) {
    const seq = (await town.app.ideas.load(id))?.idea.seq ?? 0;
    for (const copy of await town.parts().sentCards.of(id)) {
      const drawing = rows
        .flatMap((row) => (row.kind === 'update' ? [row] : []))
        .find(({ activity, person }) => activity === copy.activity && person === copy.person);
      const excused = drawing && ['moot', 'ambiguous', 'failed'].includes(drawing.state);
      // What Teams found too large was drawn in short: that was the latest, and shows no version that is kept.
      const isShort = drawing?.kind === 'update' && drawing.state === 'sent' && drawing.short;
      const drawnTo = isShort ? drawing.seq : copy.seq;
      if (!excused) expect({ id, seq: drawnTo }).toEqual({ id, seq });
    }
  }
}

it('whatever happens in whatever order, every message that is owed arrives, or stands with its reason', async () => {
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 22 }), async (steps) => {
      const world = await World.open();
      try {
        for (const one of steps) await world.take(one);
        await world.comeToRest();
        await judge(world);
        deaths += world.deaths;
      } finally {
        await world.town.close();
      }
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 20), interruptAfterTimeLimit: 300_000 },
  );
  expect(deaths).toBeGreaterThan(0);
});
