import { openStorage } from '../../../src/store/storage';
import { requestsTo } from '../../../testing/storage/round-trips';
import type { Answer } from '../../../testing/teams/answer';
import { against, type Figure } from '../figure';
import { startQuietBot } from '../processes/quiet-bot';
import type { Setting } from '../setting';
import { acts, type BenchmarkTown, openTown } from './town';

/** Ideas that wait for one leader: more than any page of the first shows, and ten times as many. */
const SIZES = [24, 240] as const;

/** What is asked of a bot that holds so many ideas. An id is of the oldest of them. */
const asked = {
  myData: ({ employees: [employee] }) => employee?.says('mina uppgifter'),
  mine: ({ employees: [employee] }) => employee?.says('mina idéer'),
  myTurn: ({ leader }) => leader.says('min tur'),
  week: ({ leader }) => leader.says('veckan'),
  open: ({ leader, waiting: [id] }) => leader.says(id ?? ''),
} satisfies Record<string, (town: BenchmarkTown) => Promise<Answer> | undefined>;
type SizedAsk = keyof typeof asked;

/** Requests to storage of whole turns, of a bot that holds ten times as many ideas against one that holds few. */
export async function countTwoSizes({ storage: azurite, prefix }: Setting): Promise<Record<SizedAsk, Figure>> {
  const [few, many] = await Promise.all(SIZES.map(async (ideas) => requestsWith(ideas, await azurite(), prefix())));
  const rows = (Object.keys(asked) as SizedAsk[]).map((ask) => [
    ask,
    against([many?.[ask] ?? Number.NaN], [few?.[ask] ?? Number.NaN]),
  ]);
  return Object.fromEntries(rows) as Record<SizedAsk, Figure>;
}

async function requestsWith(
  ideas: number,
  connectionString: string,
  prefix: string,
): Promise<Record<SizedAsk, number>> {
  const storage = openStorage({ connectionString, prefix });
  const bot = await startQuietBot(storage);
  const town = await openTown(`http://127.0.0.1:${bot.port}/api/messages`);
  for (let n = 0; n < ideas; n++) await acts.submit(town, 0);
  const requests = requestsTo([storage.ideas, storage.people, storage.deliveries]);
  const counts: Partial<Record<SizedAsk, number>> = {};
  for (const [ask, act] of Object.entries(asked)) {
    // Asked once before, so that both know who asks.
    await act(town);
    counts[ask as SizedAsk] = await requests(async () => act(town));
  }
  await bot.stop();
  await town.connector.stop();
  return counts as Record<SizedAsk, number>;
}
