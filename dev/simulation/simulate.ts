import { buttonsOf } from '../../testing/cards/card';
import { chance } from '../../testing/properties/chance';
import { addressOf, type CityRole, inhabitants } from '../../testing/scenes/city-people';
import { idOn, sv } from '../../testing/scenes/everyday';
import { startConnector } from '../../testing/teams/connector';
import type { Person } from '../../testing/teams/person';
import { actsOn, ideasOn } from './acting';
import { newIdea } from './habits';
import type { Standing } from './messages';
import { Killed, MortalBot } from './mortal-bot';
import { PatientTeams } from './patient-teams';
import { Tally } from './tally';

export interface Simulation {
  /** Where it is stored, which may be shared with others. */
  storage: { connectionString: string; prefix: string };
  employees: number;
  days: number;
  /** What happens by chance is the same for the same seed. */
  seed: number;
  /** How often, on average, the bot is killed in a week. */
  killsAWeek: number;
  /** Told after each week. */
  progress?: (line: string) => void;
}

/** How it went. `faults`: what did not hold, in words; nothing is well. */
export interface SimulationReport {
  ideas: number;
  turns: number;
  messages: number;
  deaths: number;
  /** How many ideas stand in each stage at last. */
  stages: Readonly<Record<string, number>>;
  faults: string[];
}

/** A Tuesday, in winter time. */
const START = '2026-12-01';
/** Of a hundred employees so many send an idea in a year: about as many as the municipalities that we know of. */
const IDEAS_A_YEAR = 10;
const WORKING_DAYS = 250;
/** Of three days somebody with a post looks at what waits for them on two; others on one of eight. */
const LOOKS = { post: [2, 3], other: [1, 8] } as const;
const IDEAS_AT_ONCE = 3;

/** In posts, beside the employees. */
const posts: readonly CityRole[] = [
  ...(['leader', 'otherLeader', 'deputy', 'manager', 'unitManager', 'environmentLeader'] as const),
  ...(['executiveLeader', 'rescueLeader', 'office'] as const),
];
/** Where people work. */
const departments = ['VOO', 'VOO', 'MIL', 'KLK', 'RTJ'];

/**
 * A municipality's days, one after the other, on the real database with a clock of its own: people send ideas in, decide, carry
 * them out and forget, through the cards that they see, while the bot is killed in the middle of things and starts again. Each
 * week nothing that is due may be owed; at last what the bot has stored and counted is what people have seen.
 */
