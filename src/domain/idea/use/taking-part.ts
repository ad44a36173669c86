import type { Post } from '../../person/posts.js';
import type { Day } from '../../time.js';

/** So many departments solve a problem together: each more is one more to agree with. */
export const MOST_TAKING_PART = 8;

/** A department that is part of solving the idea's problem. `contact`: whom to talk to there. */
export interface TakingPart {
  since: Day;
  contact?: string;
}

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
  { department, takingPart = {} }: { department: string; takingPart?: Readonly<Record<string, TakingPart>> },
  codes: readonly string[],
): string | undefined => codes.find((code) => code !== department && takingPart[code] !== undefined);

/** The first of these departments that could still take part in solving an idea's problem. */
export const mayTakePart = (
  { department, takingPart = {} }: { department: string; takingPart?: Readonly<Record<string, TakingPart>> },
  codes: readonly string[],
): string | undefined =>
  Object.keys(takingPart).length >= MOST_TAKING_PART
    ? undefined
    : codes.find((code) => code !== department && !takingPart[code]);
