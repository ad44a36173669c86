import type { EntraIdentity, Person } from '../../../domain/person/person.js';
import type { ConversationReference, ReadPerson } from '../../../store/person/people.js';
import type { Deps } from '../../deps.js';
import { noteUnrecognised } from '../chat.js';
import { saidOf } from '../staff/workplace.js';
import type { Candidate } from './candidates.js';
import { type Installer, InstallerBusy, InstallingStops } from './installer.js';

/**
 * What became of one candidate. given, had: they have the bot, by this run or from before. would: they would be given it.
 * known: the bot can write to them. noted: a run before this one has given it, and the bot has still to meet them. removed: they
 * have taken it away themselves. protected, closed, guest: nobody is given it then. notFound, several: the address leads to no
 * account, or to more than one. unchecked: Entra has no address of theirs, by which the personnel file says whether they are protected. refused: Graph says no of this one. left: for the next run.
 */
export const outcomes = [
  'given',
  'had',
  'would',
  'known',
  'noted',
  'removed',
  'protected',
  'unchecked',
  'closed',
  'guest',
  'notFound',
  'several',
  'refused',
  'left',
] as const;
export type InstallResult = (typeof outcomes)[number];

export interface InstallOutcome {
  candidate: Candidate;
  outcome: InstallResult;
  /** Of one who was refused or is left, as Graph says it in short. */
  why?: string;
}

export interface InstallRun {
  whom: Iterable<Candidate> | AsyncIterable<Candidate>;
  /** False: nobody is given anything, and nothing is written. */
  write: boolean;
  /** Also those who have taken the bot away themselves. */
  again: boolean;
  /** Where the bot writes to somebody in a chat that Graph has named. */
  reachOf(chat: string, objectId: string): ConversationReference;
  /** Told of each as soon as it is known. */
  heard?: (outcome: InstallOutcome) => void;
  signal?: AbortSignal;
}

export type InstallDeps = Pick<Deps, 'people' | 'newcomers' | 'staff' | 'marks' | 'settings' | 'now'>;

/** So many are seen to side by side: Graph takes its time for each, and `GraphPace` keeps how often it is asked. */
const AT_ONCE = 4;
/** So many in a row whom Graph refuses or has no time for: then it is not they. */
const MOST_IN_A_ROW = 10;

/**
 * Gives people the bot, and notes where it can write to them, so that it meets and welcomes them by itself, also where Teams does
 * not tell it that it was installed (delivery/person/newcomers.ts). Whoever it knows already, or a run before has given it to,
 * costs Graph nothing; so a run that was broken off anywhere goes on where it stood, and asks again for those at most who
 * were in hand. Rejects with `InstallingStops` where nobody can be given it; all that was done until then is done.
 */
