import { openStorage } from '../../../src/store/storage';
import { until } from '../../../testing/processes/until';
import { seenOn, sv } from '../../../testing/scenes/everyday';
import { roundTripsTo } from '../../../testing/storage/round-trips';
import { counted, type Figure } from '../figure';
import { startQuietBot } from '../processes/quiet-bot';
import type { Setting } from '../setting';
import { spreadOf } from '../spread';
import { acts, openTown } from './town';

/** So many ideas wait for one leader. */
export const PILED = 200;

const things =
  'lådcyklar nycklar handskar skrivbord läsplattor kartor fikarum skyltar stegar lampor bord kameror filmer böcker växter ' +
  'madrasser paraplyer hyllor mallar scheman kalendrar tidningar spel bollar färger penslar gardiner mattor kärror väskor ' +
  'stövlar kepsar burkar lådor bänkar staket hängrännor cykelställ brevlådor klockor';
const ways = ['Delade', 'Fler', 'Gemensamma', 'Nya', 'Lånade'];

/** Ideas of forty things, five of each, in words of their own. */
function ideas(): { title: string; problem: string }[] {
  const all = things.split(' ');
  const about = (at: number): string => all[at % all.length] ?? '';
  return ways.flatMap((way) =>
    all.map((thing, n) => ({
      title: `${way} ${thing}`,
      problem: `Vi letar efter ${thing} varje vecka. Då blir ${about(7 * n + 3)} och ${about(11 * n + 5)} stående.`,
    })),
  );
}

/** `min tur` of a leader for whom 200 ideas wait, which are compared with each other and laid in piles. */
async function withPiles<T>(
  { storage: azurite, prefix }: Setting,
  measure: (myTurn: () => Promise<void>, tripsOf: ReturnType<typeof roundTripsTo>) => Promise<T>,
): Promise<T> {
  const storage = openStorage({ connectionString: await azurite(), prefix: prefix() });
  const bot = await startQuietBot(storage, undefined, undefined, { searches: true });
  const town = await openTown(`http://127.0.0.1:${bot.port}/api/messages`);
  try {
    for (const [n, words] of ideas().entries()) await acts.submit(town, n, words);
    // The index is whole a moment after the bot has begun, and what has just happened is read a moment later.
    const isPiled = async () => {
      await bot.findable();
      return seenOn(await town.leader.says('min tur')).includes(sv('queue.piles.alike'));
    };
    await until(isPiled, { within: 60_000 });
    return await measure(
      async () => {
        await town.leader.says('min tur');
      },
      roundTripsTo([storage.ideas, storage.people]),
    );
  } finally {
    await bot.stop();
    await town.connector.stop();
  }
}

export const countPiles = (setting: Setting): Promise<Record<'trips', Figure>> =>
  withPiles(setting, async (myTurn, tripsOf) => ({ trips: counted(await tripsOf(myTurn)) }));

export const timePiles = (setting: Setting): Promise<Record<'time', Figure>> =>
  withPiles(setting, async (myTurn) => {
    const times: number[] = [];
    for (let round = 0; round < setting.rounds; round++) {
      const began = performance.now();
      await myTurn();
      times.push(performance.now() - began);
    }
    return { time: { ours: spreadOf(times) } };
  });
