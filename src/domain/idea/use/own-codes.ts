import type { Directory } from '../../organisation/directory.js';
import type { Idea } from '../idea.js';

/**
 * Ideas keep the codes under which departments were written into them. A department that has had others, or that others have
 * become a part of, is the same one under all of them: here is said by which of them an idea knows it.
 */

/** Whether two codes are of one department now. */
export const isSameDepartment = (one: string, other: string, { codeNow }: Pick<Directory, 'codeNow'>): boolean =>
  one === other || codeNow(one) === codeNow(other);

/** The codes in an idea for which somebody answers who answers for these departments: for the one that has the idea, that by which it has it. */
export const codesAnswered = (
  { department }: Pick<Idea, 'department'>,
  codes: readonly string[],
  directory: Pick<Directory, 'codeNow' | 'everyCode'>,
): string[] => [
  ...new Set(
    codes.flatMap((code) =>
      isSameDepartment(code, department, directory) ? [department] : directory.everyCode([code]),
    ),
  ),
];

/**
 * The codes by which these departments are asked or answer in a part of an idea: those under which it holds something of them
 * already, else the one that they have now. Each department is there once, unless the idea holds two things of it.
 */
export const codesAsked = (
  { department, ...idea }: Pick<Idea, 'department' | 'adoptions' | 'takingPart'>,
  part: 'adoptions' | 'takingPart',
  codes: readonly string[],
  directory: Pick<Directory, 'codeNow' | 'everyCode'>,
): string[] => [
  ...new Set(
    codes.flatMap((code) => {
      if (isSameDepartment(code, department, directory)) return [department];
      const held = directory.everyCode([code]).filter((one) => Object.hasOwn(idea[part] ?? {}, one));
      return held.length > 0 ? held : [directory.codeNow(code)];
    }),
  ),
];

/** Whether an invitation by this code is to nobody: its department is gone, has the idea itself, or stands there by another code that has answered or was asked first. */
export function isAskedInVain(
  { department, adoptions }: Pick<Idea, 'department' | 'adoptions'>,
  code: string,
  directory: Pick<Directory, 'department' | 'codeNow' | 'everyCode'>,
): boolean {
  if (!directory.department(code) || isSameDepartment(code, department, directory)) return true;
  const there = directory.everyCode([code]).filter((one) => adoptions[one]);
  const answered = there.find((one) => adoptions[one]?.status !== 'invited');
  return (answered ?? there[0]) !== code;
}
