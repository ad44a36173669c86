import type { Idea } from '../../domain/idea/idea.js';
import { codesAsked } from '../../domain/idea/use/own-codes.js';
import { spokenFor, takesPartFor } from '../../domain/idea/use/taking-part.js';
import { type ImprovementTally, isAskedOn, saysNothing, shownOf } from '../../domain/improvement/improvement.js';
import { heldPosts } from '../../domain/person/held-posts.js';
import type { Person } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import type { Beside } from '../idea/beside.js';
import { sharesProblem } from '../sharing.js';

/** Whether the problem that an idea solves has got better, as one reader meets it. */
export interface ImprovementOfIdea {
  /** How many have answered what; absent of too few, and while it can be answered. */
  tally?: ImprovementTally | undefined;
  /** It is asked of this reader now; or they have answered. */
  asked: boolean;
  answered: boolean;
}

/** Looked up only of an idea of which it has been asked. */
export const improvementOfIdea: Beside<ImprovementOfIdea> = {
  async lookUp(deps, person, idea) {
    const { until } = idea.improvement ?? {};
    if (until === undefined) return undefined;
    const [tally, isTheirs, answered] = await Promise.all([
      deps.improvements.tally(idea.id),
      isAskedOf(deps, person, idea),
      deps.improvements.hasAnswered(idea.id, person.ref),
    ]);
    return { tally: shownOf({ ...tally, until }, todayIn(deps)), asked: isTheirs && !answered, answered };
  },
};

/** Whether the question is out and theirs to answer: they have the problem, or speak for a department that takes part in solving it. One round trip's time. */
export async function isAskedOf(deps: Deps, person: Person, idea: Idea): Promise<boolean> {
  if (!isAskedOn(idea, todayIn(deps)) || saysNothing(person.ref, idea)) return false;
  const directory = deps.directory();
  const spoken = codesAsked(idea, 'takingPart', spokenFor(heldPosts(person, directory)), directory);
  return takesPartFor(idea, spoken) !== undefined || sharesProblem(deps, person, idea);
}
