import { decide, type Refusal } from '../domain/decide.js';
import type { Idea } from '../domain/idea.js';
import { newIdeaId } from '../domain/ids.js';
import type { Person } from '../domain/person.js';
import { accept, type Result, refuse } from '../domain/result.js';
import type { Words } from '../domain/words.js';
import { colleague } from './colleague.js';
import { chainOf, tierFor } from './deciders.js';
import { type Deps, settingOf } from './deps.js';

export interface Submission {
  op: string;
  words: Words;
  confidential: boolean;
  /** The form's department; the person's own where the form says none. */
  department: string | undefined;
  /** E-mail address of the colleague whose idea it is; the one who writes it down is then a co-submitter. */
  forColleague?: string | undefined;
}

/**
 * Takes in a new idea, once for each form: the same form again gives the idea that it became. Refuses words that are
 * missing or too long, a department that is none, and a colleague's address that is none. Two round trips, one more for
 * a colleague.
 */
export async function submitIdea(deps: Deps, person: Person, submission: Submission): Promise<Result<Idea, Refusal>> {
  const { op, words, confidential } = submission;
  const department = submission.department ?? person.department;
  if (!department || !deps.directory.department(department)) return refuse({ code: 'unknownDepartment' });
  const [chain, whose] = await Promise.all([
    chainOf(deps, department),
    submission.forColleague?.trim() ? colleague(deps, person, submission.forColleague)() : person.ref,
  ]);
  if (!whose) return refuse({ code: 'unknownColleague' });
  const submitters = { submitter: whose, coSubmitters: whose === person.ref ? [] : [person.ref] };
  const unit = department === person.department ? person.unit : undefined;
  for (;;) {
    const id = newIdeaId(deps.random);
    const tier = tierFor(chain, submitters);
    const data = { id, ...submitters, department, ...(unit && { unit }), confidential, tier };
    const actor = { ref: person.ref, roles: new Set([]), leads: [] };
    const decision = decide({ type: 'submit', data, words }, undefined, actor, settingOf(deps));
    if (!decision.ok) return decision;
    const saved = await deps.ideas.save({ before: undefined, id, op, events: decision.value });
    if (saved.outcome === 'saved') return accept(saved.idea);
    if (saved.outcome === 'before') {
      const { by, id: made, seq } = saved.effect;
      // An operation that the same person has spent on something else, perhaps another's idea, makes nothing theirs.
      const earlier = by === person.ref && seq === 1 ? await deps.ideas.load(made) : undefined;
      return earlier ? accept(earlier.idea) : refuse({ code: 'stale' });
    }
    // A conflict without the operation: another idea has this id. Draw a new one.
  }
}
