import { accept, type Result, refuse } from '../../result.js';
import type { Organisation } from '../organisation-schema.js';
import type { PlaceRules, Sources } from '../sources/sources-schema.js';
import type { NameRuleChange } from './change.js';

/** What the names mean that sources call places by: a rule by each name, in the organisation file and beside it. */

const noSources: Sources = { places: {} };

/** The place that a name means, null where it means none of all; undefined where there is no rule for it. */
export function ruleOf({ sources }: Organisation, name: string): PlaceRules[string] | undefined {
  const places = sources?.places ?? {};
  return Object.hasOwn(places, name) ? places[name] : undefined;
}

/** The organisation with one rule more, or another; refused where it has no such place. */
export function withRule(
  organisation: Organisation,
  { name, now }: NameRuleChange,
): Result<Organisation, { code: 'noPlace' }> {
  if (now !== null && !hasPlace(organisation, now)) return refuse({ code: 'noPlace' });
  const { sources = noSources } = organisation;
  return accept({ ...organisation, sources: { ...sources, places: { ...sources.places, [name]: now } } });
}

/** Whether there is such a place: `VOO`, or with a unit `VOO.HTN`. */
export function hasPlace({ departments }: Organisation, place: string): boolean {
  const [code, unit] = place.split('.');
  const department = departments.find((one) => one.code === code || one.earlier.some((before) => before.code === code));
  return department !== undefined && (unit === undefined || department.units.some((one) => one.code === unit));
}
