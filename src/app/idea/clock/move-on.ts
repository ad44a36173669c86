import type { CommandOf } from '../../../domain/idea/commands.js';
import { decide, theClock } from '../../../domain/idea/decide.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { type Deps, settingOf } from '../../deps.js';
import { chainOf, nextDeciders } from '../people/deciders.js';
import { nextFunder } from '../people/funders.js';

type Move = CommandOf<'moveOn'>['data'];

/** Where an idea goes that nobody can decide on where it is; undefined where somebody can, or nobody anywhere. One round trip's time. */
async function moveFor(deps: Deps, idea: Idea): Promise<Move | undefined> {
  const { waiting, question, department, money, tier, adoptions } = idea;
  const decided = waiting?.for === 'deciders' || question !== undefined;
  const next = decided ? nextDeciders(await chainOf(deps, department), idea, tier) : tier;
  if (next !== tier) return { tier: next };
  if (waiting?.for === 'funder' && money) {
    const funder = await nextFunder(deps, idea, money.asked, money.funder);
    if (funder !== 'unitManager' && funder !== money.funder) return { funder };
  }
  const uninvited = Object.keys(adoptions).filter(
    (code) => adoptions[code]?.status === 'invited' && !deps.directory.department(code),
  );
  return uninvited.length > 0 ? { uninvited } : undefined;
}

const TRIES = 20;

/**
 * Lets an idea go on to the next in the chain who can decide on it, or on its money, where nobody can any more: a post has
 * been left, a department has gone, the only manager has become a submitter. Takes back invitations to departments that are
 * gone. `many`: it is one of many that move now. Any number of instances may do it at once: there is one effect. True when
 * something moved.
 */
export async function moveOn(deps: Deps, id: string, many = false): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await deps.ideas.load(id);
    const move = before && (await moveFor(deps, before.idea));
    if (!move) return false;
    const data = { ...move, ...(many && { many: true as const }) };
    const decision = decide({ type: 'moveOn', data, words: {} }, before.idea, theClock, settingOf(deps));
    if (!decision.ok) return false;
    const op = `moveOn.${id}.${before.idea.seq}`;
    const { outcome } = await deps.ideas.save({ before, id, events: decision.value, op });
    if (outcome !== 'conflict') return outcome === 'saved';
  }
  throw new Error(`Idea ${id} changed ${TRIES} times while it was moved on`);
}
