import { createHmac } from 'node:crypto';
import { isAsked, isOpenOn, type Round } from '../../domain/capability/round.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { DepartmentRow, StoredDepartment, StoredRound, WaitingAnswer } from '../../store/capability/capability.js';
import { type Deps, todayIn } from '../deps.js';

/** Letters of a mark, six bits each: two people have the same one with a chance of one in 2^96. */
const MARK_LETTERS = 16;

/** By which somebody is known again in a round, and in no other: nobody can tell who it is without the round's salt, which goes when it closes. */
export const markIn = ({ salt }: Pick<Round, 'salt'>, ref: PersonRef): string =>
  createHmac('sha256', salt).update(ref).digest('base64url').slice(0, MARK_LETTERS);

/** To what something sealed belongs that waits in a department's row. */
export const aboutWaiting = (year: string, department: string, mark: string): string =>
  ['waiting', year, department, mark].join('|');

/** What somebody has said who waits; undefined of what was sealed under a key that is gone. */
export const openWaiting = (
  { answerSeal }: Pick<Deps, 'answerSeal'>,
  { year, department }: { year: string; department: string },
  { mark, key, sealed }: WaitingAnswer,
): string | undefined =>
  key === answerSeal.name ? answerSeal.open(sealed, aboutWaiting(year, department, mark)) : undefined;

/** Somebody who can answer now. */
export interface AskedInRound {
  round: StoredRound;
  department: string;
  /** That of the reference that they have now first; they may have answered under another. */
  marks: readonly [string, ...string[]];
}

/** Whether somebody is asked in a round that is going on; undefined where they are not. Asks no storage. */
export function askedIn(
  deps: Pick<Deps, 'directory' | 'settings' | 'now'>,
  person: Pick<Person, 'ref' | 'also' | 'department'>,
  round: StoredRound | undefined,
): AskedInRound | undefined {
  const department = person.department && deps.directory().department(person.department)?.code;
  if (!round || !department || !deps.settings().measuring || !isOpenOn(round, todayIn(deps))) return undefined;
  const [first, ...others] = heldRefsOf(person).map((ref) => markIn(round, ref));
  if (first === undefined) return undefined;
  const marks = [first, ...others] as const;
  // Drawn by the first reference that they had, so that whoever gets another one is asked as before.
  return isAsked(round, department, marks.at(-1) ?? first)
    ? { round, department, marks: [first, ...others] }
    : undefined;
}

/** The same, with the round as it stands. One round trip. */
export async function askedNow(deps: Deps, person: Person, year: string): Promise<AskedInRound | undefined> {
  const [newest] = await deps.capability.rounds();
  return newest?.year === year ? askedIn(deps, person, newest) : undefined;
}

/** Whether somebody is done: what they said is added, or waits and can be opened; or they do not want to be asked. */
export function isDone(
  deps: Pick<Deps, 'answerSeal'>,
  { marks, round: { year }, department }: AskedInRound,
  row: Pick<DepartmentRow, 'marks' | 'waiting'> | Pick<StoredDepartment, 'marks' | 'waiting'> | undefined,
): boolean {
  if (!row) return false;
  const done = new Set(row.marks);
  return (
    marks.some((mark) => done.has(mark)) ||
    row.waiting.some((one) => marks.includes(one.mark) && openWaiting(deps, { year, department }, one) !== undefined)
  );
}
