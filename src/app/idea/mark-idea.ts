import { isOver, mayNotDecide } from '../../domain/idea/policy.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';

const TRIES = 20;

/**
 * Leaves somebody's marks in one idea, where somebody with one of these references has or had it: who has their data erased
 * and comes back must not decide on it. A mark goes when nobody can decide on the idea any more. Done again it changes nothing.
 */
export async function markIdea(
  { ideas }: Pick<Deps, 'ideas'>,
  id: string,
  refs: readonly PersonRef[],
  marks: readonly string[],
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await ideas.load(id);
    if (!before || isOver(before.idea)) return;
    if (!refs.some((ref) => mayNotDecide(ref, before.idea))) return;
    const formerMarks = [...new Set([...(before.idea.formerMarks ?? []), ...marks])];
    if (formerMarks.length === before.idea.formerMarks?.length) return;
    if (await ideas.keep(before, { ...before.idea, formerMarks })) return;
  }
  throw new Error(`Idea ${id} changed ${TRIES} times while somebody left their marks`);
}
