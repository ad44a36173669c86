import { TableClient } from '@azure/data-tables';
import type { Answer } from '../../../testing/teams/answer';
import { against, type Figure } from '../figure';
import type { Answers } from '../processes/bare-bot';
import { residentMegabytes, Stand } from '../processes/stand';
import type { Setting } from '../setting';
import { acts, type BenchmarkTown, openTown, type TownAct } from './town';

/** Turns in one round, and how many are under way at the same time. */
const PACE = { help: 24, mine: 12, submit: 8, decide: 8 } as const;
const AT_ONCE = 4;
/** So many rounds of each before anything is timed. */
const WARM_ROUNDS = { help: 8, mine: 8, submit: 3, decide: 3 } as const;
/** Each employee's list is a full page before anything is timed. */
const WARM_UP = 32;
/** Azurite looks through all that it holds for each list, Azure does not. */
const MOST_ROWS = 2_500;
/** A round leaves some 140 rows: after so many rounds both bots begin anew, each with a fresh Azurite. */
const ROUNDS_A_STORE = 10;

type Turn = keyof typeof PACE;
const turns = Object.keys(PACE) as Turn[];
const names = ['ours', 'bare'] as const;
type BotName = (typeof names)[number];

interface TimedBot {
  stand: Stand;
  town: BenchmarkTown;
  pid: number;
}

type Speeds = Record<Turn, Record<BotName, number[]>>;

/**
 * Turns that a bot answers in a second and its memory afterwards, against the bare bot: a process and an Azurite each, fed
 * from here by the same people in turns, a few at a time. Fails unless both have decided on the same ideas in storage.
 */
export async function timeTurns({ rounds }: Setting): Promise<Record<Turn | 'memory', Figure>> {
  const speeds = Object.fromEntries(turns.map((turn) => [turn, { ours: [], bare: [] }])) as unknown as Speeds;
  const memory: Record<BotName, number[]> = { ours: [], bare: [] };
  let rows: number[] = [];
  for (let done = 0; done < rounds; done += ROUNDS_A_STORE) {
    const ours = await openQuiet();
    const bots: Record<BotName, TimedBot> = { ours, bare: await openBare(await cardsOf(ours.town)) };
    for (const name of names) await warmUp(bots[name].town);
    await timeRounds(bots, Math.min(ROUNDS_A_STORE, rounds - done), speeds);
    for (const name of names) memory[name].push(residentMegabytes(bots[name].pid));
    rows = await Promise.all(names.map((name) => rowsOf(bots[name])));
    for (const name of names) await close(bots[name]);
  }
  const figures = turns.map((turn) => [turn, against(speeds[turn].ours, speeds[turn].bare)]);
  return {
    ...(Object.fromEntries(figures) as Record<Turn, Figure>),
    memory: against(memory.ours, memory.bare, `${rows.join(' and ')} rows stored`),
  };
}

async function timeRounds(bots: Record<BotName, TimedBot>, rounds: number, speeds: Speeds): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const turn of turns) {
      for (const name of order) speeds[turn][name].push(PACE[turn] / (await secondsFor(bots[name].town, turn)));
    }
  }
}

async function openQuiet(): Promise<TimedBot> {
  const stand = await Stand.open();
  const { pid, url } = await stand.startBot('quiet');
  return { stand, pid, town: await openTown(url) };
}

async function openBare(answers: Answers): Promise<TimedBot> {
  const stand = await Stand.open();
  const { pid, url } = await stand.startBot('bare', answers);
  return { stand, pid, town: await openTown(url) };
}

/** What our bot answers with, for the bare one to answer the same: lists full, as they will be. */
async function cardsOf(town: BenchmarkTown): Promise<Answers> {
  for (let n = 0; n < WARM_UP; n++) await acts.submit(town, n);
  const cardOf = ({ card }: Answer): object => {
    if (!card) throw new Error('A turn was answered without a card');
    return card;
  };
  return {
    help: cardOf(await acts.help(town, 0)),
    mine: cardOf(await acts.mine(town, 0)),
    submit: cardOf(await acts.submit(town, 0)),
    decide: cardOf(await acts.decide(town)),
  };
}

async function warmUp(town: BenchmarkTown): Promise<void> {
  while (town.waiting.length < WARM_UP) await acts.submit(town, town.waiting.length);
  // What is compiled is compiled at its hundredth time or so; what leaves no rows is asked more often.
  for (const turn of turns) {
    for (let n = 0; n < WARM_ROUNDS[turn]; n++) await secondsFor(town, turn);
  }
}

/** Seconds for one round of a turn, by several people at the same time. */
async function secondsFor(town: BenchmarkTown, turn: Turn): Promise<number> {
  const act: TownAct = acts[turn];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, n) => {
      for (let done = 0; done < PACE[turn] / AT_ONCE; done++) await answered(act(town, n));
    }),
  );
  return (performance.now() - begun) / 1000;
}

async function answered(turn: Promise<Answer>): Promise<void> {
  const { status, card, message, body } = await turn;
  if (status !== 200 || !card) throw new Error(`A turn was answered ${status}: ${message ?? JSON.stringify(body)}`);
}

/** How many rows a bot's ideas have made; every decision must be among them. */
async function rowsOf({ stand, town }: TimedBot): Promise<number> {
  const ideas = TableClient.fromConnectionString(stand.azurite.connectionString, 'Ideas', {
    allowInsecureConnection: true,
  });
  let rows = 0;
  let exploring = 0;
  for await (const { rowKey = '', stage } of ideas.listEntities<{ stage?: string }>()) {
    rows += 1;
    if (rowKey.startsWith('record|') && stage === 'exploring') exploring += 1;
  }
  if (exploring !== town.decided) throw new Error(`${town.decided} were decided on, and storage has ${exploring}`);
  if (rows > MOST_ROWS) throw new Error(`${rows} rows in Azurite: with so many it is Azurite that is measured`);
  return rows;
}

async function close({ stand, town }: TimedBot): Promise<void> {
  await stand.close();
  await town.connector.stop();
}
