import { tellingWords } from '../department-terms.js';
import type { Directory } from '../directory.js';
import { isOnePlace, type Place, parsePlace } from '../place.js';
import type { PlaceRules } from './sources-schema.js';
import { type SaidPlace, saysPlace } from './staff.js';

/** Finds places of the organisation by what sources call them. */
export interface SourcePlaces {
  /** The place that is meant; undefined where nobody knows, where none of them is, and where nothing is said. */
  placeOf(said: SaidPlace): Place | undefined;
  /** What is to be asked about, as the source writes it: undefined where the place is known, or known to be none. */
  unknownIn(said: SaidPlace): string | undefined;
}

/** A name as it is compared: sources differ in case, in signs and in the small words between. */
const keyOf = (name: string): string => tellingWords(name).joined;

/** What one name leads to: a place, none of all, or nothing that anybody has said. */
type PlaceMeaning = Place | null | undefined;

/**
 * The places that sources mean: by the rules of the organisation file, which go first, else by the codes, names and aliases of
 * its departments and units. A name that merely resembles one is not guessed at. Made in time linear in the organisation, asked
 * in none that grows. A rule whose code the organisation does not have (any more) says nothing.
 */
export function createSourcePlaces(directory: Directory, rules: PlaceRules): SourcePlaces {
  const ruled = new Map<string, PlaceMeaning>();
  for (const [name, code] of Object.entries(rules)) {
    const place = code === null ? null : parsePlace(code, directory);
    if (place !== undefined) ruled.set(keyOf(name), place);
  }
  const departments = new PlacesByName();
  const units = new PlacesByName();
  const unitsIn = new Map<string, PlacesByName>();
  for (const { department, unit, joined } of directory.terms) {
    if (!unit) {
      departments.add(joined, { department: department.code });
      continue;
    }
    const place = { department: department.code, unit: unit.code };
    units.add(joined, place);
    const own = unitsIn.get(department.code) ?? new PlacesByName();
    own.add(joined, place);
    unitsIn.set(department.code, own);
  }

  /** A department's code may be the name of a unit too: what is said to be a department is looked for there first. */
  const meaningOf = (name: string | undefined): PlaceMeaning => {
    if (!name) return undefined;
    const key = keyOf(name);
    return ruled.has(key) ? ruled.get(key) : (departments.one(key) ?? units.one(key));
  };

  function unitMeant(name: string | undefined, within: string | undefined): PlaceMeaning {
    if (!name) return undefined;
    const key = keyOf(name);
    const rule = ruled.get(key);
    // Units are called the same in several departments: a rule for one of them is of that one.
    if (rule && (within === undefined || rule.department === within)) return rule;
    if (within !== undefined) return unitsIn.get(within)?.one(key);
    return meaningOf(name);
  }

  function meant({ department, unit }: SaidPlace): PlaceMeaning {
    const whole = meaningOf(department);
    if (whole === null) return null;
    // A unit of a department that nobody knows may have the name of another's.
    if (department && !whole) return unit ? ruled.get(keyOf(unit)) : undefined;
    return unitMeant(unit, whole?.department) ?? whole;
  }

  // Where there is but one place, whatever a source calls it, nobody has to be asked.
  const isKnown = (said: SaidPlace): boolean => isOnePlace(directory) || !saysPlace(said) || meant(said) !== undefined;
  return {
    placeOf: (said) => meant(said) ?? undefined,
    unknownIn: (said) => (isKnown(said) ? undefined : (said.department ?? said.unit)),
  };
}

/** Places by name; a name that several have is nobody's. */
class PlacesByName {
  private readonly places = new Map<string, Place | undefined>();

  add(key: string, place: Place): void {
    if (key === '') return;
    const known = this.places.get(key);
    const isSame = known?.department === place.department && known.unit === place.unit;
    this.places.set(key, !this.places.has(key) || isSame ? place : undefined);
  }

  one = (key: string): Place | undefined => this.places.get(key);
}
