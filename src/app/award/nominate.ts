import {
  answerUntil,
  canBeNominated,
  isAskedNow,
  LONGEST_WHY,
  mayNominate,
  nominatorPost,
} from '../../domain/award/nomination.js';
import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import { heldRefsOf, type Person, refsOf } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { type Deps, todayIn } from '../deps.js';
import type { Beside } from '../idea/beside.js';
import { rolesNow } from '../idea/roles.js';

/** Whether a reader may nominate an idea, where the organisation file has an award. Asks no storage. */
export const nominatingIdea: Beside<{ may: true }> = {
  async lookUp({ directory, settings }, person, idea) {
    if (!settings().award || !mayNominate(refsOf(person), postsHeld(person, directory()), idea)) return undefined;
    return { may: true };
  },
};

export interface NominationForm {
  idea: string;
  /** The key of the press. */
  name: string;
  class?: string | undefined;
  why: string;
}

/** What came of it; `again`: they have nominated the idea this year; `full`: as many as they may in a year. */
export type Nominated = 'asked' | 'again' | 'full' | 'noWhy' | 'noClass' | 'tooLong' | 'notYours' | 'notFound';

/** "Nominera": whoever had the idea is asked first, at the clock's next look. Four round trips' time. */
export async function nominate(deps: Deps, person: Person, form: NominationForm): Promise<Nominated> {
  const { ideas, directory, settings, nominations } = deps;
  const idea = (await ideas.load(form.idea))?.idea;
  if (!idea) return 'notFound';
  const reader = { ref: person.ref, roles: await rolesNow(deps, person, idea) };
  if (!mayReadWords(reader, idea)) return 'notFound';
  const { award, calendar } = settings();
  const posts = postsHeld(person, directory());
  if (!award || !mayNominate(refsOf(person), posts, idea)) return 'notYours';
  const why = form.why.trim();
  if (why === '') return 'noWhy';
  if (why.length > LONGEST_WHY) return 'tooLong';
  const chosen = award.classes.find(({ code }) => code === form.class);
  if (!chosen) return 'noClass';
  const on = todayIn(deps);
  const made = await nominations.add({
    ...{ idea: idea.id, name: form.name, by: person.ref, asked: idea.submitter },
    ...{ class: chosen.code, why, on, until: answerUntil(on, calendar), as: nominatorPost(posts) },
  });
  if (made === 'added') deps.kick({ steps: true });
  return made === 'added' ? 'asked' : made;
}

/** So often an answer is tried where something else has changed the nomination meanwhile. */
const MOST_TRIES = 3;

/**
 * "Ja, det går bra" or "Nej tack", from whoever had the idea; a no also takes a yes back. `over`: it has ended, or is not theirs to
 * answer. A press that comes twice is answered as it was. Four round trips, where nothing else changes it meanwhile.
 */
export async function answerNomination(
  deps: Deps,
  person: Person,
  { idea: id, name, yes }: { idea: string; name: string; yes: boolean },
): Promise<'yes' | 'no' | 'over'> {
  const { nominations, ideas } = deps;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [found, stored] = await Promise.all([nominations.named(id, name), ideas.load(id)]);
    // What is gone is not nominated, as they wanted.
    if (!found) return yes ? 'over' : 'no';
    if (!heldRefsOf(person).includes(found.asked)) return 'over';
    if (found.no) return yes ? 'over' : 'no';
    if (yes && !found.yes && (!isAskedNow(found, todayIn(deps)) || !stored || !canBeNominated(stored.idea)))
      return 'over';
    if ((yes && found.yes) || (await (yes ? nominations.accept(found) : nominations.decline(found)))) {
      deps.kick({ steps: true });
      return yes ? 'yes' : 'no';
    }
  }
  return 'over';
}
