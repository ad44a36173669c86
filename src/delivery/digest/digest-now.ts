import { lastWeek } from '../../app/digest/week.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import { type Instant, millisecondsOf, mondayOf, type Week } from '../../domain/time.js';
import type { DeliveryState } from '../../store/delivery/deliveries.js';
import { digestRun, type RunName } from '../../store/keys.js';
import { assemble, type DeliveriesSource } from '../deliveries.js';
import { pause } from '../pacing/pause.js';
import type { Open } from '../sending/sweep.js';
import { oweDigest } from './digest-run.js';

/** What became of a week's digest: how many recipients in each state. */
export interface DigestReport {
  week: Week;
  recipients: number;
  states: Partial<Record<DeliveryState, number>>;
}

/** A message that waits longer than this for its next try is left to the bot. */
const PATIENCE_MS = 5 * 60_000;
/** Between two looks at what is still open. */
const SOONEST_MS = 500;

/**
 * Sends one week's digest with workers of its own, whether or not a bot runs beside it, and settles when nothing of it is
 * due soon. Without a week, the latest one that is over. The same week again sends only what had not been sent. Refuses
 * what is no week, and a week that is not over.
 */
export async function sendDigestNow(
  source: DeliveriesSource,
  wanted?: string,
): Promise<Result<DigestReport, 'noWeek' | 'notOver'>> {
  const latest = lastWeek(source.app);
  const week = wanted ?? latest;
  if (!mondayOf(week)) return refuse('noWeek');
  if (week > latest) return refuse('notOver');
  const { deps, receiver, rateShare, roundsWith } = assemble(source);
  const run = digestRun(week);
  await deps.runs.claim('digest', week, deps.app.now(), Number.POSITIVE_INFINITY);
  const recipients = await oweDigest(deps, week);

  let last: Open | undefined;
  const rounds = roundsWith(async (open) => {
    last = open;
  });
  await deps.halt.look();
  rateShare.start();
  receiver.start();
  for (let waitMs: number | undefined = 0; waitMs !== undefined; waitMs = waitMsFor(run, last, deps.app.now())) {
    await pause(waitMs);
    last = undefined;
    await deps.feed.fill();
    if (!deps.feed.hasMore() && (await deps.feed.isLow())) await rounds.whole({ feeds: true });
  }
  await receiver.stop();
  await rateShare.stop();
  if (!last?.has(run)) await deps.runs.note('digest', week, { finishedAt: deps.app.now() });

  const states: DigestReport['states'] = {};
  for (const person of recipients) {
    const row = await deps.deliveries.get({ person, run });
    if (row) states[row.state] = (states[row.state] ?? 0) + 1;
  }
  return accept({ week, recipients: recipients.length, states });
}

/** Milliseconds until it is worth looking again; undefined when nothing of the run is due soon. */
function waitMsFor(run: RunName, open: Open | undefined, now: Instant): number | undefined {
  if (!open) return SOONEST_MS;
  const due = open.get(run)?.due;
  if (due === undefined) return undefined;
  const waitMs = millisecondsOf(due) - millisecondsOf(now);
  return waitMs > PATIENCE_MS ? undefined : Math.max(SOONEST_MS, waitMs);
}
