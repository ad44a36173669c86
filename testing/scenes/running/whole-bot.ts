import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { compose } from '../../../src/composition';
import { createServices, type RuntimeOptions } from '../../../src/create-services';
import { createClockWork } from '../../../src/delivery/clock/clock-work';
import { assemble } from '../../../src/delivery/deliveries';
import { relay } from '../../../src/delivery/outbox/relay';
import { type Instant, millisecondsOf } from '../../../src/domain/time';
import type { Storage } from '../../../src/store/storage';

/** Far more than anything needs; a message that can never go out is told of instead of waited for. */
const MOST_ROUNDS = 50;

/** The bot with all that delivers in hand, so that it goes out when somebody says so. */
export type WholeBot = Awaited<ReturnType<typeof begin>>;

/** The bot as `main` puts it together, and beside it what sends when a test says so. */
export async function begin(world: RuntimeOptions) {
  const { server, deliveries, follower, indexing, searching, figures, answered } = compose(world);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { app, contextFor, teams } = createServices({
    ...world,
    searching,
    publicUrl: world.publicUrl ?? (() => url),
  });
  const { deps: delivery, receiver } = assemble({
    app,
    storage: world.storage,
    teams,
    context: contextFor,
    log: world.log,
  });
  return {
    url,
    server,
    deliveries,
    follower,
    indexing,
    figures,
    answered,
    app,
    context: contextFor,
    delivery,
    receiver,
    clockWork: createClockWork(delivery),
  };
}

export async function end({ server, deliveries, follower, indexing }: WholeBot): Promise<void> {
  server.close();
  server.server.closeAllConnections();
  await Promise.all([deliveries.stop(), follower.stop().then(indexing.stop)]);
}

/**
 * Everything that is owed to others by now goes out: what `deliveries.tick()` does, without looking through all 256
 * partitions, and safe beside the relay that the bot itself has kicked.
 */
export async function delivers(bot: WholeBot, storage: Storage, now: () => Instant): Promise<void> {
  const { clockWork, delivery, receiver } = bot;
  await clockWork.tick();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await relay(delivery);
    await receiver.drain();
    // First this: what the bot's own relay takes out of the outbox stands among the deliveries before.
    const untold = await delivery.outbox.list(1);
    const left = await openNow(storage, now);
    if (left.length === 0 && untold.length === 0) return;
    await delivery.wake(left);
  }
  throw new Error(`Still owed after ${MOST_ROUNDS} rounds: ${JSON.stringify(await openNow(storage, now))}`);
}

/** What is due and not finished, from all partitions at once: a few rows. */
export async function openNow(storage: Storage, now: () => Instant): Promise<{ person: string; run: string }[]> {
  const filter = "RowKey ge 'open|' and RowKey lt 'open|~'";
  const open: { person: string; run: string }[] = [];
  for await (const { rowKey = '' } of storage.deliveries.listEntities({ queryOptions: { filter } })) {
    const [, due = '', person = '', run = ''] = rowKey.split('|');
    if (Number(due) <= millisecondsOf(now())) open.push({ person, run });
  }
  return open;
}
