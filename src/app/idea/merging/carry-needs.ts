import type { Idea } from '../../../domain/idea/idea.js';
import { isSubmitter } from '../../../domain/idea/policy.js';
import { reactionNames, reactions } from '../../../domain/idea/reactions.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { StoredIdea } from '../../../store/idea/ideas.js';
import type { Step } from '../../../store/steps.js';
import type { Deps } from '../../deps.js';

/** How often a part is tried again when somebody else's change comes between. */
const TRIES = 20;
/** An idea that has become a part of another, and that one of a third, and so on: more than ever are. */
const MOST_IN_A_ROW = 100;

type CarryDeps = Pick<Deps, 'ideas' | 'reactions' | 'steps' | 'kick'>;

/** What goes along when an idea becomes a part of another one. */
export const carried = reactionNames.filter((one) => reactions[one].goesAlong);

/**
 * Brings what people have said of an idea's problem to the one that it has become a part of, and to where that has gone since: so many
 * at a time, each part a transaction of its own, so any number will do. What is left is read off the rows: it may be broken
 * off anywhere, done by several at once or once more, and finds what was said meanwhile.
 */
export async function carryNeeds(deps: CarryDeps, from: string, step?: Step): Promise<void> {
  for (const reaction of carried) {
    for (let tries = 0; ; tries++) {
      if (tries === TRIES) throw new Error(`What is said of idea ${from} changed ${TRIES} times while it was carried`);
      const [target, row] = await Promise.all([whereItIs(deps, from), step && deps.steps.get(step)]);
      // Somebody else has done the last part; or the idea is a part of none.
      if (!target || (step && !row)) return;
      const { idea, etag } = target;
      const to = { id: idea.id, etag };
      const done = await deps.reactions.carry({ from, to, reaction, step: row, isOwn: isOwnOf(idea) });
      // What has been carried is counted.
      if (done) deps.kick();
      if (done?.left === false) break;
      if (done) tries = -1;
    }
  }
}

const isOwnOf =
  (idea: Idea) =>
  (person: PersonRef): boolean =>
    isSubmitter(person, idea) || idea.joined?.includes(person) === true;

/** The idea in which an idea is now a part, through all that have become parts of others since; undefined of one that is a part of none. */
async function whereItIs({ ideas }: CarryDeps, from: string): Promise<StoredIdea | undefined> {
  let at = await ideas.load(from);
  for (let steps = 0; at?.idea.ending?.into; steps++) {
    if (steps === MOST_IN_A_ROW) throw new Error(`Idea ${from} is a part of ideas without end`);
    at = await ideas.load(at.idea.ending.into);
  }
  return at?.idea.id === from ? undefined : at;
}
