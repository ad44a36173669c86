import { noteOpened } from '../../app/person/chat.js';
import { meetPerson } from '../../app/person/meet-person.js';
import { refreshPerson } from '../../app/person/refresh-person.js';
import type { PersonRef } from '../../domain/person/person.js';
import { instantOf, millisecondsOf } from '../../domain/time.js';
import type { ReadNewcomer } from '../../store/person/newcomers.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { DeliveryDeps } from '../deps.js';
import type { SendFault } from '../send-fault.js';
import { noteArrival } from './arrivals.js';
import { oweWelcome } from './welcome.js';
import { oweWorkplaceQuestion } from './workplace.js';

/** So many are asked about at the same time, and so many in one look: all calls share Teams' limit. */
const AT_ONCE = 8;
const MOST = 200;
/** The first wait, in milliseconds, twice as long each time. Nobody waits long after a storm; who is not in the roster waits longer. */
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 5 * 60_000;
const LONGEST_REFUSED_WAIT_MS = 6 * 3_600_000;
/** Whom the roster has not known for so many days since they were here is not there; if they are, they write or install again. */
const GIVEN_UP_AFTER_DAYS = 14;

/**
 * Asks the roster again who those are of whom it did not say it when they came, stores who they are, and owes them their
 * welcome and what waited for them; and of whom it did not say who they are now when they installed the bot again. Any number of instances may do it at once, and one that dies half-way is finished by
 * another. In a storm it stops after a few.
 */
export async function meetNewcomers(deps: DeliveryDeps, stopping?: AbortSignal): Promise<void> {
  const due = (await deps.app.newcomers.due(deps.app.now())).slice(0, MOST);
  for (let from = 0; from < due.length && !stopping?.aborted; from += AT_ONCE) {
    const met = await Promise.all(due.slice(from, from + AT_ONCE).map((one) => meetOne(deps, one)));
    if (!met.some(Boolean)) return;
  }
}

/** False when the roster did not answer. */
async function meetOne(deps: DeliveryDeps, newcomer: ReadNewcomer): Promise<boolean> {
  const { app, log } = deps;
  const { identity } = newcomer;
  // A turn may have met them meanwhile, and then they have had their answer there.
  const known = await app.people.byIdentity(identity);
  if (known && !newcomer.known) {
    await letIn(deps, newcomer, known);
    return true;
  }
  if (!known && newcomer.known) {
    // They have had their data erased since.
    await app.newcomers.forget(newcomer);
    return true;
  }
  deps.pacing.called();
  const answer = await deps.teams.member(newcomer.reach);
  if (!answer.ok) {
    await putOff(deps, newcomer, answer.refusal);
    return false;
  }
  if (known) {
    const asks = (person: PersonRef, place: string) => oweWorkplaceQuestion(deps, person, place);
    const { me } = await refreshPerson(app, known, answer.value, asks);
    if (me.person.guest && !deps.guests) await app.newcomers.forget(newcomer);
    else await letIn(deps, newcomer, me);
    return true;
  }
  if (answer.value.guest && !deps.guests) {
    await app.newcomers.forget(newcomer);
    log.info({}, 'Somebody new is a guest, and guests may not come: nothing is kept of them');
    return true;
  }
  const roster = async () => answer.value;
  const { met } = await meetPerson(app, { identity, language: newcomer.language, reach: undefined, roster });
  await letIn(deps, newcomer, met);
  return true;
}

/** From now on they can be written to: what waited for them is thought of before that is stored, as in a turn. */
async function letIn(deps: DeliveryDeps, newcomer: ReadNewcomer, met: ReadPerson): Promise<void> {
  const { app, wake, log } = deps;
  const { reach } = newcomer;
  const arrival = met.reach ? undefined : await noteArrival(deps, met.person.ref);
  const { me, welcome } = await oweWelcome(deps, await noteOpened(app, met, reach));
  await app.newcomers.forget(newcomer);
  await wake([arrival, welcome].filter((name) => name !== undefined));
  log.info(
    { person: me.person.ref },
    'The roster has said who somebody is; they are welcomed to what they were not before',
  );
}

async function putOff({ app, log }: DeliveryDeps, newcomer: ReadNewcomer, fault: SendFault): Promise<void> {
  const { since, tries } = newcomer;
  const now = millisecondsOf(app.now());
  const days = (now - millisecondsOf(since)) / 86_400_000;
  if (days >= GIVEN_UP_AFTER_DAYS) {
    await app.newcomers.forget(newcomer);
    log.warn(
      { reason: fault.reason, since },
      'The roster has not known somebody for two weeks; nothing is kept of them',
    );
    return;
  }
  const longestMs = fault.class === 'refused' ? LONGEST_REFUSED_WAIT_MS : LONGEST_WAIT_MS;
  const waitMs = Math.min(longestMs, Math.max(fault.retryAfterMs ?? 0, FIRST_WAIT_MS * 2 ** Math.min(tries, 20)));
  await app.newcomers.postpone(newcomer, instantOf(now + waitMs));
}
