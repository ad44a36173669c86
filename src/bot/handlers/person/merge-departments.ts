import { ideasToMerge } from '../../../app/person/posts/department-ideas.js';
import {
  type MergeDepartmentsRefusal,
  mergeDepartments,
  mergedThen,
} from '../../../app/person/posts/merge-departments.js';
import { mergedText, mergeForm, mergeShown } from '../../../cards/person/posts/merging.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { posts, refused } from './posts.js';

/** Shows what it would do that a department becomes a part of another, or is closed; and does it when that has been seen. */
export async function mergeDepartment(turn: Turn, press: VerbData<'mergeDepartment'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const { idempotencyKey, from = '', department = '', along = false, sure } = press;
  const form = { from, into: department, people: along };
  if (sure) {
    const made = await mergeDepartments(deps, person, form, idempotencyKey);
    if (!made.ok) return back(turn, press, made.refusal);
    turn.stored();
    const after = turn.become(turn.me);
    return posts(after, { department }, mergedText(after.context, from));
  }
  const then = await mergedThen(deps, person, form);
  const [one, other] = [context.directory.department(from), context.directory.department(department)];
  if (!then.ok || !one || !other) return back(turn, press, then.ok ? 'noPlace' : then.refusal);
  const ideas = await ideasToMerge(deps, from);
  return here(mergeShown(context, { from: one, into: other, along, ideas, after: then.value }));
}

/** The form with what was chosen and why it is not done; how it stands now where somebody else came first. */
function back(
  turn: Turn,
  { from = '', idempotencyKey: _, sure: __, ...kept }: VerbData<'mergeDepartment'>,
  refusal: MergeDepartmentsRefusal,
): Answer | Promise<Answer> {
  const after = turn.become(turn.me);
  const text = refused(after, refusal, 'merge');
  const department = after.context.directory.departments.find(({ code }) => code === from);
  if (refusal === 'notAllowed') return tell(text);
  if (!department) return posts(after, { department: from }, text);
  return here(mergeForm(after.context, department, kept, text));
}
