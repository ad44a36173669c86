import { type Actor, decide, denial } from '../domain/decide.js';
import type { Person } from '../domain/person.js';
import type { Words } from '../domain/words.js';
import { actorAs, type Outcome, rolesNow, seenNow } from './act-on-idea.js';
import { chainOf, tierFor } from './deciders.js';
import { type Deps, settingOf } from './deps.js';

export interface Merge {
  id: string;
  op: string;
  turn: number;
  /** The idea that it becomes a part of. */
  into: string;
  words: Words;
  shownIn?: string;
}

const TRIES = 20;

/**
 * Closes an idea into another one, in one transaction: the submitters of the first become co-submitters of the second and
 * follow it. Decided by those who decide on the first; refused where there is no second, or it is withdrawn or itself a
 * part of another.
 */
export async function mergeIdea(deps: Deps, person: Person, merge: Merge): Promise<Outcome> {
  const { id, op, into, turn, words, shownIn } = merge;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [from, target, effect] = await Promise.all([
      deps.ideas.load(id),
      deps.ideas.load(into),
      deps.ideas.effectOf(op),
    ]);
    if (!from) return { ok: false, refusal: { code: 'notFound' } };
    const roles = await rolesNow(deps, person, from.idea);
    if (effect?.by === person.ref && effect.id === id) {
      const event = await deps.ideas.event(id, effect.seq);
      if (event) return { ok: true, ...(await seenNow(deps, person, from.idea, roles, event)), event };
    }
    const refusedAs = async (refusal: (Outcome & { ok: false })['refusal']): Promise<Outcome> => ({
      ok: false,
      refusal,
      seen: await seenNow(deps, person, from.idea, roles, undefined),
    });
    const actor = actorAs(deps, person, roles);
    const denied = denial('merge', turn, from.idea, actor);
    if (denied) return refusedAs(denied);
    // An operation belongs to the one who spent it, and to its card.
    if (effect) return refusedAs({ code: 'stale' });
    if (!target) return refusedAs({ code: 'unknownIdea' });
    const setting = settingOf(deps);
    const merged = decide({ type: 'merge', data: { into }, words, turn }, from.idea, actor, setting);
    if (!merged.ok) return refusedAs(merged.refusal);
    const submitters = [from.idea.submitter, ...from.idea.coSubmitters];
    const absorbing: Actor = { ref: person.ref, roles: new Set(['merger']), leads: [] };
    const { submitter, coSubmitters, department } = target.idea;
    const everybody = { submitter, coSubmitters: [...coSubmitters, ...submitters] };
    const tier = tierFor(await chainOf(deps, department), everybody);
    // Whoever asked for their name to be kept from others has it kept in the other idea too.
    const data = { from: id, submitters, confidential: from.idea.confidential, tier };
    const absorbed = decide({ type: 'absorb', data, words: {} }, target.idea, absorbing, setting);
    if (!absorbed.ok) return refusedAs(absorbed.refusal);
    const saved = await deps.ideas.saveTogether([
      { before: from, id, op, events: merged.value, ...(shownIn && { shownIn }) },
      { before: target, id: into, op, events: absorbed.value },
    ]);
    const [event] = merged.value;
    if (saved.outcome !== 'saved' || !event) continue;
    await Promise.all(submitters.map((submitter) => deps.follows.add(into, submitter)));
    return { ok: true, ...(await seenNow(deps, person, saved.idea, roles, event)), event };
  }
  throw new Error(`Idea ${id} changed ${TRIES} times during one turn`);
}
