import { z } from 'zod';
import { code, day, idempotencyKey, line, oneOf, toggle } from '../../press-data.js';
import { postsParts } from './posts-parts.js';

/** One that is none is one that nobody is asked about any more. */
const proposalName = z
  .string()
  .regex(/^post\.[^/\\#?\p{Cc}|,]{1,100}\.[0-9A-HJKMNP-TV-Z]{16}$/u)
  .optional()
  .catch(undefined);

/** What the buttons send by which it is said who has which post, and what a department is. */
export const postsVerbs = {
  /** What can be changed of a department: who has which post, and one part of it as a form. */
  posts: z.object({ department: code, part: oneOf(postsParts) }),
  /** Changes that part. `out` and `who`: somebody in a post, as the form has named them; `until`: the last day that they are away. */
  changePosts: z.object({
    idempotencyKey,
    ...{ department: code, part: oneOf(postsParts), out: code, person: code, who: code },
    ...{ personEmail: line, personName: line, title: line, words: line, until: day },
    ...{ placeName: line, placeNameEn: line },
  }),
  /** What it would do that a department becomes a part of another (`from` of `department`), and with `sure` does it. */
  mergeDepartment: z.object({ idempotencyKey, from: code, department: code, along: toggle, sure: toggle }),
  /**
   * What it would do that units (`units` of `from`) go to another department (`department`), or make a new one of this name with who leads
   * and manages it; and with `sure` does it.
   */
  splitDepartment: z.object({
    ...{ idempotencyKey, from: code, units: code, department: code, placeName: line, placeNameEn: line },
    ...{ leader: code, leaderEmail: line, manager: code, managerEmail: line, sure: toggle },
  }),
  /** Its posts are right as they stand. */
  postsRight: z.object({ department: code }),
  /** Whether somebody is to have a post, as another has proposed: `proposal` says of which post, and which. */
  answerProposal: z.object({ proposal: proposalName, yes: toggle }),
} as const;
