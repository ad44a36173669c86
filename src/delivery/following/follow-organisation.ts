import { readInForce } from '../../app/organisation/in-force.js';
import type { OrganisationSource, SourceRead } from '../../app/organisation/organisation-source.js';
import { takeIn } from '../../app/organisation/take-in.js';
import type { Organisation } from '../../domain/organisation/organisation.js';
import { faultLine, type OrganisationFault } from '../../domain/organisation/organisation-file.js';
import type { Instant } from '../../domain/time.js';
import type { OrganisationVersionStore } from '../../store/organisation/versions.js';
import type { Log } from '../log.js';
import { type Ticking, ticking } from '../pacing/pause.js';

/** The organisation as this instance has it. */
export interface FollowedOrganisation {
  current(): Organisation;
  /** The number of its version; 0 before anything has been taken in. */
  version(): number;
  /** Begins to look: for another version every two seconds, for another file every fifteen. */
  start(): void;
  /** Looks no more, and settles when nothing is in hand. */
  stop(): Promise<void>;
  /** Follows the version in force, now. One small request where it is the same. Never rejects. */
  look(): Promise<void>;
  /** Looks whether another file has been put in the place of the one that was there, and takes it in. Never rejects. */
  lookAtFile(): Promise<void>;
  /** What is wrong, for operators: never what stands in the file. Undefined where nothing is. */
  trouble(): OrganisationTrouble | undefined;
}

export interface OrganisationTrouble {
  /** The version in force here. */
  version: number;
  /** The file is left out for its faults, or is not there; or the version that others have cannot be read by this release. */
  what: 'faulty' | 'unreadable' | 'otherVersion';
  faults: number;
  /** Where the first fault is. */
  at?: string;
}

interface FollowDeps {
  versions: OrganisationVersionStore;
  source: OrganisationSource;
  code: string;
  now: () => Instant;
  log: Log;
  clock?: Ticking;
}

/** A file that stands where an earlier one is expected is left alone, and operators are told how to go back to it. */
export const sayKnown = (log: Log, file: string, version: number): void =>
  log.warn(
    { file, version },
    'The organisation file has been in force before, and a later version is now: npm run organisation -- apply FILE goes back to it',
  );

/** Milliseconds between two looks at the version: with what reading it takes, all have it within five seconds. */
const LOOKS_EVERY_MS = 2_000;
/** So many of these looks lie between two looks at the file: it counts within half a minute, also where it is wrong. */
const FILE_EVERY_LOOKS = 7;
/** Storage that has not answered within this time, in milliseconds, is asked again at the next look. */
const ANSWERS_WITHIN_MS = 10_000;

/**
 * Follows the organisation that is in force, and takes in a file that is put in the place of the one that was there when the bot
 * started: whole or not at all. What is wrong with it is told once, and what was in force stays.
 */
