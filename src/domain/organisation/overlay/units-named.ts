import { plain } from '../../language/spelling.js';
import type { Department, Unit } from '../organisation-schema.js';

/** The units of a department that somebody names, by code, name or another word, with commas between; and what is none of them. */
export function unitsNamed(
  { units }: Pick<Department, 'units'>,
  written: string,
): { codes: string[]; unknown: string[] } {
  const parts = written.split(/[,;\n]/).flatMap((part) => part.trim() || []);
  const found = parts.map((part) => ({ part, unit: unitCalled(units, part) }));
  return {
    codes: [...new Set(found.flatMap(({ unit }) => unit?.code ?? []))],
    unknown: found.flatMap(({ part, unit }) => (unit ? [] : [part])),
  };
}

/** By its code first; a word that several are called by is none's. */
function unitCalled(units: readonly Unit[], word: string): Unit | undefined {
  const byCode = units.find(({ code }) => code === word);
  if (byCode) return byCode;
  const [one, ...others] = units.filter(({ code, name, aliases }) =>
    [code, ...Object.values(name), ...aliases].some((called) => plain(called) === plain(word)),
  );
  return others.length === 0 ? one : undefined;
}
