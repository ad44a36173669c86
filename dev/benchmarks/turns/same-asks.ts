import { openStorage } from '../../../src/store/storage';
import { isAside } from '../../../testing/storage/round-trips';
import type { Answer } from '../../../testing/teams/answer';
import { against, type Figure } from '../figure';
import { type Answers, startBareBot } from '../processes/bare-bot';
import { startQuietBot } from '../processes/quiet-bot';
import type { RunningBot } from '../processes/running-bot';
import { type StorageRelay, startStorageRelay } from '../processes/storage-relay';
import type { Setting } from '../setting';
import { acts, type BenchmarkTown, openTown } from './town';

const asked = ['mine', 'submit', 'decide'] as const;
type SameAsk = (typeof asked)[number];
type SameAskRow = `${SameAsk}Requests` | `${SameAsk}Bytes`;

/**
 * Whether the bare bot is a fair one to be measured against: requests to storage and the bytes in them, of both bots for
 * the same turn.
 */
export async function countSameAsks({ storage, prefix }: Setting): Promise<Record<SameAskRow, Figure>> {
  const relay = await startStorageRelay(await storage());
  const { connectionString } = relay;
  const ours = await asksOf(relay, await startQuietBot(openStorage({ connectionString, prefix: prefix() })));
  const answers = { ...ours.cards, help: {} };
  const bare = await asksOf(relay, await startBareBot({ connectionString, prefix: prefix(), answers }));
  await relay.stop();
  const rows = asked.flatMap((ask): [SameAskRow, Figure][] => [
    [`${ask}Requests`, against([ours.asks[ask].requests], [bare.asks[ask].requests])],
    [`${ask}Bytes`, against([ours.asks[ask].bytes], [bare.asks[ask].bytes])],
  ]);
  return Object.fromEntries(rows) as Record<SameAskRow, Figure>;
}

interface Asks {
  asks: Record<SameAsk, { requests: number; bytes: number }>;
  cards: Omit<Answers, 'help'>;
}

async function asksOf(relay: StorageRelay, bot: RunningBot): Promise<Asks> {
  const town = await openTown(`http://127.0.0.1:${bot.port}/api/messages`);
  for (let n = 0; n < town.employees.length * 2; n++) await acts.submit(town, n);
  await acts.decide(town);
  const found: Partial<Record<SameAsk, { requests: number; bytes: number; card: object }>> = {};
  for (const ask of asked) found[ask] = await asksDuring(relay, () => askOf(town, ask));
  await bot.stop();
  await town.connector.stop();
  const { mine, submit, decide } = found;
  if (!mine || !submit || !decide) throw new Error('A turn was left out');
  return { asks: { mine, submit, decide }, cards: { mine: mine.card, submit: submit.card, decide: decide.card } };
}

const askOf = (town: BenchmarkTown, ask: SameAsk): Promise<Answer> => acts[ask](town, 0);

async function asksDuring(relay: StorageRelay, act: () => Promise<Answer>) {
  let requests = 0;
  let bytes = 0;
  relay.treat(async ({ path, body }) => {
    if (isAside(path, body)) return;
    requests += 1;
    bytes += Buffer.byteLength(path) + Buffer.byteLength(body);
  });
  const { card } = await act();
  relay.treat(async () => {});
  if (!card) throw new Error('A turn was answered without a card');
  return { requests, bytes, card };
}
