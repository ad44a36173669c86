import { ANSWER_DAYS, canBeNominated, isAskedNow, LONGEST_WHY, mayNominate } from '../../domain/award/nomination.js';
import { mayReadWords } from '../../domain/idea/reading/visibility.js';
import { openDay } from '../../domain/organisation/calendar/calendar.js';
import { heldRefsOf, type Person, refsOf } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { addDays } from '../../domain/time.js';
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
  if (!award || !mayNominate(refsOf(person), postsHeld(person, directory()), idea)) return 'notYours';
  const why = form.why.trim();
  if (why === '') return 'noWhy';
  if (why.length > LONGEST_WHY) return 'tooLong';
  const chosen = award.classes.find(({ code }) => code === form.class);
  if (!chosen) return 'noClass';
  const on = todayIn(deps);
  const until = openDay(addDays(on, ANSWER_DAYS), calendar);
  const made = await nominations.add({
    ...{ idea: idea.id, name: form.name, by: person.ref, asked: idea.submitter },
    ...{ class: chosen.code, why, on, until },
  });
  if (made === 'added') deps.kick({ steps: true });
  return made === 'added' ? 'asked' : made;
}

/** "Ja, det går bra" or "Nej tack", from whoever had the idea. `over`: it has ended, or is not theirs to answer. Three round trips at most. */
export async function answerNomination(
  deps: Deps,
  person: Person,
  { idea: id, name, yes }: { idea: string; name: string; yes: boolean },
): Promise<'yes' | 'no' | 'over'> {
  const [found, idea] = await Promise.all([deps.nominations.named(id, name), deps.ideas.load(id)]);
  const theirs = found && heldRefsOf(person).includes(found.asked);
  if (!theirs) return 'over';
  // A press that comes twice is answered as it was.
  if (found.yes && yes) return 'yes';
  // Whoever has said yes can take it back.
  if (!yes) {
    return (await deps.nominations.end(found)) ? 'no' : 'over';
  }
  if (!isAskedNow(found, todayIn(deps)) || !idea || !canBeNominated(idea.idea)) return 'over';
  if (!(await deps.nominations.accept(found))) return 'over';
  deps.kick({ steps: true });
  return 'yes';
}
