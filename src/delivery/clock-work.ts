import { settingOf } from '../app/deps.js';
import { decide } from '../domain/decide.js';
import type { Week } from '../domain/time.js';
import { digestRun } from '../store/keys.js';
import type { DeliveryDeps } from './deps.js';
import { planDigest, weekToSend } from './digest-run.js';
import type { Open } from './sweep.js';

/** As many due ideas as one look takes. */
const AT_ONCE = 100;

/** What time brings: reminders, and the weekly digest. Any number of instances may look at once; each effect is one. */
export function createClockWork(deps: DeliveryDeps) {
  const { app, runs, log } = deps;
  /** Planned and perhaps not finished; remembered so that a minute without work costs no reading. */
  let planned: { week: Week; at: string; finished: boolean } | undefined;

  async function reminders(): Promise<void> {
    for (const { id, kind } of await app.ideas.due(app.now(), AT_ONCE)) {
      if (kind !== 'reminder') continue;
      try {
        await remind(id);
      } catch (error) {
        log.error({ idea: id, err: error }, 'A reminder could not be given; the next minute tries again');
      }
    }
  }

  /** The due row goes with the version of the idea that it belongs to, so whoever comes second finds nothing to do. */
  async function remind(id: string): Promise<void> {
    const before = await app.ideas.load(id);
    if (!before) return;
    const command = { type: 'remind', data: {}, words: {}, turn: before.idea.turn } as const;
    const clock = { ref: 'clock', roles: new Set(['clock'] as const) } as const;
    const decision = decide(command, before.idea, clock, settingOf(app));
    if (!decision.ok) return;
    const op = `remind.${id}.${before.idea.turn}`;
    const { outcome } = await app.ideas.save({ before, id, events: decision.value, op });
    if (outcome === 'saved') log.info({ idea: id }, 'A reminder is owed');
  }

  async function digest(): Promise<void> {
    const week = weekToSend(app.now(), app.directory.organisation.digest);
    if (!week || planned?.week === week) return;
    await planDigest(deps, week);
    planned = { week, at: app.now(), finished: false };
  }

  return {
    /** Does what is due now. One thing that goes wrong keeps no other from being done. */
    async tick(): Promise<void> {
      for (const [what, work] of Object.entries({ reminders, digest })) {
        try {
          await work();
        } catch (error) {
          log.error({ what, err: error }, 'The clock work failed; the next minute tries again');
        }
      }
    },

    /** Notes that a run is finished, when a whole round that began after its planning found none of it open. */
    async looked(open: Open, since: string): Promise<void> {
      if (!planned || planned.finished || planned.at >= since || open.has(digestRun(planned.week))) return;
      await runs.note('digest', planned.week, { finishedAt: app.now() });
      planned.finished = true;
      deps.weeks.forget();
      log.info({ run: digestRun(planned.week) }, 'A digest is finished');
    },
  };
}
