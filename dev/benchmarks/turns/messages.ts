import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { compose } from '../../../src/composition';
import { instantOf } from '../../../src/domain/time';
import { createLog } from '../../../src/log';
import { openStorage } from '../../../src/store/storage';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';
import { current } from '../../../testing/teams/posts';
import { counted, type Figure } from '../figure';
import type { Setting } from '../setting';
import { acts, openTown } from './town';

type MessageRow = 'toActor' | 'ofSubmit' | 'ofDecide' | 'largestMessage';

/**
 * Messages that one idea causes, counted in Teams: to the one who acts, to others when it is sent in and when it is
 * decided on, and the largest of them all in bytes as Teams gets it.
 */
export async function countMessages({ storage: azurite, prefix }: Setting): Promise<Record<MessageRow, Figure>> {
  const storage = openStorage({ connectionString: await azurite(), prefix: prefix() });
  await storage.prepare();
  const organisation = exampleOrganisation();
  const { server, deliveries } = compose({
    identity: { kind: 'none' },
    organisation: () => organisation,
    storage,
    now: () => instantOf(Date.now()),
    random: (size) => randomBytes(size),
    log: createLog('error'),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const town = await openTown(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`);

  /** Messages that arrive while this is done, to anybody. */
  const during = async (act: () => Promise<unknown>): Promise<number> => {
    const before = town.connector.sent().length;
    await act();
    return town.connector.sent().length - before;
  };
  const toActor = await during(() => acts.help(town, 0));
  const submitted = await during(async () => {
    await acts.submit(town, 0);
    await deliveries.tick();
  });
  const decided = await during(async () => {
    await acts.decide(town);
    await deliveries.tick();
  });
  const sizes = town.connector.sent().map((post) => Buffer.byteLength(JSON.stringify(current(post))));

  server.close();
  server.server.closeAllConnections();
  await deliveries.stop();
  await town.connector.stop();
  return {
    toActor: counted(toActor),
    ofSubmit: counted(submitted, 'one leader has installed the bot'),
    ofDecide: counted(decided),
    largestMessage: counted(Math.max(...sizes)),
  };
}
