import { openStorage } from '../../../src/store/storage';
import { roundTripsTo } from '../../../testing/storage/round-trips';
import { counted, type Figure } from '../figure';
import { startQuietBot } from '../processes/quiet-bot';
import type { Setting } from '../setting';
import { type ActName, acts, openTown } from './town';

const measured = ['help', 'status', 'mine', 'submit', 'decide'] as const satisfies readonly ActName[];
type CountedTurn = (typeof measured)[number];
type RoundTripRow = CountedTurn | `${CountedTurn}First`;

/** A profile is kept for half as long. */
const LATER_MS = 60_000;

/**
 * Storage round trips of a turn, one after the other: of somebody who is chatting (`help`), and of somebody who has not
 * written for half a minute, whose profile is read first (`helpFirst`).
 */
export async function countRoundTrips({ storage: azurite, prefix }: Setting): Promise<Record<RoundTripRow, Figure>> {
  let later = 0;
  const storage = openStorage({ connectionString: await azurite(), prefix: prefix() });
  const bot = await startQuietBot(storage, () => Date.now() + later);
  const town = await openTown(`http://127.0.0.1:${bot.port}/api/messages`);
  for (let n = 0; n < measured.length; n++) await acts.submit(town, n);

  const tripsOf = roundTripsTo([storage.ideas, storage.people]);
  const figures: [RoundTripRow, Figure][] = [];
  for (const name of measured) {
    figures.push([name, counted(await tripsOf(() => acts[name](town, 0)))]);
    later += LATER_MS;
    figures.push([`${name}First`, counted(await tripsOf(() => acts[name](town, 0)))]);
    await acts.help(town, 0);
    await town.leader.says('hjälp');
  }
  await bot.stop();
  await town.connector.stop();
  return Object.fromEntries(figures) as Record<RoundTripRow, Figure>;
}
