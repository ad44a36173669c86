import { isOver, mayNotDecide } from '../../domain/idea/policy.js';
import { type Person, type PersonRef, refsOf } from '../../domain/person/person.js';
import type { RecordName } from '../../domain/record.js';
import type { Deps } from '../deps.js';

/** So many ideas at the same time. */
const TOGETHER = 8;
/** Of those with something of theirs in them that are not simply theirs, as many as are left while they wait for an answer. */
const MOST_TRACED = 100;
const MOST_OWN = 1000;
const TRIES = 20;

/**
 * Leaves somebody's marks in the ideas that they have or had, while it is still known who they are: who has their data
 * erased and comes back must not decide on them. A mark goes when nobody can decide on its idea any more. Of somebody with
 * very many ideas the rest get theirs when each is left (leave-idea.ts). Done again it changes nothing. Gives the marks.
 */
export async function leaveMarks(deps: Deps, person: Person): Promise<string[]> {
  const refs = refsOf(person);
  const [marks, own, traced] = await Promise.all([
    deps.marks.of(person),
    Promise.all(refs.map((ref) => deps.ideas.mine(ref, MOST_OWN))),
    Promise.all(refs.map((ref) => deps.traces.of(ref))),
  ]);
  const ids = [...new Set([...own.flat().map(({ id }) => id), ...ideasIn(traced.flat()).slice(0, MOST_TRACED)])];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    await Promise.all(ids.slice(from, from + TOGETHER).map((id) => leaveIn(deps, id, refs, marks)));
  }
  return marks;
}

const ideasIn = (names: readonly RecordName[]): string[] =>
  names.filter(({ record }) => record === 'idea').map(({ id }) => id);

/** In one idea, where somebody with one of these references has or had it. */
export async function leaveIn(
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
