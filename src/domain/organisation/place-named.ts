import { plain } from '../language/spelling.js';
import { type DepartmentHit, type Nearness, searchDepartments, searchPlaces } from './department-search.js';
import type { Directory } from './directory.js';
import type { Localised } from './organisation-schema.js';
import { type Place, parsePlace, placeValue } from './place.js';

/**
 * What somebody means who writes the name of a place in a field: an organisation may have more places than a card can
 * list. A place that was chosen from a list comes by its value and means itself.
 */
export type PlaceMeant =
  | { kind: 'one'; place: Place }
  /** Those that come nearest, the nearest first, and how many there are; none where nothing is like it. */
  | { kind: 'unclear'; nearest: readonly Place[]; count: number };

/** More are no help to whoever chooses: they write more of the name. */
const MOST_NEAREST = 10;

/** In the place of a choice: none of those that were shown is meant. No code is called so. */
export const ANOTHER_PLACE = '?';

/** So near that the one hit is what was written, and nothing has to be asked. */
const SURE: ReadonlySet<Nearness> = new Set(['exact', 'word', 'start', 'stem']);

/** Between a department's name and its unit's, as cards write both (department.withUnit). */
const BETWEEN = ' · ';

/** The place that a text names. `units`: a unit may be meant by itself; else its name stands for its department. */
export function placeMeant(directory: Directory, written: string, { units }: { units: boolean }): PlaceMeant {
  const named = parsePlace(written, directory) ?? byWholeName(directory, written);
  if (named) return { kind: 'one', place: units ? named : { department: named.department } };
  if (written === ANOTHER_PLACE) return { kind: 'unclear', nearest: [], count: 0 };
  const hits = units ? searchPlaces(directory, written) : departmentHits(directory, written);
  const places = hits.map(({ department, unit }) => placeOf(department.code, units ? unit?.code : undefined));
  const [only, ...others] = places;
  const isSure = others.length === 0 && hits[0] !== undefined && SURE.has(hits[0].nearness);
  if (only && isSure) return { kind: 'one', place: only };
  return { kind: 'unclear', nearest: places.slice(0, MOST_NEAREST), count: places.length };
}

/** What stands between the names of several departments. */
const SEPARATOR = /[,;]/;

export interface DepartmentsMeant {
  /** Codes, each once. */
  codes: string[];
  /** What names no department, or several, as it was written. */
  unclear: string[];
}

/** In the place of names: nobody writes two hundred. */
const all: ReadonlySet<string> = new Set(['alla', 'all']);

/** The departments that a text names, with commas or semicolons between, or all of them; a name that has a comma itself is one. */
export function departmentsMeant(directory: Directory, written: string): DepartmentsMeant {
  if (all.has(plain(written).trim())) return { codes: directory.departments.map(({ code }) => code), unclear: [] };
  const parts = written
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter(Boolean);
  const codes = new Set<string>();
  const unclear: string[] = [];
  for (let at = 0; at < parts.length; ) {
    const found = longestNamed(directory, parts.slice(at, at + MOST_PARTS));
    if (found) codes.add(found.code);
    else if (parts[at] !== ANOTHER_PLACE) unclear.push(parts[at] ?? '');
    at += found?.parts ?? 1;
  }
  return { codes: [...codes], unclear };
}

/** No name has more commas than this. */
const MOST_PARTS = 4;

/** As many of the parts, from the first on, as are one department's name together; else the first by itself. */
function longestNamed(directory: Directory, parts: readonly string[]): { code: string; parts: number } | undefined {
  for (let count = parts.length; count > 1; count--) {
    const whole = byWholeName(directory, parts.slice(0, count).join(', '));
    if (whole) return { code: whole.department, parts: count };
  }
  const meant = placeMeant(directory, parts[0] ?? '', { units: false });
  return meant.kind === 'one' ? { code: meant.place.department, parts: 1 } : undefined;
}

/** By its name as a card writes it, where no other place is called so. */
function byWholeName(directory: Directory, written: string): Place | undefined {
  const [name = '', unitName, ...rest] = written.split(BETWEEN);
  if (rest.length > 0) return undefined;
  const found = directory.departments
    .filter((department) => isCalled(department.name, name))
    .flatMap(({ code, units }) =>
      unitName === undefined
        ? [{ department: code }]
        : units.filter((unit) => isCalled(unit.name, unitName)).map((unit) => placeOf(code, unit.code)),
    );
  return found.length === 1 ? found[0] : undefined;
}

const isCalled = (name: Localised, written: string): boolean => Object.values(name).includes(written);

function departmentHits(directory: Directory, written: string): readonly DepartmentHit[] {
  const found = searchDepartments(directory, written);
  return found.kind === 'one' ? [found.hit] : found.kind === 'several' ? found.hits : [];
}

const placeOf = (department: string, unit: string | undefined): Place => ({ department, ...(unit && { unit }) });

/** What a text stands for in a press: the value of the one place that it names, else the text as it is. */
export function meantValue(directory: Directory, written: string, options: { units: boolean }): string {
  const meant = placeMeant(directory, written, options);
  return meant.kind === 'one' ? placeValue(meant.place) : written;
}
