import { todayIn } from '../../app/deps.js';
import { fillWeeks } from '../../app/digest/fill-weeks.js';
import { renameNamed } from '../../app/person/named-people.js';
import { finishLeaving } from '../../app/privacy/erase-person.js';
import { bringDue, dutiesOfKinds } from '../../app/records.js';
import { finishSteps } from '../../app/steps.js';
import type { Directory } from '../../domain/organisation/directory.js';
import { isRecordKind } from '../../domain/record.js';
import { type Day, type Instant, millisecondsOf, type Week } from '../../domain/time.js';
import { NEWS_DUE } from '../../store/delivery/news.js';
import { digestRun } from '../../store/keys.js';
import { UnreadableRow } from '../../store/row-versions.js';
import { processNominations } from '../award/nominations.js';
import { processCapability } from '../capability/rounds.js';
import type { DeliveryDeps } from '../deps.js';
import { planDigest, weekToSend } from '../digest/digest-run.js';
import { tellRegistrars } from '../digest/to-register.js';
import { processDrafts } from '../draft/due-drafts.js';
import { makeExports } from '../export/make-exports.js';
import { processHelp } from '../helping/help-requests.js';
import { tellOfPassedPosts } from '../idea/passed-posts.js';
import { processClaims } from '../identity/claims.js';
import { beginRound } from '../outbox/gather-news.js';
import { tellOfFaultyFiles } from '../person/file-faults.js';
import { meetNewcomers } from '../person/newcomers.js';
import { tellOfThinChains } from '../person/notes.js';
import { checkPosts } from '../person/posts-check.js';
import { processProposals } from '../person/proposals.js';
import { askAboutLosses } from '../person/staff-loss.js';
import { askAboutNames } from '../person/unknown-names.js';
import { makeDataFiles } from '../privacy/data-files.js';
import type { Open } from '../sending/sweep.js';
import { processShares } from '../sharing/shares.js';
import { followHolidays } from './holidays.js';
import { processMoving } from './moving.js';
import { followObstacles } from './obstacles.js';
import { followMovedUnits } from './unit-moves.js';

/** As many due rows as one look reads, and as many things as it makes happen: after a long stop they come little by little. */
const MOST_READ = 1000;
const MOST_DONE = 100;
/** How often, in milliseconds, queues without readers are looked for by the same directory, for those who say that a post is not theirs. */
const UNREAD_EVERY_MS = 10 * 60_000;
/** Rises when a new version of the bot keeps lists or dates of ideas that an earlier one did not. */
const LISTS_VERSION = '2';
/** Whoever keeps them anew and has not finished after so many milliseconds is gone. */
const LISTS_SILENCE_MS = 30 * 60_000;
/** Of more ideas than this that move at once, people are told in one message. */
const MOST_ALONE = 3;

