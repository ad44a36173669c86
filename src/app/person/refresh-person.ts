import { onlyDepartment } from '../../domain/organisation/place.js';
import { mayBeAfter, type Person, type PersonRef } from '../../domain/person/person.js';
import { asAbsent, asSourced, inOnlyDepartment } from '../../domain/person/sourced.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { addressesIn, holdersOf, identitiesOf, type MetPerson, type RosterEntry } from './meet-person.js';
import { workplaceNow } from './staff/workplace.js';

/** Somebody whose row changes as often as this while the roster's answer is stored is a fault. */
const TRIES = 20;

/**
 * What the roster says of somebody who is known already becomes theirs: name, addresses, whether they are a guest. An
 * address that somebody else had is taken from them in the same transaction, and with it the posts that it gives. Where the
 * tenant hides addresses or the name, what was known stays. Four round trips.
 * `asking`: told, before it is stored, that a source has them in another department now.
 */
export async function refreshPerson(
  deps: Deps,
  start: ReadPerson,
  entry: RosterEntry,
  asking?: (person: PersonRef, place: string) => Promise<void>,
): Promise<{ me: ReadPerson } & Pick<MetPerson, 'lost'>> {
  let now = start;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const told = asToldOf(now.person, entry, { at: deps.now(), file: deps.directory().mark });
    const [holders, workplace] = await Promise.all([holdersOf(deps, told.emails), workplaceNow(deps, told)]);
    // Whoever writes is not gone, whatever a source that knows them no more has said.
    const { person: sourced, asks } = workplace
      ? asSourced(told, workplace)
      : { person: asAbsent(told, false), asks: false };
    const person = inOnlyDepartment(sourced, onlyDepartment(deps.directory()));
    if (asks && person.sourced) await asking?.(person.ref, person.sourced.place);
    const losing = holders.filter((holder) => holder.person.ref !== person.ref);
    const { reach, refusedOn } = now;
    const mayBe = mayBeAfter(
      person,
      losing.map((holder) => holder.person),
    );
    const known = { ...person, ...(mayBe.length > 0 && { mayBe }) };
    const stored = { person: known, ...(reach && { reach }), ...(refusedOn && { refusedOn }) };
    // Somebody who was only named by this address is them: what waits for that one is theirs.
    const named = losing.find(({ person: { identity } }) => !identity);
    const stays = named && (await deps.people.byRef(person.ref));
    if (named && stays) {
      await deps.accounts.unite({ gone: named, stays, as: stored, since: deps.now() });
      now = (await deps.people.byRef(person.ref)) ?? now;
      continue;
    }
    const saved = await deps.people.save(stored, now, losing);
    const me = await deps.people.byRef(person.ref);
    if (!me) throw new Error(`Person ${person.ref} is gone`);
    if (saved) return { me, lost: identitiesOf(losing) };
    now = me;
  }
  throw new Error(`Person ${start.person.ref} changed ${TRIES} times while the roster was stored`);
}

function asToldOf(before: Person, entry: RosterEntry, askedRoster: NonNullable<Person['askedRoster']>): Person {
  const { guest: _, ...rest } = before;
  const emails = addressesIn(entry.emails);
  return {
    ...rest,
    askedRoster,
    ...(entry.name && { name: entry.name }),
    ...(emails.length > 0 && { emails }),
    ...(entry.guest && { guest: true }),
  };
}
