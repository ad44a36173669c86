import { todayIn } from '../../app/deps.js';
import { nominationQuestion, nominationTold } from '../../cards/award/nomination.js';
import type { Drawn } from '../../cards/card-context.js';
import { canBeNominated, isAskedNow } from '../../domain/award/nomination.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { NominationDue } from '../../store/award/nominations.js';
import type { DeliveryDeps } from '../deps.js';
import { oweNote } from '../person/notes.js';

/** An idea and a nomination of it in one name, for a note. */
const noteAbout = ({ idea, name }: Pick<NominationDue, 'idea' | 'name'>): string => `${idea}.${name}`;

/** Whoever had the idea is asked, and then who works with it reads what was written; or why nothing is said. */
export async function nominationNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  about: string,
  person: Person,
): Promise<Drawn | string> {
  const [id = '', name = ''] = about.split('.');
  const [nomination, stored] = await Promise.all([app.nominations.named(id, name), app.ideas.load(id)]);
  if (!nomination || !stored || !canBeNominated(stored.idea)) return 'no nomination any more';
  const view = { nomination, idea: stored.idea };
  if (!heldRefsOf(person).includes(nomination.asked))
    return nomination.yes ? nominationTold(context(person.language), view) : 'not answered';
  return isAskedNow(nomination, todayIn(app)) ? nominationQuestion(context(person.language), view) : 'answered';
}

/** Whoever had a nominated idea is asked; those who lead the work or answer for it are told of a yes; and what nobody answers ends. */
export async function processNominations(deps: DeliveryDeps): Promise<void> {
  for (const due of await deps.app.nominations.due()) {
    try {
      await process(deps, due);
    } catch (error) {
      deps.log.error({ id: due.idea, err: error }, 'A nomination could not be told; the next look tries again');
    }
  }
}

async function process(deps: DeliveryDeps, due: NominationDue): Promise<void> {
  const { nominations, ideas } = deps.app;
  const found = await nominations.named(due.idea, due.name);
  if (!found) return nominations.done(due);
  const owe = (people: readonly PersonRef[], once: string) =>
    oweNote(deps, people, { note: 'nomination', about: noteAbout(due) }, once);
  if (found.yes) {
    const idea = (await ideas.load(due.idea))?.idea;
    const working = [idea?.driver, idea?.owner].flatMap((who) => (who?.accepted ? [who.person] : []));
    await owe(
      [...new Set(working)].filter((ref) => ref !== found.asked),
      `${noteAbout(due)}.told`,
    );
    return nominations.done(due);
  }
  if (!isAskedNow(found, todayIn(deps.app))) {
    await nominations.end(found);
    return;
  }
  if (due.todo !== 'ask') return;
  await owe([found.asked], noteAbout(due));
  await nominations.done(due, 'wait');
}