export async function simulate(options: Simulation): Promise<SimulationReport> {
  const { storage, employees, days, seed, killsAWeek, progress = () => undefined } = options;
  const dice = chance(seed);
  const tally = new Tally();
  const faults: string[] = [];
  let turns = 0;
  let now = `${START}T06:00:00.000Z`;
  const today = () => now.slice(0, 10);
  const connector = await startConnector();
  const bot = new MortalBot(storage, () => now);
  await bot.start();
  let restarting: Promise<void> | undefined;
  const teams = new PatientTeams({ connector, botUrl: bot.url, patienceMs: 60_000, now: () => new Date(now) });
  teams.listens = async () => {
    await restarting;
    return bot.url;
  };

  const asks = async <T>(what: Parameters<MortalBot['ask']>[0]): Promise<T> => {
    for (;;) {
      await restarting;
      try {
        return await bot.ask<T>(what);
      } catch (error) {
        // One that has ended by itself does not come back.
        if (!(error instanceof Killed) || !restarting) throw error;
      }
    }
  };
  const at = async (time: string): Promise<void> => {
    now = `${today()}T${time}:00.000Z`;
    await asks('time');
  };
  /** In the middle of what is done meanwhile. */
  const mayDie = (): void => {
    if (restarting || dice.below(7 * 24) >= killsAWeek) return;
    restarting = new Promise((resolve) => setTimeout(resolve, dice.below(40)))
      .then(() => bot.dies())
      .finally(() => {
        restarting = undefined;
      });
  };

  const senders = new Map<string, { person: Person; title: string }>();
  const people: { person: Person; isPost: boolean }[] = [];
  const arrives = async (person: Person, isPost: boolean, department?: string): Promise<Person> => {
    await person.installs();
    if (department) await person.presses({ verb: 'pickDepartment', data: { verb: 'pickDepartment', department } });
    people.push({ person, isPost });
    turns += department ? 2 : 1;
    return person;
  };
  for (const role of posts) await arrives(teams.person({ name: inhabitants[role].name, email: addressOf(role) }), true);
  const employed: Person[] = [];
  const anEmployee = async (): Promise<Person> => {
    const n = dice.below(employees);
    const known = employed[n];
    if (known) return known;
    const person = teams.person({ name: `Medarbetare ${n}`, email: `medarbetare.${n}@soderhamra.example` });
    employed[n] = person;
    return arrives(person, false, dice.of(departments));
  };

  async function sendsIdea(): Promise<void> {
    const person = await anEmployee();
    const idea = newIdea(dice, tally.ideas.length + 1);
    await person.says('idé');
    let { card } = await person.presses(sv('button.submit'), idea);
    turns += 2;
    // Somebody has had one like it: it is sent all the same, or kept.
    const sends = buttonsOf(card).find(({ verb }) => verb === 'sendDraft');
    if (sends && dice.below(4) === 0) return;
    if (sends?.title) {
      ({ card } = await person.presses(sends.title));
      turns += 1;
    }
    const id = idOn({ card });
    tally.sent(id);
    senders.set(id, { person, title: idea.title });
  }

  async function looksAtTheirs(person: Person): Promise<void> {
    let { card } = await person.says('min tur');
    turns += 1;
    if (ideasOn(card).length === 0) {
      // In piles: the list behind them.
      const piles = buttonsOf(card).find(({ title }) => title === sv('queue.piles.all'));
      if (piles) ({ card } = await person.presses(sv('queue.piles.all')));
    }
    for (const id of ideasOn(card).slice(0, IDEAS_AT_ONCE)) {
      mayDie();
      tally.sees(id, await actsOn(person, id, dice, today()));
      turns += 2;
    }
  }

  const isWorkingDay = () => ![0, 6].includes(new Date(now).getUTCDay());
  for (let day = 0; day < days; day++) {
    await at('07:00');
    mayDie();
    await asks('tick');
    if (isWorkingDay()) {
      await at('09:30');
      const expected = (employees * IDEAS_A_YEAR) / 100 / WORKING_DAYS;
      const count = Math.floor(expected) + (dice.below(1000) < (expected % 1) * 1000 ? 1 : 0);
      for (let n = 0; n < count; n++) {
        mayDie();
        await sendsIdea();
      }
      await asks('tick');
      await at('13:00');
      for (const { person, isPost } of [...people]) {
        const [often, of] = isPost ? LOOKS.post : LOOKS.other;
        if (dice.below(of) < often) await looksAtTheirs(person);
      }
    }
    mayDie();
    await at('15:30');
    await asks('tick');
    const errors = await asks<string[]>('errors');
    faults.push(...errors.map((error) => `${today()}: the bot has logged: ${error}`));
    if (day % 7 === 6 || day === days - 1) {
      const owed = await asks<number>('owed');
      if (owed > 0) faults.push(`${today()}: ${owed} messages are due and owed`);
      progress(
        `${today()}  ${tally.ideas.length} ideas, ${people.length} people, ${turns} turns, ${bot.deaths} deaths, ${faults.length} faults`,
      );
    }
    now = new Date(Date.parse(`${today()}T06:00:00.000Z`) + 86_400_000).toISOString();
  }

  await restarting;
  // Whatever the clock has done since is seen before it is compared.
  const [reader] = people;
  for (const id of tally.ideas) if (reader) tally.sees(id, (await reader.person.says(id)).card);
  for (const [id, { person, title }] of senders) {
    const told = person.chat().filter(({ texts }) => texts.some((text) => text.includes(title)));
    // The receipt, and what has become of it.
    if (tally.stage(id) !== 'submitted' && told.length < 2)
      faults.push(`${id}: whoever sent it in has heard nothing of it, and it is ${tally.stage(id)}`);
  }
  const standing = await asks<Standing>('standing');
  faults.push(...tally.differences(standing));
  await bot.stop();
  const stages: Record<string, number> = {};
  for (const stage of Object.values(standing.stages)) stages[stage] = (stages[stage] ?? 0) + 1;
  const messages = connector.sent().length;
  await connector.stop();
  return { ideas: tally.ideas.length, turns, messages, deaths: bot.deaths, stages, faults };
}
