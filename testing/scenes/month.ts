import type { Command } from '../../src/domain/idea/commands.js';
import { isDecision } from '../../src/domain/idea/deciding/decisions.js';
import type { FunderTier, Idea } from '../../src/domain/idea/idea.js';
import type { Person } from '../../src/domain/person/person.js';
import { addDays, type Day, instantAt } from '../../src/domain/time.js';
import { inLanguage } from '../../src/text/index.js';
import * as story from '../samples/idea/story.js';
import { Town } from './town.js';

/** How much happens in a department, and who is there. */
export interface MonthOf {
  file: object;
  department: string;
  newIdeasAWeek: number;
  /** Ideas that nobody has answered when the month begins. */
  waiting: number;
  tests: number;
  /** One of them ends each so many weeks, and another begins. */
  testEndsEvery: number;
  commentsADay: number;
  /** How many ideas the leader answers on a working day. */
  answersADay: number;
  /** The unit in which those work whose ideas are tested. */
  unit?: string;
  /** By address: who decides on ideas, and who on the money of tests. */
  leader: string;
  funders: Readonly<Partial<Record<FunderTier, string>>>;
  /** Everybody whose messages are counted, by role. */
  roles: Readonly<Record<string, readonly string[]>>;
  /** How many weeks are counted; a month of them where it says nothing. */
  weeks?: number;
}

/** What reached somebody's chat, a week at a time: messages, and how many of them were day cards. */
export interface Received {
  messages: readonly number[];
  dayCards: readonly number[];
  /** Of the others: those that did not decide on an idea of theirs, nor ask them by name. */
  unasked: readonly string[];
}
export type Counted = Readonly<Record<string, ReadonlyMap<string, Received>>>;

const MONDAY: Day = '2026-11-02';
const WEEKS = 4;
/** More than the time before a month owes. */
const MOST_OWED = 1000;
/** Those who drive tests, and those who talk about ideas: nobody counts what they get. */
const DRIVERS = 4;
const COLLEAGUES = 12;
const WORKING_DAYS = 5;
const ZONE = 'Europe/Stockholm';
const DAY_CARD = inLanguage('sv')('day.heading');

