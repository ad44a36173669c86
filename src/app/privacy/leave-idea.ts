import { decidedIn } from '../../domain/idea/deciding/taken-as.js';
import { eventName } from '../../domain/idea/events.js';
import { leavingOf, wordsGo } from '../../domain/idea/people/leaving-record.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { EventName } from '../../domain/record.js';
import { type Deps, todayIn } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';
import { markIdea } from '../idea/mark-idea.js';
import { settleAdoptions } from '../idea/use/settle-adoptions.js';

/**
 * Takes somebody who has left out of one idea, with their marks left where they have or had it: their task goes back to those who decide, their words go where the rule
 * says so, and nothing of theirs beside the idea stays. What was decided stays, and who decided it is noted. Broken off anywhere, it is done again from
 * the beginning and does what was left; the trace, by which it is found, goes last.
 */
export async function leaveIdea(deps: Deps, person: PersonRef, id: string, marks: readonly string[]): Promise<void> {
  const {
    ideas,
    follows,
    reports,
    shown,
    sentCards,
    people,
    pictures,
    reactions,
    improvements,
    nominations,
    helpRequests,
    traces,
    settings,
  } = deps;
  const rule = settings().retention.words;
  if (marks.length > 0) await markIdea(deps, id, [person], marks);
  const history = await ideas.record(id);
  const leaving = leavingOf(history, person, rule);
  // Refused where they have no part in it (any more).
  const { idea: after } = await actAsClock(deps, id, { name: 'leave', rest: leaving.leaver }, () => ({
    type: 'leave',
    data: leaving,
    words: {},
  }));
  // What they gave or wrote for a department goes out of that one's row at once, and not with the next step.
  if (after && (leaving.contacts.length > 0 || leaving.said)) await settleAdoptions(deps, id);
  const copy = await sentCards.in(id, person);
  await Promise.all([
    after &&
      eraseWords(
        ideas,
        history.filter((event) => wordsGo(event, person, after, rule)).map((event) => eventName(id, event)),
      ),
    ...leaving.pictures.map((name) => pictures.remove(name)),
    follows.remove(id, person),
    reports.remove(id, person),
    improvements.forget(id, person),
    nominations.forget(id, person),
    helpRequests.forget(id, person, todayIn(deps)),
    rule === 'erase' && reactions.eraseWords(id, person),
    shown.removeAllOf(id, person),
    copy && sentCards.forget(copy),
  ]);
  const decided = decidedIn(history, person);
  if (decided) await people.noteDecided(person, decided);
  await traces.remove(person, { id });
}

/** Events of an idea and of its adoptions, each under the id that numbers it. */
async function eraseWords(ideas: Deps['ideas'], names: readonly EventName[]): Promise<void> {
  const ids = new Set(names.map(({ id }) => id));
  for (const id of ids)
    await ideas.eraseWords(
      id,
      names.flatMap((name) => (name.id === id ? [name.seq] : [])),
    );
}
