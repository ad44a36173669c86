import { decide, theClock } from '../../domain/idea/decide.js';
import { decidedIn } from '../../domain/idea/deciding/taken-as.js';
import type { Leaving } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { leavingOf, wordsGo } from '../../domain/idea/people/leaving.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { StoredIdea } from '../../store/idea/ideas.js';
import { type Deps, settingOf } from '../deps.js';
import { leaveIn } from '../idea/leave-marks.js';

const TRIES = 20;

/**
 * Takes somebody who has left out of one idea, with their marks left where they have or had it: their task goes back to those who decide, their words go where the rule
 * says so, and nothing of theirs beside the idea stays. What was decided stays, and who decided it is noted. Broken off anywhere, it is done again from
 * the beginning and does what was left; the trace, by which it is found, goes last.
 */
export async function leaveIdea(deps: Deps, person: PersonRef, id: string, marks: readonly string[]): Promise<void> {
  const { ideas, follows, reports, shown, copies, people, pictures, traces, directory } = deps;
  const rule = directory.organisation.retention.words;
  if (marks.length > 0) await leaveIn(deps, id, [person], marks);
  const history = await ideas.history(id);
  const leaving = leavingOf(history, person, rule);
  const after = await without(deps, id, leaving);
  const copy = await copies.in(id, person);
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
    copy && copies.forget(copy),
  ]);
  const decided = decidedIn(history, person);
  if (decided) await people.noteDecided(person, decided);
  await traces.remove(person, id);
}

/** The idea as it stands without them; undefined where there is no such idea. */
async function without(deps: Deps, id: string, leaving: Leaving): Promise<Idea | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await deps.ideas.load(id);
    if (!before) return undefined;
    const left = await leave(deps, before, leaving);
    if (left) return left;
  }
  throw new Error(`Idea ${id} changed ${TRIES} times while somebody left it`);
}

/** Undefined when somebody else changed the idea first. */
async function leave(deps: Deps, before: StoredIdea, leaving: Leaving): Promise<Idea | undefined> {
  const { idea } = before;
  const decision = decide({ type: 'leave', data: leaving, words: {} }, idea, theClock, settingOf(deps));
  // Refused where they have no part in it (any more).
  if (!decision.ok) return idea;
  const op = `leave.${idea.id}.${idea.seq}.${leaving.leaver}`;
  const saved = await deps.ideas.save({ before, id: idea.id, events: decision.value, op });
  return saved.outcome === 'saved' ? saved.idea : undefined;
}
