import type { Department } from '../organisation/organisation.js';
import { type Place, placeValue } from '../organisation/place.js';
import type { Workplace } from '../organisation/sources/workplace.js';
import type { Person } from './person.js';

/** A person with what sources say of them, and whether they are to be asked if their department is this one. */
export interface AsSourced {
  person: Person;
  asks: boolean;
}

/** The same person where they are as absent as they were. */
export function asAbsent(before: Person, isAbsent: boolean): Person {
  if (isAbsent === (before.absent === true)) return before;
  const { absent: _, ...person } = before;
  return isAbsent ? { ...person, absent: true } : person;
}

/**
 * What sources say of somebody becomes theirs: where they work as long as they have not chosen that themselves, and that nobody
 * may see it where their personal data are protected. Who has chosen keeps what they chose. Another department than theirs is
 * asked about, once for each time that the source says another. Pure; the same person where nothing is new.
 */
export function asSourced(known: Person, { place, away, protected: isProtected }: Workplace): AsSourced {
  const before = asAbsent(known, away);
  if (isProtected) return { person: isHidden(before) ? before : hidden(before), asks: false };
  const person = before.protected ? seen(before) : before;
  const said = place && placeValue(place);
  if (!place || said === person.sourced?.place) return { person, asks: false };
  const follows = !person.department || person.sourced?.follows === true;
  return {
    person: follows
      ? { ...at(person, place), sourced: { place: said ?? '', follows } }
      : { ...person, sourced: { place: said ?? '' } },
    // Who had no department is told in their welcome.
    asks: person.department !== undefined && person.department !== place.department,
  };
}

/** Whoever has said nothing of where they work does so in the only department that there is; the same person in any other case. */
export function inOnlyDepartment(person: Person, only: Pick<Department, 'code'> | undefined): Person {
  return only && !person.department && !person.protected ? { ...person, department: only.code } : person;
}

const isHidden = (person: Person): boolean => person.protected === true && !person.unit && !person.sourced;

/** What they have from a source goes, and so does the unit, whoever chose it. */
function hidden({ unit: _, sourced, department, cameFrom: __, ...person }: Person): Person {
  const chosen = sourced?.follows ? undefined : department;
  return { ...person, ...(chosen && { department: chosen }), protected: true };
}

const seen = ({ protected: _, ...person }: Person): Person => person;

/** Whoever goes to another department comes from none that has become a part of it. */
const at = ({ unit: _, cameFrom, ...person }: Person, place: Place): Person => ({
  ...person,
  ...place,
  ...(cameFrom && place.department === person.department && { cameFrom }),
});

/** Somebody has said where they work: whatever a source says later, that stands until they say otherwise. */
export function chosenAt(person: Person, place: Place): Person {
  const { sourced, cameFrom: _, ...others } = person;
  const { unit, ...department } = place;
  return {
    ...at(others, person.protected || !unit ? department : place),
    ...(sourced && { sourced: { place: sourced.place } }),
  };
}
