import { decide, type Refusal } from '../domain/decide.js';
import type { Idea } from '../domain/idea.js';
import { newIdeaId } from '../domain/ids.js';
import type { Person } from '../domain/person.js';
import { accept, type Result, refuse } from '../domain/result.js';
import type { Words } from '../domain/words.js';
import { chainOf, tierFor } from './deciders.js';
import { type Deps, settingOf } from './deps.js';

export interface Submission {
  op: string;
  words: Words;
  confidential: boolean;
  /** The form's department; the person's own where the form says none. */
  department: string | undefined;
}

/**
 * Takes in a new idea, once for each form: the same form again gives the idea that it became. Refuses words that are
 * missing or too long, and a department that is none. Two round trips.
 */
export async function submitIdea(deps: Deps, person: Person, submission: Submission): Promise<Result<Idea, Refusal>> {
  const department = submission.department ?? person.department;
  if (!department || !deps.directory.department(department)) return refuse({ code: 'unknownDepartment' });
  const chain = await chainOf(deps, department);
  const unit = department === person.department ? person.unit : undefined;
  for (;;) {
    const id = newIdeaId(deps.random);
    const data = {
      id,
      submitter: person.ref,
      department,
      ...(unit && { unit }),
      confidential: submission.confidential,
      tier: tierFor(chain, person.ref),
    };
    const actor = { ref: person.ref, roles: new Set([]) };
    const decision = decide({ type: 'submit', data, words: submission.words }, undefined, actor, settingOf(deps));
    if (!decision.ok) return decision;
    const saved = await deps.ideas.save({ before: undefined, id, op: submission.op, events: decision.value });
    if (saved.outcome === 'saved') return accept(saved.idea);
    if (saved.outcome === 'before') {
      const earlier = saved.effect.by === person.ref ? await deps.ideas.load(saved.effect.id) : undefined;
      return earlier ? accept(earlier.idea) : refuse({ code: 'stale' });
    }
    // A conflict without the operation: another idea has this id. Draw a new one.
  }
}
