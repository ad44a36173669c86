import type { PersonRef } from '../../../person/person.js';
import type { Day } from '../../../time.js';
import type { CommandContext } from '../../command.js';
import { saysBuying, waitsForChecks } from '../../deciding/checks.js';
import type { Idea } from '../../idea.js';
import { needsOf } from '../../needs.js';
import type { Audience } from '../../notices/audiences.js';
import { within } from '../../standing.js';

/**
 * A plan that buys something, and says so without having asked anybody: whoever the organisation file names for procurement
 * is asked when it is handed in. Meanwhile the plan is read and its money decided on: no sooner than with their yes is that granted.
 */

/** Whether the plan says that something is bought, and nobody is to look at that yet. */
export const buysUnseen = (idea: Idea): boolean => saysBuying(idea) && buys(idea);

const buys = (idea: Idea): boolean =>
  idea.answers.procurement === 'yes' && needsOf(idea).some(({ part }) => part === 'procurement');

/** Who is asked, and until when; absent where nobody is. */
export interface AskedBuyer {
  buyer?: PersonRef;
  buyerUntil?: Day;
}

/** What the event of a plan that is handed in says of it: nobody where it buys nothing, or was ticked already. */
export function askedBuyer(context: CommandContext<{ buyer?: PersonRef }>): AskedBuyer {
  const { buyer } = context.data;
  return buyer !== undefined && buysUnseen(context.idea) ? { buyer, buyerUntil: within(context, 'leader') } : {};
}

/** Of those who look at what a test touches, whoever is asked by this is told of it alone. */
export const asksBuyer = (
  { as, person }: { as: Audience; person: PersonRef },
  { data: { buyer } }: { data: AskedBuyer },
): boolean => as !== 'checkers' || person === buyer;

/** The idea whose plan is looked at by them. */
export const withBuyer = (idea: Idea, { buyer, buyerUntil }: AskedBuyer): Idea =>
  buyer === undefined
    ? idea
    : {
        ...idea,
        checks: { ...idea.checks, buying: { ofPlan: true } },
        checkedBy: { ...idea.checkedBy, buying: buyer },
        ...(buyerUntil && { checksUntil: buyerUntil }),
      };

/** The idea without that question where its plan has been changed, so that it buys nothing any more. */
export function withoutBuyer(idea: Idea): Idea {
  const { buying, ...checks } = idea.checks ?? {};
  if (!buying?.ofPlan || buys(idea)) return idea;
  const { buying: _, ...checkedBy } = idea.checkedBy ?? {};
  const { checksUntil, ...rest } = idea;
  const left = { ...rest, checks, checkedBy };
  return checksUntil !== undefined && waitsForChecks(left) ? { ...left, checksUntil } : left;
}
