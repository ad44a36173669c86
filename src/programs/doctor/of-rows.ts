import { HALT, type HaltRow } from '../../delivery/pacing/halt.js';
import { RATE, type Shares } from '../../delivery/pacing/rate-share.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import { type DeliveryStore, openDeliveries } from '../../store/delivery/deliveries.js';
import { openOutbox } from '../../store/delivery/outbox.js';
import { newerRows } from '../../store/doctor/newer-rows.js';
import { FIRST_VERSION, NEWEST_VERSION } from '../../store/row-versions.js';
import { openShared } from '../../store/shared.js';
import type { Storage } from '../../store/storage.js';
import { type Finding, fault, good, note } from './finding.js';

/** In which version rows are written now, by the leases of those who run, and whether there are any that this release cannot read. */
export async function* ofRows(storage: Storage, code: string): AsyncGenerator<Finding> {
  const { value = {}, now } = await openShared(storage, code).read<Shares>(RATE);
  const running = Object.values(value).filter(({ until }) => until > now);
  const reads = running.map(({ reads: one = FIRST_VERSION }) => one);
  const written = reads.length > 0 ? Math.min(NEWEST_VERSION, ...reads) : FIRST_VERSION;
  const { newer, unseen } = await newerRows(storage);
  if (newer.length > 0)
    yield fault(
      'rows',
      `${newer.join(' and ')} have rows above version ${NEWEST_VERSION}, which this release leaves out.`,
      'Run the release that wrote them, or a later one.',
    );
  else {
    const how = `${running.length === 1 ? 'One instance runs' : `${running.length} instances run`}; rows are written in version ${written}, and read up to ${NEWEST_VERSION}.`;
    yield good('rows', how);
  }
  if (unseen.length > 0) yield note('rows', `${unseen.join(' and ')} could not be looked through to the end in time.`);
}

/** An owed message that has waited for longer than this, in minutes, waits for somebody to look. */
const LONG_MINUTES = 15;
/** So many partitions of deliveries are asked at a time. */
const AT_ONCE = 16;

/** How it stands with what goes out. */
export async function* ofMessages(storage: Storage, code: string): AsyncGenerator<Finding> {
  const { value: halt, now } = await openShared(storage, code).read<HaltRow>(HALT);
  const rests = halt !== undefined && halt.times > 0;
  if (rests)
    yield fault(
      'messages',
      `Sending has rested since ${halt.since}: ${halt.why === 'storm' ? 'most conversations fail' : 'an administrator has stopped the bot in Teams'}.`,
      'Allow the app in the Teams admin center, then npm run deliveries -- --resume.',
    );
  const stuck = await openOutbox(storage, code).stuck();
  if (stuck.length > 0)
    yield fault(
      'messages',
      `${stuck.length} events could not be made into messages.`,
      'npm run deliveries -- --state failed lists them; report what the log says of them.',
    );
  // Nothing is claimed here, so no mark is ever written.
  const deliveries = openDeliveries(storage, code, () => '');
  const { failed, ambiguous, oldest } = await counted(deliveries);
  if (failed > 0)
    yield fault(
      'messages',
      `${failed} messages have failed.`,
      'npm run deliveries -- --state failed lists them, --retry-all failed sends them again.',
    );
  if (ambiguous > 0)
    yield note(
      'messages',
      `${ambiguous} messages may or may not have arrived.`,
      'npm run deliveries -- --state ambiguous lists them.',
    );
  const minutes = oldest === undefined ? 0 : Math.floor((now - oldest) / 60_000);
  if (minutes > LONG_MINUTES)
    yield fault(
      'messages',
      `A message has been due for ${minutes} minutes, since ${instantOf(now - minutes * 60_000)}.`,
      'Check that an instance of the bot runs, and what its log says.',
    );
  if (!rests && stuck.length === 0 && failed === 0 && minutes <= LONG_MINUTES)
    yield good('messages', 'Nothing is stuck, has failed or is late.');
}

async function counted(deliveries: DeliveryStore) {
  const sum = { failed: 0, ambiguous: 0, oldest: undefined as number | undefined };
  for (let from = 0; from < deliveries.partitions.length; from += AT_ONCE) {
    const some = deliveries.partitions.slice(from, from + AT_ONCE);
    const found = await Promise.all(
      some.map((one) =>
        Promise.all([deliveries.all(one, 'failed'), deliveries.all(one, 'ambiguous'), deliveries.open(one)]),
      ),
    );
    for (const [failed, ambiguous, [first]] of found) {
      sum.failed += failed.length;
      sum.ambiguous += ambiguous.length;
      if (first) sum.oldest = Math.min(sum.oldest ?? Number.POSITIVE_INFINITY, millisecondsOf(first.due));
    }
  }
  return sum;
}
