import type { Department } from '../../domain/organisation/organisation.js';
import { departmentsIn, followedPlaces } from '../../domain/person/followed-places.js';
import type { Person } from '../../domain/person/person.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { Deps } from '../deps.js';

/** Who opens the page of a department, or of the whole municipality, from which it is followed up. */
export interface FollowUp {
  /** Absent: the whole municipality. */
  department?: Department | undefined;
  /** Of that department: who decides there, and who manages it or a unit of it. */
  leads: boolean;
  manages: boolean;
  office: boolean;
  registrar: boolean;
  /** They read figures here, for it has been negotiated and decided that there are any. */
  readsFigures: boolean;
  /** The organisation file has an award, for which ideas are nominated. */
  awards?: boolean;
  /** There is something to read of what is asked once a year, or the office can ask it. */
  capability?: boolean;
  /** Other pages of theirs: departments of their own, and the whole where this is of one. */
  others: readonly Department[];
  whole: boolean;
}

/** What somebody may follow up: their own department where one is named, else the whole municipality. Asks no storage. */
export function openFollowUp(
  { directory, settings }: Pick<Deps, 'directory' | 'settings'>,
  person: Person,
  code?: string,
): Result<FollowUp, { code: 'notForYou' }> {
  const { held, led, managed, whole } = followedPlaces(person, directory());
  const registrar = held.registrar === true;
  const readsFigures = led.size + managed.size > 0 || held.office;
  if (!whole) return refuse({ code: 'notForYou' });
  const own = code === undefined ? undefined : directory().codeNow(code);
  const leads = own !== undefined && led.has(own);
  const manages = own !== undefined && managed.has(own);
  if (own !== undefined && !leads && !manages) return refuse({ code: 'notForYou' });
  return accept({
    ...{ leads, manages, office: held.office, registrar },
    readsFigures: readsFigures && settings().measuring !== undefined,
    awards: settings().award !== undefined,
    department: own === undefined ? undefined : directory().department(own),
    others: departmentsIn(directory(), [...led, ...managed]).filter((one) => one.code !== own),
    whole: own !== undefined,
  });
}

/** What somebody who names no place follows up: their own department, else the whole municipality. */
export function openOwnFollowUp(
  deps: Pick<Deps, 'directory' | 'settings'>,
  person: Person,
): Result<FollowUp, { code: 'notForYou' }> {
  const whole = openFollowUp(deps, person);
  const [first] = whole.ok ? whole.value.others : [];
  return first ? openFollowUp(deps, person, first.code) : whole;
}
