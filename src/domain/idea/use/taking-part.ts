import type { PersonRef } from '../../person/person.js';
import type { Post } from '../../person/posts.js';
import { addDays, type Day } from '../../time.js';

/** So many departments solve a problem together: each more is one more to agree with. */
export const MOST_TAKING_PART = 8;

/**
 * A department that is part of solving the idea's problem. `contact`: whom to talk to there. `cameWith`: the idea with which it
 * has come, where that one became a part of this: there it says whom to talk to.
 */
export interface TakingPart {
  since: Day;
  contact?: string;
  cameWith?: string;
}

/** So long somebody is asked first of all whether their department takes part, or tests: then they have seen it, and it stands with what they may do besides. */
const ASKED_FOR_DAYS = 14;

/** Whether what somebody was first asked on a day is still asked of them today. Of a day that nobody knows it is. */
export const isStillAsked = (since: Day | undefined, today: Day): boolean =>
  since === undefined || today <= addDays(since, ASKED_FOR_DAYS);

type TakingParts = Readonly<Record<string, TakingPart>>;

/** The departments for which somebody with these posts says that they take part: those that they lead, deputise in or manage as a whole. */
export const spokenFor = (posts: readonly Post[]): string[] => [
  ...new Set(
    posts.flatMap((post) => {
      if (!('department' in post)) return [];
      return 'unit' in post && post.unit !== undefined ? [] : [post.department];
    }),
  ),
];

/** The first of these departments that takes part in solving an idea's problem, and can leave that; never the one that has the idea now. */
export const takesPartFor = (
  { department, takingPart = {} }: { department: string; takingPart?: TakingParts },
  codes: readonly string[],
): string | undefined => codes.find((code) => code !== department && takingPart[code] !== undefined);

/** The first of these departments that could still take part in solving an idea's problem. */
export const mayTakePart = (
  { department, takingPart = {} }: { department: string; takingPart?: TakingParts },
  codes: readonly string[],
): string | undefined =>
  Object.keys(takingPart).length >= MOST_TAKING_PART
    ? undefined
    : codes.find((code) => code !== department && !takingPart[code]);

/** A department that comes along with an idea, and who had said that it takes part, where that is known. */
export interface ComingAlong {
  department: string;
  since: Day;
  cameWith: string;
  saidBy?: PersonRef;
}

/**
 * Which departments come along when an idea becomes a part of another one, and which find no room there. Those that the other one has
 * stay; of those that come, who has taken part longest goes first, until there are eight. The one that has the other idea has it already.
 * `codeNow`: a department's present code, by which one is the same under all that it has had.
 */
export function comingAlong(
  from: { id: string; takingPart?: TakingParts; tookPartBy?: Readonly<Record<string, PersonRef>> },
  into: { department: string; takingPart?: TakingParts },
  codeNow: (department: string) => string = (department) => department,
): { come: ComingAlong[]; left: ComingAlong[] } {
  const { takingPart = {}, tookPartBy = {} } = from;
  const there = into.takingPart ?? {};
  const known = new Set([into.department, ...Object.keys(there)].map(codeNow));
  const all = Object.entries(takingPart)
    .filter(([code]) => !known.has(codeNow(code)))
    .map(([department, { since, cameWith = from.id }]): ComingAlong => {
      const saidBy = tookPartBy[department];
      return { department, since, cameWith, ...(saidBy && { saidBy }) };
    })
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const room = Math.max(0, MOST_TAKING_PART - Object.keys(there).length);
  return { come: all.slice(0, room), left: all.slice(room) };
}

const placeOf = ({ since, department }: ComingAlong): string => `${since}|${department}`;
