import { newPersonRef } from '../../../domain/ids.js';
import { type SourceName, sourceNames } from '../../../domain/organisation/sources/staff.js';
import { asSourced } from '../../../domain/person/sourced.js';
import type { ReadPerson } from '../../../store/person/people.js';
import type { Deps } from '../../deps.js';
import { amendPerson } from '../change-person.js';
import type { StaffHappening } from './look.js';
import { saidOf } from './workplace.js';

/**
 * What a source says of somebody becomes theirs at once, whether they write again or not: that they are gone, away or back, and that
 * their personal data are protected, or are so no more. What other sources say counts too: whoever is known to one of them is not
 * gone, and who is protected in one of them is so. Gives who is gone, once it is noted that their deputies act; undefined where
 * nobody is. Nobody is made known by it but those whom the organisation names, and where they work they are told when they write.
 */
export async function noteSaid(
  deps: Pick<Deps, 'people' | 'staff' | 'marks' | 'settings' | 'directory' | 'random'>,
  { name, tenant }: { name: SourceName; tenant: string },
  { kind, who }: StaffHappening,
): Promise<ReadPerson | undefined> {
  const known = await personBehind(deps, name, tenant, who);
  if (!known) return undefined;
  const said = await saidOf(deps, known.person);
  const others = sourceNames.flatMap((other) => (other === name ? [] : (said[other] ?? [])));
  const isGone = kind === 'gone' && others.length === 0;
  const away = isGone || kind === 'away' || others.some((other) => other.away);
  const isHidden = kind === 'protected' || others.some((other) => other.protected);
  const me = await amendPerson(deps, known, (person) => {
    // A source that knows them no more has not said that their name may be shown.
    const stays = kind === 'gone' && person.protected === true;
    const { person: after } = asSourced(person, { away, protected: isHidden || stays });
    return after === person ? undefined : after;
  });
  return isGone ? me : undefined;
}

/** Whom a source means by an address or an object id, also one who has only been named here, or in the organisation alone. */
async function personBehind(
  { people, directory, random }: Pick<Deps, 'people' | 'directory' | 'random'>,
  source: SourceName,
  tenant: string,
  who: string,
): Promise<ReadPerson | undefined> {
  if (source === 'graph') {
    const identity = { tenant, objectId: who };
    return (await people.byIdentity(identity)) ?? people.picked(identity);
  }
  const contact = directory().contact(who);
  const ref = contact
    ? await people.refOf(contact, () => newPersonRef(random))
    : (await people.contacts([who])).get(who)?.ref;
  return ref === undefined ? undefined : people.byRef(ref);
}
