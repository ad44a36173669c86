import { isDeepStrictEqual } from 'node:util';
import { plain } from '../../../domain/language/spelling.js';
import { type Place, parsePlace, placeValue } from '../../../domain/organisation/place.js';
import { type SaidPlace, sourceNames } from '../../../domain/organisation/sources/staff.js';
import type { Person } from '../../../domain/person/person.js';
import { postsOf } from '../../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import type { UnknownName } from '../../../store/organisation/unknown-names.js';
import type { Deps } from '../../deps.js';
import { type ChangeRefusal, changeOrganisation } from '../../organisation/change-organisation.js';
import { hasSources } from './workplace.js';

/** So many names are kept to be asked about, those of most people; the others when these have been answered. */
const MOST_KEPT = 50;
/** So many are known to have been asked about. */
const MOST_ASKED = 1000;

/** All such names, those of most people first; somebody whom both sources name counts for both. As many round trips as there are thousands of people, several at a time. */
async function unknownPlaces({ staff, sourcePlaces }: Pick<Deps, 'staff' | 'sourcePlaces'>): Promise<UnknownName[]> {
  const places = sourcePlaces();
  /** Many people work in few places: each is looked up once. */
  const said = new Map<string, { place: SaidPlace; people: number }>();
  for (const source of sourceNames) {
    await staff.eachPlace(source, (_, place) => {
      const key = JSON.stringify([place.department, place.unit]);
      said.set(key, { place, people: 1 + (said.get(key)?.people ?? 0) });
    });
  }
  const found = new Map<string, UnknownName>();
  for (const { place, people } of said.values()) {
    const name = places.unknownIn(place);
    if (name === undefined) continue;
    const key = plain(name);
    const one = found.get(key);
    // Sources spell one name in several ways: the same of them stands each night.
    found.set(key, { name: one && one.name < name ? one.name : name, people: people + (one?.people ?? 0) });
  }
  return [...found.values()].sort((one, other) => other.people - one.people || (one.name < other.name ? -1 : 1));
}

/** Notes which names nobody has said what they mean, after a look at a source, and gives all of them. */
export async function noteUnknownPlaces(
  deps: Pick<Deps, 'staff' | 'sourcePlaces' | 'unknownNames' | 'now'>,
): Promise<UnknownName[]> {
  const all = await unknownPlaces(deps);
  const names = all.slice(0, MOST_KEPT);
  const at = deps.now();
  await deps.unknownNames.change((before) =>
    isDeepStrictEqual(before.names, names) ? undefined : { ...before, names, at },
  );
  return all;
}

/** Those of which it is still not said what they mean. One round trip, none without sources. */
export async function openNames(
  deps: Pick<Deps, 'settings' | 'sourcePlaces' | 'unknownNames'>,
): Promise<{ open: UnknownName[]; unasked: UnknownName[]; at: string }> {
  if (!hasSources(deps)) return { open: [], unasked: [], at: '' };
  const { names, asked, at } = await deps.unknownNames.read();
  const places = deps.sourcePlaces();
  const open = names.filter(({ name }) => places.unknownIn({ department: name }) !== undefined);
  return { open, unasked: open.filter(({ name }) => !asked.includes(plain(name))), at };
}

/** The office has been asked about these. */
export const askedAboutNames = ({ unknownNames }: Pick<Deps, 'unknownNames'>, names: readonly UnknownName[]) =>
  unknownNames.change((before) => {
    const asked = [...new Set([...before.asked, ...names.map(({ name }) => plain(name))])];
    return asked.length === before.asked.length ? undefined : { ...before, asked: asked.slice(-MOST_ASKED) };
  });

/** What of a name the office has said: that it is a place, or that nobody there belongs to any. */
export interface NameAnswer {
  name: string;
  /** As a field gives it: `VOO`, or with a unit `VOO.HTN`; null: none of all. */
  place: string | null;
  idempotencyKey: string;
}

/** What came of it, and which names are left. */
export interface NameAnswered {
  answered: { name: UnknownName; place: Place | null } | undefined;
  open: UnknownName[];
}

/**
 * The office says what a name of the sources means, which is a rule from then on, for everybody whom they say to be there. Undefined `answered`:
 * it is not asked any more. Refused to who is not of the office, and where that is no place.
 */
export async function answerName(
  deps: Deps,
  person: Person,
  { name, place: written, idempotencyKey }: NameAnswer,
): Promise<Result<NameAnswered, { code: 'notAllowed' | 'unknownDepartment' | ChangeRefusal }>> {
  const directory = deps.directory();
  if (!postsOf(person.emails, directory).office) return refuse({ code: 'notAllowed' });
  const { open } = await openNames(deps);
  const asked = open.find((one) => one.name === name);
  if (!asked) return accept({ answered: undefined, open });
  const place = written === null ? null : parsePlace(written, directory);
  if (place === undefined) return refuse({ code: 'unknownDepartment' });
  const change = { kind: 'sourcePlace', name, now: place && placeValue(place) } as const;
  const changed = await changeOrganisation(deps, change, { by: person.ref, idempotencyKey, why: 'office' });
  if (!changed.ok) return refuse({ code: changed.refusal });
  return accept({ answered: { name: asked, place }, open: open.filter((one) => one !== asked) });
}
