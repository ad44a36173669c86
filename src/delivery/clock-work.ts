import { settingOf } from '../app/deps.js';
import type { Command } from '../domain/commands.js';
import { decide } from '../domain/decide.js';
import type { Instant, Week } from '../domain/time.js';
import { digestRun } from '../store/keys.js';
import type { DeliveryDeps } from './deps.js';
import { planDigest, weekToSend } from './digest-run.js';
import type { Open } from './sweep.js';

/** What time brings to an idea: the kind of a due row, and the command that the clock then gives. */
const brings: ReadonlyMap<string, Command> = new Map([['reminder', { type: 'remind', data: {}, words: {} }]]);

/** As many due rows as one look reads, and as it obeys: after a long stop they come little by little. */
const MOST_READ = 1000;
const MOST_OBEYED = 100;

/** What time brings to ideas, and the weekly digest. Any number of instances may look at once; each effect is one. */
export function createClockWork(deps: DeliveryDeps, stopping?: AbortSignal) {
  const { app, runs, log } = deps;
  /** Planned and perhaps not finished; remembered so that a minute without work costs no reading. */
  let planned: { week: Week; at: Instant; finished: boolean } | undefined;

  async function dueIdeas(): Promise<void> {
    const due = await app.ideas.due(app.now(), MOST_READ);
    const known = due.filter(({ kind }) => brings.has(kind)).slice(0, MOST_OBEYED);
    if (known.length === 0 || !(await deps.clockIsRight())) return;
    for (const { id, kind } of known) {
      if (stopping?.aborted) return;
      try {
        await obey(id, kind);
      } catch (error) {
        log.error({ idea: id, kind, err: error }, 'What was due could not be done; the next look tries again');
      }
    }
  }

  /** The due row goes with the version of the idea that it belongs to, so whoever comes second finds nothing to do. */
  async function obey(id: string, kind: string): Promise<void> {
    const before = await app.ideas.load(id);
    const command = brings.get(kind);
    if (!before || !command) return;
    const clock = { ref: 'clock', roles: new Set(['clock'] as const) } as const;
    const { turn } = before.idea;
    const decision = decide({ ...command, turn }, before.idea, clock, settingOf(app));
    if (!decision.ok) return;
    const op = `${command.type}.${id}.${turn}`;
    const { outcome } = await app.ideas.save({ before, id, events: decision.value, op });
    if (outcome === 'saved') log.info({ idea: id, event: command.type }, 'What was due is done');
  }

  async function digest(): Promise<void> {
    const week = weekToSend(app.now(), app.directory.organisation.digest);
    if (!week || planned?.week === week || !(await deps.clockIsRight())) return;
    if (await planDigest(deps, week, stopping)) planned = { week, at: app.now(), finished: false };
  }

  return {
    /** Does what is due now. One thing that goes wrong keeps no other from being done. */
    async tick(): Promise<void> {
      for (const [what, work] of Object.entries({ dueIdeas, digest })) {
        try {
          await work();
        } catch (error) {
          log.error({ what, err: error }, 'The clock work failed; the next look tries again');
        }
      }
    },

    /** Notes that a run is finished, when a whole round that began after its planning found none of it open. */
    async looked(open: Open, since: Instant): Promise<void> {
      if (!planned || planned.finished || planned.at >= since || open.has(digestRun(planned.week))) return;
      await runs.note('digest', planned.week, { finishedAt: app.now() });
      planned.finished = true;
      deps.weeks.forget();
      log.info({ run: digestRun(planned.week) }, 'A digest is finished');
    },
  };
}