export function followOrganisation(
  { versions, source, code, now, log, clock = ticking }: FollowDeps,
  started: { organisation: Organisation; version: number; seen: string | undefined },
): FollowedOrganisation {
  const stopping = new AbortController();
  const { signal } = stopping;
  let { organisation, version, seen } = started;
  /** A version that this release cannot use. */
  let refused: { version: number; faults: readonly OrganisationFault[] } | undefined;
  /** What was wrong with the file at the last look: told when it is so twice, for a file may be looked at while it is written. */
  let wrong: { mark: string; told: boolean; trouble: Omit<OrganisationTrouble, 'version'> } | undefined;
  let storageFails = false;
  let running: Promise<void> | undefined;
  let looking: Promise<void> = Promise.resolve();

  async function follow(): Promise<void> {
    const number = await versions.number(AbortSignal.any([signal, AbortSignal.timeout(ANSWERS_WITHIN_MS)]));
    if (number === version || number === 0 || number === refused?.version) return;
    const found = await readInForce(versions, code);
    if (!found || found.version === version) return;
    if (!found.ok) {
      refused = { version: found.version, faults: found.faults };
      const faults = found.faults.map(faultLine);
      log.error(
        { version: found.version, faults },
        'The organisation in force cannot be used by this release, which goes on with the one before: replace this instance, or apply a file that it can read',
      );
      return;
    }
    const departments = found.organisation.departments.length;
    log.info({ version: found.version, before: version, departments }, 'Another organisation is in force now');
    ({ version, organisation } = found);
    refused = undefined;
  }

  /** What is wrong is told when it is seen for the second time, once. */
  async function isWrong(mark: string, trouble: Omit<OrganisationTrouble, 'version'>, tell: () => Promise<void>) {
    if (wrong?.mark !== mark) {
      wrong = { mark, told: false, trouble };
      return;
    }
    if (wrong.told) return;
    await tell();
    wrong.told = true;
  }

  async function refuse(hash: string, faults: readonly [OrganisationFault, ...OrganisationFault[]]): Promise<void> {
    const [{ path }] = faults;
    await isWrong(hash, { what: 'faulty', faults: faults.length, ...(path && { at: path }) }, async () => {
      await versions.noteFault(hash, source.name, faults, now());
      log.error(
        { file: source.name, version, faults: faults.length, first: faultLine(faults[0]) },
        'The organisation file is not taken in, and what was in force stays: npm run organisation -- check FILE lists every fault',
      );
    });
  }

  async function takeFile(found: Extract<SourceRead, { kind: 'file' }>): Promise<void> {
    // What has been put here while the bot runs is wanted, also where it has been in force before.
    const taken = await takeIn({ versions, code, now }, found, { again: seen !== undefined });
    if (taken.kind === 'refused') return refuse(found.hash, taken.faults);
    seen = found.hash;
    wrong = undefined;
    if (taken.kind === 'taken')
      log.info(
        { file: source.name, version: taken.version, ...(taken.lost.length > 0 && { lost: taken.lost }) },
        'Another organisation file is taken in',
      );
    if (taken.kind === 'known') sayKnown(log, source.name, taken.version);
    await follow();
    if (taken.kind === 'taken') await versions.tidy(now());
  }

  async function readFile(): Promise<void> {
    const found = await source.read();
    if (signal.aborted) return;
    if (found.kind === 'unreadable') {
      const { fault } = found;
      await isWrong(fault.message, { what: 'unreadable', faults: 1 }, async () =>
        log.error(
          { file: source.name, version, first: faultLine(fault) },
          'The organisation file cannot be read, and what was in force stays: put it there again',
        ),
      );
    } else if (found.kind === 'faulty') await refuse(found.hash, found.faults);
    else if (found.hash !== seen) await takeFile(found);
    else if (wrong) {
      // It is as it was.
      if (wrong.told) await versions.forgetFaults();
      wrong = undefined;
    }
  }

  /** One after the other, and whatever goes wrong is told of once. */
  function oneByOne(work: () => Promise<void>): Promise<void> {
    looking = looking.then(async () => {
      if (signal.aborted) return;
      try {
        await work();
        if (storageFails) log.info({}, 'The organisation in force can be followed again');
        storageFails = false;
      } catch (error) {
        if (!storageFails && !signal.aborted)
          log.error(
            { err: error },
            'The organisation in force could not be looked at; it is tried again every few seconds',
          );
        storageFails = true;
      }
    });
    return looking;
  }

  const look = () => oneByOne(follow);
  const lookAtFile = () => oneByOne(readFile);

  async function run(): Promise<void> {
    for (let looks = 1; !signal.aborted; looks++) {
      await clock.pause(LOOKS_EVERY_MS, signal).catch(() => undefined);
      await look();
      if (looks % FILE_EVERY_LOOKS === 0) await lookAtFile();
    }
  }

  return {
    current: () => organisation,
    version: () => version,
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort(new Error('Stopping'));
      await Promise.all([running, looking]);
    },
    look,
    lookAtFile,
    trouble() {
      if (wrong?.told) return { version, ...wrong.trouble };
      return refused && { version, what: 'otherVersion', faults: refused.faults.length };
    },
  };
}