/** Always the same numbers in [0, most), by a linear congruence: a generated month can be looked at again. */
function choosing(seed: number) {
  let state = seed;
  return (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

/**
 * A month in a department, through the real use cases, relay, worker and clock: ideas come in, are asked about, explored,
 * tested and closed, people comment and thank, dates pass. Counts the messages that reach people's chats: cards that are
 * drawn anew alert nobody, and are no messages.
 */
export async function monthOf(plan: MonthOf): Promise<Counted> {
  const town = await Town.open(`${addDays(MONDAY, -28)}T07:00:00.000Z`, plan.file);
  try {
    return await new Month(town, plan).passes();
  } finally {
    await town.close();
  }
}

class Month {
  readonly #deliveries;
  readonly #people = new Map<string, Person>();
  readonly #choose = choosing(20_261_102);
  /** Ids of what waits for the leader, the oldest first; what is asked about; what is tested; what comments are about. */
  readonly #queue: { id: string; by: string }[] = [];
  readonly #asked: { id: string; by: string }[] = [];
  readonly #testing: { id: string; driver: string }[] = [];
  readonly #known: string[] = [];
  #turn = 0;

  constructor(
    readonly town: Town,
    readonly plan: MonthOf,
  ) {
    this.#deliveries = town.deliveries();
  }

  async passes(): Promise<Counted> {
    const { plan, town } = this;
    for (const name of Object.values(plan.roles).flat()) await this.#person(name);
    for (const name of [plan.leader, ...Object.values(plan.funders)]) await this.#person(name);
    await this.#before();
    const seen = [this.#chats()];
    for (let week = 0; week < (plan.weeks ?? WEEKS); week++) {
      // On days off nothing is due, and nobody does anything.
      for (let day = 0; day < WORKING_DAYS; day++) await this.#day(addDays(MONDAY, 7 * week + day), day, week);
      seen.push(this.#chats());
    }
    const errors = town.log.filter(({ level }) => level === 'error');
    if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
    const received = async (name: string): Promise<readonly [string, Received]> => {
      const weeks = seen.slice(1).map((after, week) => (after.get(name) ?? []).slice(seen[week]?.get(name)?.length));
      const dayCards = weeks.map((some) => some.filter((isDayCard) => isDayCard).length);
      return [name, { messages: weeks.map(({ length }) => length), dayCards, unasked: await this.#unasked(name) }];
    };
    const byRole: Record<string, ReadonlyMap<string, Received>> = {};
    for (const [role, people] of Object.entries(plan.roles)) {
      byRole[role] = new Map(await Promise.all(people.map(received)));
    }
    return byRole;
  }

  /** Messages of their own that told somebody of an event which neither decided on an idea of theirs nor asked them by name. */
  async #unasked(name: string): Promise<string[]> {
    const { ref } = await this.#person(name);
    const sent = await this.town.app.deliveries.allOf(ref);
    const told = sent.flatMap((row) => (row.kind === 'notice' && row.state === 'sent' ? [row] : []));
    const each = await Promise.all(
      told.map(async ({ id, seq, as }) => {
        const event = await this.town.app.ideas.event(id, seq);
        const { waiting } = event?.to ?? {};
        const asksThem = waiting !== undefined && 'person' in waiting && waiting.person === ref;
        const decidesTheirs = event !== undefined && isDecision(event) && as === 'submitter';
        return asksThem || decidesTheirs ? [] : [`${as} of ${event?.type}`];
      }),
    );
    return each.flat();
  }

  /** What there is when the month begins: ideas that wait, tests that go on, and those who follow them. */
  async #before(): Promise<void> {
    const { plan, town } = this;
    for (let n = 0; n < plan.tests; n++) {
      const id = await this.#submits(`tester${n}`);
      const driver = `driver${n % DRIVERS}`;
      await this.#tests(id, driver, [0, 4000, 40_000][n % 3] ?? 0);
      this.#testing.push({ id, driver });
    }
    for (let n = 0; n < plan.waiting; n++) {
      town.now = instantAt(addDays(MONDAY, -21 + Math.floor((20 * n) / plan.waiting)), 10, ZONE);
      this.#queue.push({ id: await this.#submits(`waiting${n}`), by: `waiting${n}` });
    }
    for (const name of plan.roles.follower ?? []) {
      const { ref } = await this.#person(name);
      for (let n = 0; n < 3; n++) await town.app.follows.add(this.#any(this.#known), ref);
    }
    town.now = instantAt(addDays(MONDAY, -2), 12, ZONE);
    // What has happened before was told before: the month begins with nothing owed.
    const { outbox } = town.parts();
    for (const row of await outbox.list(MOST_OWED)) await outbox.done(row);
    await this.#deliveries.tick();
  }

  async #day(day: Day, ofWeek: number, week: number): Promise<void> {
    const { town, plan } = this;
    const at = async (hour: number, ...work: readonly (() => Promise<void>)[]): Promise<void> => {
      town.now = instantAt(day, hour, ZONE);
      for (const one of work) await one();
      // What is gathered now goes out at the next look.
      await this.#deliveries.tick();
    };
    await at(8);
    const share = (all: number) => Math.floor((all * (ofWeek + 1)) / 5) - Math.floor((all * ofWeek) / 5);
    const comment = () => this.#comments();
    const some = (count: number, work: () => Promise<void>) => Array.from({ length: count }, () => work);
    const news = some(share(plan.newIdeasAWeek), () => this.#comesIn(week));
    await at(10, ...news.slice(0, 1), ...some(Math.ceil(plan.commentsADay / 2), comment), () => this.#askedAnswer());
    await at(13, ...news.slice(1), ...some(plan.answersADay, () => this.#leaderAnswers()));
    await at(16, ...some(Math.floor(plan.commentsADay / 2), comment), () => this.#goesOn(ofWeek, week));
  }

  async #comesIn(week: number): Promise<void> {
    const by = `employee${this.#turn++}.${week}`;
    this.#queue.push({ id: await this.#submits(by), by });
  }

  /** Somebody comments on an idea that is known, thanks for it, or says how a test goes. */
  async #comments(): Promise<void> {
    const kind = this.#choose(4);
    const test = this.#testing[this.#choose(this.#testing.length)];
    if (kind === 0 && test) return this.#acts(test.driver, test.id, story.reportProgress());
    const by = `colleague${this.#choose(COLLEAGUES)}`;
    await this.#acts(by, this.#any(this.#known), kind === 1 ? story.thank : story.comment());
  }

  /** Whoever was asked something the day before answers. */
  async #askedAnswer(): Promise<void> {
    const asked = this.#asked.shift();
    if (!asked) return;
    await this.#acts(asked.by, asked.id, story.answer());
    this.#queue.push(asked);
  }

  /** The leader answers the oldest idea that waits: asks, takes it on with somebody, has it done, or closes it. */
  async #leaderAnswers(): Promise<void> {
    const next = this.#queue.shift();
    if (!next) return;
    const { leader } = this.plan;
    const way = this.#choose(5);
    if (way === 0 && !(await this.#stored(next.id)).asked) {
      await this.#acts(leader, next.id, story.ask());
      this.#asked.push(next);
    } else if (way === 1) await this.#acts(leader, next.id, story.exploreWith((await this.#person(leader)).ref));
    else await this.#acts(leader, next.id, story.close());
  }

  /** Tests end and begin: on Tuesdays one hands in its result, on Thursdays it is decided on and another one asks for money. */
  async #goesOn(ofWeek: number, week: number): Promise<void> {
    const { leader, tests, testEndsEvery } = this.plan;
    if ((week + 1) % testEndsEvery !== 0) return;
    const [test] = this.#testing;
    if (ofWeek === 1 && test) {
      await this.#acts(
        test.driver,
        test.id,
        story.fill('result', { outcome: 'Bra.', learned: 'Mycket.', recommendation: 'use' }),
      );
      await this.#acts(test.driver, test.id, story.fill('used', { used: '100' }));
      await this.#acts(test.driver, test.id, story.submitResult);
    }
    if (ofWeek === 3 && test) {
      this.#testing.shift();
      await this.#acts(leader, test.id, story.useHere());
      if (this.#testing.length < tests) {
        const driver = `driver${this.#choose(DRIVERS)}`;
        const id = await this.#submits(`tester.${this.#turn++}`);
        await this.#tests(id, driver, week % 2 === 0 ? 4000 : 40_000);
        this.#testing.push({ id, driver });
      }
    }
  }

  /** The way of an idea from the leader's yes to its test. */
  async #tests(id: string, driver: string, cost: number): Promise<void> {
    const { leader, funders } = this.plan;
    const day = this.town.now.slice(0, 10);
    const { ref } = await this.#person(driver);
    await this.#acts(leader, id, story.exploreWith(ref));
    const steps = [...story.explored(), [story.driver, story.plan] as const, ...story.planned(cost)];
    const fills = steps.map(([, command]) => command);
    const time = story.fill('time', { start: day, end: addDays(day, 90) });
    for (const command of [story.acceptDriving, ...fills, time, story.submitPlan])
      await this.#acts(driver, id, command);
    await this.#acts(leader, id, story.approvePlan(cost < 5000 && this.plan.unit ? 'unitManager' : 'manager'));
    const { money, waiting } = await this.#stored(id);
    const funder = money && funders[money.funder];
    if (waiting?.for === 'funder' && funder) await this.#acts(funder, id, story.grant(money.asked));
  }

  async #submits(by: string): Promise<string> {
    const { id } = await this.town.submits(await this.#person(by), this.plan.department, `Idé från ${by}`);
    this.#known.push(id);
    return id;
  }

  /** What is refused (a thank-you that was given before, an idea that has ended) is no matter here. */
  async #acts(by: string, id: string, command: Command): Promise<void> {
    await this.town.acts(await this.#person(by), id, command);
  }

  async #person(name: string): Promise<Person> {
    const known = this.#people.get(name);
    if (known) return known;
    const { department, unit } = this.plan;
    const arrived = await this.town.arrives(name);
    const person = unit && name.startsWith('tester') ? { ...arrived, department, unit } : arrived;
    this.#people.set(name, person);
    return person;
  }

  async #stored(id: string): Promise<Idea> {
    const stored = await this.town.app.ideas.load(id);
    if (!stored) throw new Error(`No idea ${id}`);
    return stored.idea;
  }

  #any<T>(list: readonly T[]): T {
    return list[this.#choose(list.length)] as T;
  }

  /** Everybody's messages so far, and which of them are day cards. */
  #chats(): Map<string, readonly boolean[]> {
    return new Map(
      [...this.#people.keys()].map((name) => {
        const messages = this.town.chat(name).filter(({ activity }) => activity.type === 'message');
        return [name, messages.map(({ activity }) => (activity.summary ?? '').startsWith(DAY_CARD))];
      }),
    );
  }
}
