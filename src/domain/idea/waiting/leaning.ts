import { amountIn } from '../../amount.js';
import { departmentNamedIn } from '../../organisation/department-named.js';
import type { Directory } from '../../organisation/directory.js';
import type { DoorFinder } from '../../organisation/doors.js';
import type { Idea } from '../idea.js';
import { waitsForFirstDecision } from './newness.js';

/** Which way an idea seems to go by its own words: a proposal to whoever decides, and never a decision. */
export type Leaning =
  /** It names another department. */
  | { way: 'department'; code: string }
  /** It is about what a channel of the municipality's own is for. */
  | { way: 'channel'; code: string }
  /** It is small, of one unit whose manager is known, and names no sum. */
  | { way: 'direct'; code: string };

/** What is said in more words is not called small. */
const MOST_WORDS = 40;

/** By what an idea's words are judged. */
export interface LeaningBy {
  directory: Directory;
  doorIn: DoorFinder;
}

/** Undefined for what shows no way, and for what does not wait for its deciders' first decision. */
export function leaningOf(idea: Idea, { directory, doorIn }: LeaningBy): Leaning | undefined {
  if (!waitsForFirstDecision(idea)) return undefined;
  const { title, problem, solution = '' } = idea.words;
  const door = doorIn(`${title}\n${problem}`);
  if (door?.channel && !door.proposed) return { way: 'channel', code: door.channel.code };
  const named = departmentNamedIn(directory, `${title}. ${problem}`, directory.codeNow(idea.department));
  if (named) return { way: 'department', code: named };
  const all = `${title}\n${problem}\n${solution}`;
  const managed = idea.unit !== undefined && (directory.unit(idea.unit)?.unit.managers.length ?? 0) > 0;
  if (!managed || amountIn(all) !== undefined || all.split(/\s+/).length > MOST_WORDS) return undefined;
  return { way: 'direct', code: idea.unit ?? '' };
}

/** A leaning as the index of ideas holds it. */
export const writeLeaning = ({ way, code }: Leaning): string => `${way} ${code}`;

/** What `writeLeaning` wrote. */
export const wayOf = (written = ''): Leaning['way'] | undefined =>
  (['department', 'channel', 'direct'] as const).find((way) => written.startsWith(`${way} `));
