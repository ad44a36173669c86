import { type SourceName, sourceNames } from '../../../domain/organisation/sources/staff.js';
import { asAbsent } from '../../../domain/person/sourced.js';
import type { ReadPerson } from '../../../store/person/people.js';
import type { Deps } from '../../deps.js';
import { amendPerson } from '../change-person.js';
import type { StaffHappening } from './look.js';
import { saidOf } from './workplace.js';

/**
 * Somebody is gone, away or back, as a source says: what other sources say of them counts too, and whoever is known to one of them
 * is not gone. Gives who is gone, once it is noted that their deputies act; undefined where nobody is. Nobody is made known by it.
 */
export async function noteAbsence(
  deps: Pick<Deps, 'people' | 'staff' | 'marks' | 'settings'>,
  { name, tenant }: { name: SourceName; tenant: string },
  { kind, who }: StaffHappening,
): Promise<ReadPerson | undefined> {
  const known = await personBehind(deps, name, tenant, who);
  if (!known) return undefined;
  const said = await saidOf(deps, known.person);
  const others = sourceNames.flatMap((other) => (other === name ? [] : (said[other] ?? [])));
  const isGone = kind === 'gone' && others.length === 0;
  const isAbsent = isGone || kind === 'away' || others.some(({ away }) => away);
  const me = await amendPerson(deps, known, (person) => {
    const after = asAbsent(person, isAbsent);
    return after === person ? undefined : after;
  });
  return isGone ? me : undefined;
}

/** Whom a source means by an address or an object id, also one who has only been named here. */
async function personBehind(
  { people }: Pick<Deps, 'people'>,
  source: SourceName,
  tenant: string,
  who: string,
): Promise<ReadPerson | undefined> {
  if (source === 'graph') {
    const identity = { tenant, objectId: who };
    return (await people.byIdentity(identity)) ?? people.picked(identity);
  }
  const ref = (await people.contacts([who])).get(who)?.ref;
  return ref === undefined ? undefined : people.byRef(ref);
}
