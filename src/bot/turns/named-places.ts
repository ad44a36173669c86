import type { CardContext } from '../../cards/card-context.js';
import { asksForNames } from '../../cards/organisation/place-field.js';
import type { Verb, VerbData } from '../../cards/verbs.js';
import type { Directory } from '../../domain/organisation/directory.js';
import { parsePlace } from '../../domain/organisation/place.js';
import { departmentsMeant, meantValue } from '../../domain/organisation/place-named.js';

/** Where a unit may be meant by itself: somebody says where they work. */
const takesUnits: ReadonlySet<Verb> = new Set(['pickDepartment', 'saveSettings', 'nameMeans']);
/** It looks for departments itself, and answers with what it has found. */
const searches: ReadonlySet<Verb> = new Set(['leader']);

/**
 * A press in which places are named as people write them, with their codes instead: a large organisation's card asks for a
 * name and not for a choice. What names no place, or several, stays as it was written, for the form to ask.
 */
export function withPlaces<V extends Verb>(context: CardContext, verb: V, data: VerbData<V>): VerbData<V> {
  const { directory } = context;
  const { department, departments } = data as { department?: string; departments?: string };
  if (searches.has(verb) || !(department || departments) || !asksForNames(context)) return data;
  return {
    ...data,
    ...(department && { department: meantValue(directory, department, { units: takesUnits.has(verb) }) }),
    ...(departments && { departments: codesIn(directory, departments) }),
  };
}

/** Whether a field that asks for the name of a place holds one that names none or several. */
export const namesNoPlace = (context: CardContext, written = ''): boolean =>
  written.trim() !== '' && asksForNames(context) && parsePlace(written, context.directory) === undefined;

function codesIn(directory: Directory, written: string): string {
  const { codes, unclear } = departmentsMeant(directory, written);
  return [...codes, ...unclear].join(',');
}