/** What time brings to records, the weekly digest, what is left to do for those who have left, and whom the roster owes an answer. Any number of instances may look at once; each effect is one. */
export function createClockWork(deps: DeliveryDeps, stopping?: AbortSignal) {
  const { app, runs, log } = deps;
  /** When queues without readers were looked for, and by which directory: by another one they are at once. */
  let lookedForUnread: { at: number; by: Directory } | undefined;
  /** Planned and perhaps not finished; remembered so that a minute without work costs no reading. */
  let planned: { week: Week; at: Instant; finished: boolean } | undefined;

  /** A due row goes with the version of the record that it belongs to, so whoever comes second finds nothing to do. */
  async function dueRecords(): Promise<void> {
    // What fell due while the bot was down, or by the dates of an earlier version, waits for the next day that is open.
    if (app.settings().calendar.isClosed(todayIn(app))) return;
    const due = await app.due.by(app.now(), MOST_READ);
    if (due.length === 0 || !(await deps.clockIsRight())) return;
    let done = 0;
    for (const { record, id, kind } of due) {
      if (stopping?.aborted || done >= MOST_DONE) return;
      try {
        const isNews = kind === NEWS_DUE && isRecordKind(record);
        if (!(await (isNews ? beginRound(deps, { record, id }) : bringDue(app, { record, id, kind })))) continue;
        done += 1;
        log.info({ record, id, kind }, 'A date came, and those concerned are told');
      } catch (error) {
        if (!(error instanceof UnreadableRow))
          log.error(
            { record, id, kind, err: error },
            'What a date brought could not be done; the next look tries again',
          );
      }
    }
  }

  async function digest(): Promise<void> {
    const week = weekToSend(app.now(), app.settings().digest, app.settings().calendar);
    if (!week || planned?.week === week || !(await deps.clockIsRight())) return;
    if (await planDigest(deps, week, stopping)) planned = { week, at: app.now(), finished: false };
  }

  /** Those who have left, as long as anything may be left of them. */
  async function leaving(): Promise<void> {
    for (const one of await app.people.leaving()) {
      if (stopping?.aborted) return;
      try {
        if (await finishLeaving(app, one, stopping))
          log.info({ person: one.ref }, 'Nothing is left of somebody who left');
      } catch (error) {
        log.error({ person: one.ref, err: error }, 'Somebody who left could not be erased; the next look goes on');
      }
    }
  }

  const newcomers = (): Promise<void> => meetNewcomers(deps, stopping);
  const dataFiles = (): Promise<void> => makeDataFiles(deps, stopping);

  /** `begun`: somebody has just said that something is left, and it is not known to have been broken off. */
  const steps = ({ begun = false } = {}): Promise<void> =>
    finishSteps(
      app,
      {
        finished: ({ name, id, seq, to, by }) =>
          begun ||
          log.info(
            { step: name, id, seq, to, person: by },
            `An operation on ${id === to ? 'many rows' : 'two records'} had been broken off, and is finished now; nothing is left to do`,
          ),
        failed: ({ name, id, seq, to }, error) =>
          error instanceof UnreadableRow ||
          log.error(
            { step: name, id, seq, to, err: error },
            'What an operation has left to do failed; a later look tries again',
          ),
      },
      stopping,
    );

  /** What stands in queues that nobody reads goes on to the next in the chain: by each new directory, and now and then. */
  async function unreadQueues(): Promise<void> {
    // What still follows its unit will be read where that is.
    if (unitsMove) return;
    const now = millisecondsOf(app.now());
    const directory = app.directory();
    if (lookedForUnread?.by === directory && now - lookedForUnread.at < UNREAD_EVERY_MS) return;
    const found = await Promise.all(
      dutiesOfKinds.map(async ([record, { unread, moveOn }]) =>
        (await unread(app)).map((id) => ({ record, id, moveOn })),
      ),
    );
    const unread = found.flat();
    if (unread.length > 0 && !(await deps.clockIsRight())) return;
    const some = unread.slice(0, MOST_DONE);
    let moved = 0;
    for (const { record, id, moveOn } of some) {
      if (stopping?.aborted) return;
      try {
        if (await moveOn(app, id, unread.length > MOST_ALONE)) moved += 1;
      } catch (error) {
        log.error({ record, id, err: error }, 'What nobody reads could not go on; the next look tries again');
      }
    }
    if (moved > 0)
      log.info({ moved }, 'Records stood in queues that nobody reads, and have gone on to the next who can decide');
    // Where nothing moves although there is something, nobody can: looking again at once would be of no use.
    if (some.length === unread.length || moved === 0) lookedForUnread = { at: now, by: directory };
  }

  let unitsMove = false;
  let told: Directory | undefined;
  let postsLookedAt: Day | undefined;
  const forPeople = {
    claims: () => processClaims(deps),
    proposals: () => processProposals(deps),
    nominations: processNominations(deps),
    capability: processCapability(deps, stopping),
    help: () => processHelp(deps),
    shares: processShares(deps),
    registrars: tellRegistrars(deps, stopping),
    fileFaults: () => tellOfFaultyFiles(deps),
    losses: () => askAboutLosses(deps),
    unknownNames: () => askAboutNames(deps),
    async posts(): Promise<void> {
      const today = todayIn(app);
      if (postsLookedAt !== today && (await checkPosts(deps))) postsLookedAt = today;
    },
    async unitMoves(): Promise<void> {
      unitsMove = true;
      unitsMove = await followMovedUnits(deps, stopping);
    },
    holidays: followHolidays(deps, stopping),
    obstacles: followObstacles(deps, stopping),
    passedPosts: () => tellOfPassedPosts(deps),
    moving: () => processMoving(deps, stopping),
    /** Once for each directory: at the start, and when the organisation has changed. */
    async newDirectory(): Promise<void> {
      const directory = app.directory();
      if (told === directory) return;
      await renameNamed(app);
      await tellOfThinChains(deps);
      told = directory;
    },
  };

  let listsKept = false;
  /** What an earlier version of the bot left without dates gets them: once for each version of the lists, by one instance. */
  async function forgottenRecords(): Promise<void> {
    if (listsKept) return;
    const { run, mine } = await runs.claim('lists', LISTS_VERSION, app.now(), LISTS_SILENCE_MS);
    if (run.plannedAt) listsKept = true;
    if (!mine || listsKept) return;
    let remembered = 0;
    for (const [record, { keepAnew }] of dutiesOfKinds) {
      remembered += await keepAnew(app, stopping, (id, error) =>
        log.error(
          { record, id, err: error },
          'The dates of a record could not be kept anew; whoever changes it keeps them',
        ),
      );
    }
    const told = await fillWeeks(app, stopping);
    if (stopping?.aborted) return;
    const now = app.now();
    await runs.note('lists', LISTS_VERSION, { plannedAt: now, recipients: remembered });
    await runs.note('lists', LISTS_VERSION, { finishedAt: now });
    listsKept = true;
    if (remembered > 0)
      log.info(
        { remembered },
        'Records of an earlier version had nothing due, or lists that said less, and have it now',
      );
    if (told > 0) log.info({ told }, 'Weeks of an earlier version tell of what happened in them now');
  }

  /** In this order: what can wait comes last. */
  const works = {
    ...{ steps: () => steps(), ...forPeople, unreadQueues, dueRecords, digest, leaving, newcomers },
    ...{ dataFiles, drafts: () => processDrafts(deps, stopping), forgottenRecords },
    exports: () => makeExports(deps, stopping),
  };

  return {
    /** Does what operations have left to do: also as soon as one says so. */
    steps,

    /** Does what is due now. One thing that goes wrong keeps no other from being done. */
    async tick(): Promise<void> {
      for (const [what, work] of Object.entries(works)) {
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
