import { plain } from '../../language/spelling.js';
import { languageCodes } from '../../languages.js';
import { calledSo } from '../department-terms.js';
import type { Directory } from '../directory.js';
import type { Department, Localised } from '../organisation-schema.js';
import { mostInFile } from '../schema-fields.js';
import type { PlaceChange } from './change.js';

/**
 * The changes by which a department gets another name. What it was called before becomes a word by which it is found, where there is room and
 * it is no other one's.
 */
export function renaming(
  { departments }: Pick<Directory, 'departments'>,
  { code, name, aliases }: Department,
  now: Localised,
): [PlaceChange, ...PlaceChange[]] {
  const taken = new Set(
    [...departments.flatMap((one) => one.aliases), ...Object.values(now)].map((word) => plain(word)),
  );
  const old = [
    ...new Set(languageCodes.flatMap((language) => (now[language] === name[language] ? [] : [name[language]]))),
  ];
  const isFree = (word: string) =>
    !taken.has(plain(word)) && calledSo({ departments: [...departments] }, word).every((one) => one === code);
  const kept = old.filter(isFree).slice(0, mostInFile.aliases - aliases.length);
  return [
    { kind: 'name', department: code, was: name, now },
    ...(kept.length > 0
      ? [{ kind: 'aliases' as const, department: code, was: aliases, now: [...aliases, ...kept] }]
      : []),
  ];
}
