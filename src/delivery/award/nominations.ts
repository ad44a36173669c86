import { todayIn } from '../../app/deps.js';
import {
  nominationDeclined,
  nominationKept,
  nominationQuestion,
  nominationTold,
} from '../../cards/award/nomination.js';
import type { Drawn } from '../../cards/card-context.js';
import { answerUntil, canBeNominated, isAskedNow } from '../../domain/award/nomination.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import {
  MOST_DUE,
  type NominationDue,
  type OverdueNomination,
  type StoredNomination,
} from '../../store/award/nominations.js';
import type { DeliveryDeps } from '../deps.js';
import { oweNote } from '../person/notes.js';

/** An idea and a nomination of it in one name, for a note; and that it is not nominated after all, of which nothing else is left. */
const noteAbout = ({ idea, name }: Pick<NominationDue, 'idea' | 'name'>, not?: 'not'): string =>
  [idea, name, not ?? []].flat().join('.');

/** Whoever had the idea is asked, and then who nominated it and who works with it read what came of it; or why nothing is said. */
export async function nominationNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  about: string,
  person: Person,
): Promise<Drawn | string> {
  const [id = '', name = '', not] = about.split('.');
  const [nomination, stored] = await Promise.all([app.nominations.named(id, name), app.ideas.load(id)]);
  const idea = stored?.idea;
  if (!idea || !canBeNominated(idea)) return 'no nomination any more';
  const kit = context(person.language);
  if (not) return nominationDeclined(kit, idea);
  if (!nomination || nomination.no) return 'no nomination any more';
  const view = { nomination, idea };
  const refs = heldRefsOf(person);
  if (refs.includes(nomination.asked))
    return isAskedNow(nomination, todayIn(app)) ? nominationQuestion(kit, view) : 'answered';
  if (!nomination.yes) return 'not answered';
  return refs.includes(nomination.by) ? nominationKept(kit, view) : nominationTold(kit, view);
}

/**
 * Whoever had a nominated idea is asked; who nominated it and those who lead the work or answer for it are told the answer; what
 * nobody answers ends, and so does a year's count of who has nominated how many.
 */
export function processNominations(deps: DeliveryDeps): () => Promise<void> {
  const { nominations } = deps.app;
  /** The day on which all that had waited too long has been ended, and the year before which no places are left. */
  let endedOn: Day | undefined;
  let placesEnded: string | undefined;

  /** Whether it could be done. */
  async function attempt({ idea }: { idea: string }, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      deps.log.error({ id: idea, err: error }, 'A nomination could not be told; the next look tries again');
      return false;
    }
  }

  return async () => {
    for (const due of await nominations.due()) await attempt(due, () => process(deps, due));
    const today = todayIn(deps.app);
    if (endedOn === today) return;
    const overdue = await nominations.overdue(today);
    const year = today.slice(0, 4);
    const places = placesEnded === year ? [] : await nominations.endedPlaces(year);
    if (overdue.length + places.length > 0 && !(await deps.clockIsRight())) return;
    let all = overdue.length < MOST_DUE;
    for (const one of overdue) all = (await attempt(one, () => endOverdue(deps, one))) && all;
    for (const place of places) await nominations.endPlace(place);
    placesEnded = year;
    if (all) endedOn = today;
  };
}

async function process(deps: DeliveryDeps, due: NominationDue): Promise<void> {
  const { nominations, ideas, settings } = deps.app;
  const found = await nominations.named(due.idea, due.name);
  if (!found) return nominations.done(due);
  if (found.yes || found.no) {
    const idea = (await ideas.load(due.idea))?.idea;
    // Who works with it hears of a no only where they have heard of a yes.
    const working = found.yes ? [idea?.driver, idea?.owner].flatMap((who) => (who?.accepted ? [who.person] : [])) : [];
    await owe(deps, [found.by, ...working.filter((ref) => ref !== found.asked)], found, found.no && 'not');
    // What has changed just now is ended at the next look.
    if (found.no && !(await nominations.end(found))) return;
    return nominations.done(due);
  }
  if (due.todo === 'ask') {
    const until = answerUntil(todayIn(deps.app), settings().calendar);
    if (until !== found.until && !(await nominations.ask(found, until))) return;
    await owe(deps, [found.asked], found);
    return nominations.done(due, until);
  }
  // From before those that wait had rows by the day.
  return nominations.done(due, found.until);
}

/** It has waited for an answer until its day; of one that is answered, or asked anew, nothing is to be ended. */
async function endOverdue(deps: DeliveryDeps, overdue: OverdueNomination): Promise<void> {
  const { nominations } = deps.app;
  const found = await nominations.named(overdue.idea, overdue.name);
  if (found && !found.yes && !found.no && found.until === overdue.until) {
    await owe(deps, [found.by], found, 'not');
    if (!(await nominations.end(found))) return;
  }
  await nominations.waitsNoMore(overdue);
}

/** A note to each, once: of the question, of the answer, or that the idea is not nominated. */
async function owe(
  deps: DeliveryDeps,
  people: readonly PersonRef[],
  nomination: StoredNomination,
  not?: 'not' | undefined,
): Promise<void> {
  const about = noteAbout(nomination, not);
  const once = nomination.yes && !not ? `${about}.told` : about;
  await oweNote(deps, [...new Set(people)], { note: 'nomination', about }, once);
}
