import { storageProblem } from '../../config/storage-settings.js';
import { codeOf } from '../../log.js';
import { type TriedPlace, tryRights } from '../../store/doctor/try-rights.js';
import type { Storage, StorageAccount } from '../../store/storage.js';
import { type Finding, fault, good } from './finding.js';

/** More than this between the machine's clock and storage's, in milliseconds, and answer dates go wrong; storage tells whole seconds. */
const CLOCK_SLACK_MS = 3_000;

const roles: Record<TriedPlace['kind'], string> = {
  table: 'Storage Table Data Contributor',
  queue: 'Storage Queue Data Contributor',
  container: 'Storage Blob Data Contributor',
};

/** Clock and rights. Returns whether storage can be read, so that what is asked next has sense. */
export async function* ofStorage(
  storage: Storage,
  account: StorageAccount,
  probe: string,
  now: () => number,
): AsyncGenerator<Finding, boolean> {
  const asked = now();
  const { silent, cause, storageTime } = await storage.ping();
  const code = codeOf(cause);
  if (silent && !/^4\d\d$/.test(code ?? '')) {
    yield fault('storage', 'Storage does not answer.', storageProblem(code, account));
    return false;
  }
  yield* ofClock(asked, now(), storageTime);
  let readable = true;
  for await (const place of tryRights(storage, probe)) {
    yield* ofPlace(place, account);
    if (place.kind === 'table' && place.refused.some(({ right }) => right === 'read' || right === 'list'))
      readable = false;
  }
  return readable;
}

/** Storage has said its time at some moment between the question and the answer. */
function* ofClock(asked: number, answered: number, storageTime: number | undefined): Generator<Finding> {
  if (storageTime === undefined) return;
  const apart = storageTime < asked ? asked - storageTime : Math.max(0, storageTime - answered);
  yield apart > CLOCK_SLACK_MS
    ? fault(
        'clock',
        `This machine's clock is ${Math.round(apart / 1000)} s from storage's.`,
        'Set the machine’s time, and let a time service keep it.',
      )
    : good('clock', 'This machine’s clock agrees with storage’s.');
}

function* ofPlace(place: TriedPlace, account: StorageAccount): Generator<Finding> {
  const { kind, name, refused, works } = place;
  const codes = [...new Set(refused.map(({ code }) => code))].join(', ');
  if (refused.length > 0) {
    const rights = refused.map(({ right }) => right).join(', ');
    const todo =
      'account' in account
        ? `Give the bot’s identity the role ${roles[kind]} on the storage account.`
        : `Give the key or shared access signature these rights, or use a managed identity with the role ${roles[kind]}.`;
    yield fault('storage', `The ${kind} ${name} refuses: ${rights} (${codes}).`, todo);
  } else
    yield good('storage', `The ${kind} ${name} can be used: ${works.filter((one) => one !== 'guard').join(', ')}.`);
  if (place.unguarded)
    yield fault(
      'storage',
      `The ${kind} ${name} takes what is written over a newer state.`,
      'Do not run the bot here: what stands before storage has to pass on If-Match.',
    );
  if (place.open)
    yield fault(
      'storage',
      `Everybody can read the container ${name}.`,
      'Set its access level to private, and "Allow Blob anonymous access" of the account to disabled.',
    );
}
