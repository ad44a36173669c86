/** Where it comes from who works where. The first that knows somebody goes before the others. */
export const sourceNames = ['file', 'graph'] as const;
export type SourceName = (typeof sourceNames)[number];

/** Where a source says that somebody works, in its own words; what it leaves empty is absent. */
export interface SaidPlace {
  department?: string;
  unit?: string;
}

/**
 * What a source says of one person, and no more than that. Of somebody with protected personal data it says that alone:
 * no place, and not who.
 */
export interface StaffEntry extends SaidPlace {
  /** A file says an address in lower case, Graph an object id in Entra. Absent of somebody with protected personal data. */
  who?: string;
  /** On leave or ill: their account is closed for the time being, or the file says so. */
  away?: true;
  protected?: true;
}

/** No name of a place is longer; what is gets cut. */
const LONGEST_NAME = 120;

/** An entry as it is kept: without what nobody needs, and of somebody with protected personal data without all that tells of them. */
export function keptOf({ who, department, unit, away, protected: isProtected }: StaffEntry): StaffEntry {
  if (isProtected) return { protected: true };
  const [inDepartment, inUnit] = [named(department), named(unit)];
  return {
    ...(who && { who }),
    ...(inDepartment && { department: inDepartment }),
    ...(inUnit && { unit: inUnit }),
    ...(away && { away: true as const }),
  };
}

const named = (name = ''): string => name.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_NAME);

/** Whether two entries say the same of a person. */
export const saysTheSame = (one: StaffEntry, other: StaffEntry): boolean => inOneText(one) === inOneText(other);

/** All that an entry says, in one text; the same for two that say the same. */
export const inOneText = ({ who = '', department = '', unit = '', away, protected: hidden }: StaffEntry): string =>
  [who, department, unit, away ? 'away' : '', hidden ? 'protected' : ''].join('\n');

/** Whether an entry says where somebody works. */
export const saysPlace = ({ department, unit }: SaidPlace): boolean => Boolean(department || unit);
