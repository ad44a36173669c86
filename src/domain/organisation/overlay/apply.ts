import { accept, type Result, refuse } from '../../result.js';
import { type OrganisationFault, parseOrganisation } from '../organisation-file.js';
import type { Contact, Department, Organisation, Unit } from '../organisation-schema.js';
import { asFile } from './as-file.js';
import type { OverlayChange, PlaceChange, PostChange } from './change.js';
import { merged } from './merge.js';
import { withRule } from './name-rules.js';
import { split } from './split.js';

/** Why a change cannot be made. */
export type OverlayRefusal =
  /** There is no such department or unit. */
  | { code: 'noPlace' }
  /** Who is to leave the post does not have it. */
  | { code: 'noHolder' }
  /** Who is to come has the post already. */
  | { code: 'isHolder' }
  /** Two departments would be more together than a file may hold. */
  | { code: 'tooLarge' }
  /** No file may say what would come of it. */
  | { code: 'invalid'; faults: readonly OrganisationFault[] };

/**
 * The organisation with one change more, which is always one that a file could describe; or why there is none. `asked`: the file
 * says something else by now than the change has taken the place of, and the change stands all the same.
 */
export function applyChange(
  organisation: Organisation,
  change: OverlayChange,
  { asked = false }: { asked?: boolean } = {},
): Result<Organisation, OverlayRefusal> {
  const changed = changedBy(organisation, change, asked);
  return changed.ok ? describable(changed.value) : changed;
}

/** An organisation as a file would have it; or why none could. */
export function describable(
  organisation: Organisation,
): Result<Organisation, Extract<OverlayRefusal, { faults: unknown }>> {
  const parsed = parseOrganisation(asFile(organisation));
  return parsed.ok ? accept(parsed.organisation) : refuse({ code: 'invalid', faults: parsed.faults });
}

/** The same without asking whether a file could describe it. */
export function changedBy(
  organisation: Organisation,
  change: OverlayChange,
  asked: boolean,
): Result<Organisation, Exclude<OverlayRefusal, { code: 'invalid' }>> {
  if (change.kind === 'sourcePlace') return withRule(organisation, change);
  if (change.kind === 'merge') return merged(organisation, change);
  if (change.kind === 'split') return split(organisation, change);
  const place = placeOf(organisation, change);
  if (!place) return refuse({ code: 'noPlace' });
  switch (change.kind) {
    case 'aliases':
      return accept(withPlace(organisation, change, { aliases: change.now }));
    case 'name':
      return accept(withPlace(organisation, change, { name: { ...place.name, ...change.now } }));
    case 'post': {
      const holders = holdersAfter(place[change.post], change, asked);
      return holders.ok ? accept(withPlace(organisation, change, { [change.post]: holders.value })) : holders;
    }
  }
}

/** A department, or a unit of one. */
export type PlaceInFile = Department | Unit;

/** The department or unit that a change is of. */
export function placeOf(
  { departments }: Organisation,
  { department: code, unit }: Pick<PlaceChange, 'department' | 'unit'>,
): PlaceInFile | undefined {
  const department = departments.find((one) => one.code === code);
  return unit === undefined ? department : department?.units.find((one) => one.code === unit);
}

function withPlace(
  organisation: Organisation,
  { department: code, unit }: PlaceChange,
  values: Partial<Omit<Unit, 'code'>>,
): Organisation {
  const departments = organisation.departments.map((department): Department => {
    if (department.code !== code) return department;
    if (unit === undefined) return { ...department, ...values };
    return { ...department, units: department.units.map((one) => (one.code === unit ? { ...one, ...values } : one)) };
  });
  return { ...organisation, departments };
}

/** Who comes in the place of somebody stands where they stood: the first of them is asked first. */
function holdersAfter(
  holders: readonly Contact[],
  { out, in: comes }: PostChange,
  asked: boolean,
): Result<Contact[], { code: 'noHolder' } | { code: 'isHolder' }> {
  const has = (one: Contact | undefined) => holders.some(({ email }) => email === one?.email);
  if (out && !has(out) && !asked) return refuse({ code: 'noHolder' });
  if (comes && comes.email !== out?.email && has(comes) && !asked) return refuse({ code: 'isHolder' });
  if (!comes) return accept(holders.filter(({ email }) => email !== out?.email));
  const others = holders.filter(({ email }) => email !== comes.email || email === out?.email);
  if (!out || !has(out)) return accept([...others, comes]);
  return accept(others.flatMap((one) => (one.email === out.email ? [comes] : [one])));
}
