import { decidedIn } from '../../domain/idea/deciding/taken-as.js';
import { leavingOf, wordsGo } from '../../domain/idea/people/leaving-record.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Deps } from '../deps.js';
import { actAsClock } from '../idea/clock/as-clock.js';
import { leaveIn } from '../idea/leave-marks.js';

/**
 * Takes somebody who has left out of one idea, with their marks left where they have or had it: their task goes back to those who decide, their words go where the rule
 * says so, and nothing of theirs beside the idea stays. What was decided stays, and who decided it is noted. Broken off anywhere, it is done again from
 * the beginning and does what was left; the trace, by which it is found, goes last.
 */
export async function leaveIdea(deps: Deps, person: PersonRef, id: string, marks: readonly string[]): Promise<void> {
  const { ideas, follows, reports, shown, sentCards, people, pictures, traces, settings } = deps;
  const rule = settings().retention.words;
  if (marks.length > 0) await leaveIn(deps, id, [person], marks);
  const history = await ideas.history(id);
  const leaving = leavingOf(history, person, rule);
  // Refused where they have no part in it (any more).
  const { idea: after } = await actAsClock(deps, id, { name: 'leave', rest: leaving.leaver }, () => ({
    type: 'leave',
    data: leaving,
    words: {},
  }));
  const copy = await sentCards.in(id, person);
  await Promise.all([
    after &&
      ideas.eraseWords(
        id,
        history.filter((event) => wordsGo(event, person, after, rule)).map(({ seq }) => seq),
      ),
    ...leaving.pictures.map((name) => pictures.remove(name)),
    follows.remove(id, person),
    reports.remove(id, person),
    shown.removeAllOf(id, person),
    copy && sentCards.forget(copy),
  ]);
  const decided = decidedIn(history, person);
  if (decided) await people.noteDecided(person, decided);
  await traces.remove(person, { id });
}