export async function installFor(deps: InstallDeps, installer: Installer, run: InstallRun): Promise<void> {
  await installer.ready();
  const waiting = iteratorOf(run.whom);
  const seen = new Set<string>();
  let inARow = 0;
  let stopped: Error | undefined;

  async function work(): Promise<void> {
    while (!stopped && !run.signal?.aborted) {
      const next = await waiting.next();
      if (next.done) return;
      try {
        const outcome = await installOne(deps, installer, run, seen, next.value);
        inARow = outcome.outcome === 'refused' || outcome.outcome === 'left' ? inARow + 1 : 0;
        run.heard?.(outcome);
        if (inARow >= MOST_IN_A_ROW) stopped ??= new InstallingStops([refusesAll(outcome)]);
      } catch (error) {
        stopped ??= error instanceof Error ? error : new Error(String(error));
      }
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (stopped) throw stopped;
}

const refusesAll = ({ outcome, why = '' }: InstallOutcome): string =>
  outcome === 'left'
    ? `Microsoft Graph had no time for ${MOST_IN_A_ROW} in a row (${why}): run this again later, and it goes on from here.`
    : `Microsoft Graph has refused ${MOST_IN_A_ROW} in a row (${why}): look in the Teams admin center whether the app is allowed (Manage apps) and which app permission policies these people have; then run this again.`;

async function installOne(
  deps: InstallDeps,
  installer: Installer,
  run: InstallRun,
  seen: Set<string>,
  candidate: Candidate,
): Promise<InstallOutcome> {
  const is = (outcome: InstallResult, why?: string): InstallOutcome => ({ candidate, outcome, ...(why && { why }) });
  try {
    const found = await accountOf(deps, installer, candidate);
    if (typeof found === 'string') return is(found);
    const { identity } = found;
    // Two sources know them, or two posts are theirs under two addresses.
    if (seen.has(identity.objectId)) return is('known');
    seen.add(identity.objectId);
    const before = await standing(deps, found, run.again);
    if (before) return is(before);
    const unsafe = await byFile(deps, installer, found);
    if (unsafe) return is(unsafe);
    if (!run.write) return is('would');
    const installed = await installer.install(identity.objectId);
    if (installed.kind === 'refused') return is('refused', installed.why);
    const chat = await installer.chatOf(identity.objectId);
    const language = deps.settings().municipality.defaultLanguage;
    if (chat) await noteUnrecognised(deps, { identity, reach: run.reachOf(chat, identity.objectId), language });
    return is(installed.kind);
  } catch (error) {
    if (error instanceof InstallerBusy) return is('left', error.message);
    if (run.signal?.aborted) return is('left', 'stopped');
    throw error;
  }
}

interface FoundAccount {
  identity: EntraIdentity;
  emails: string[];
  /** By all addresses that Entra has of them. */
  isLookedUp?: true;
}

/** Whom a candidate is in Entra, as far as anybody may be given the bot; else what they are. Asks Graph of those only whom the bot does not know. */
async function accountOf(
  deps: InstallDeps,
  installer: Installer,
  candidate: Candidate,
): Promise<InstallResult | FoundAccount> {
  const { tenant } = installer;
  if (candidate.away) return 'closed';
  if ('objectId' in candidate) return { identity: { tenant, objectId: candidate.objectId }, emails: [] };
  const emails = [candidate.email];
  const card = (await deps.people.contacts(emails)).get(candidate.email);
  if (card?.installed) return 'known';
  const met = card && (await deps.people.byRef(card.ref));
  if (met?.person.identity) return { identity: met.person.identity, emails };
  const accounts = await installer.accountsOf(candidate.email);
  // An account that was closed and another one made: the one in which they work counts.
  const open = accounts.filter(({ isClosed }) => !isClosed);
  const [account, another] = open.length > 0 ? open : accounts;
  if (!account) return 'notFound';
  if (another) return 'several';
  if (account.isGuest) return 'guest';
  if (account.isClosed) return 'closed';
  return {
    identity: { tenant, objectId: account.objectId },
    emails: [...new Set([...emails, ...account.emails])],
    isLookedUp: true,
  };
}

/** What stands of somebody that makes it needless to give them the bot, or wrong; undefined where nothing does. Three round trips. */
async function standing(
  deps: InstallDeps,
  { identity, emails }: Pick<Person, 'emails'> & { identity: EntraIdentity },
  again: boolean,
): Promise<InstallResult | undefined> {
  const [met, noted, said] = await Promise.all([
    deps.people.byIdentity(identity),
    deps.newcomers.isNoted(identity),
    saidOf(deps, { identity, emails }),
  ]);
  if (met?.reach) return 'known';
  if (noted) return 'noted';
  if (met?.person.guest) return 'guest';
  if (met?.person.protected || [said.file, said.graph].some((one) => one?.protected)) return 'protected';
  return met && hasHadIt(met) && !again ? 'removed' : undefined;
}

/**
 * Whether the personnel file keeps somebody from being given it. It knows people by address, and what is known of this one is perhaps an
 * object id, or another address: Entra says which are theirs. Of whom it has none nothing is known, and they are given nothing.
 */
async function byFile(
  deps: InstallDeps,
  installer: Installer,
  { identity, emails, isLookedUp }: FoundAccount,
): Promise<'protected' | 'unchecked' | undefined> {
  if (!deps.settings().sources?.file || isLookedUp) return undefined;
  const theirs = (await installer.accountWith(identity.objectId))?.emails ?? [];
  if (theirs.length === 0) return 'unchecked';
  const said = await saidOf(deps, { emails: [...new Set([...emails, ...theirs])] });
  return said.file?.protected ? 'protected' : undefined;
}

/** Somebody is welcomed when the bot can write to them, and at no other time. */
const hasHadIt = ({ person }: ReadPerson): boolean => person.welcomed.length > 0;

async function* iteratorOf<T>(all: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* all;
}
