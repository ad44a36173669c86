import { reactionNames, reactions } from '../../domain/idea/reactions.js';
import type { LogEntry } from '../../store/log.js';
import type { Deps } from '../deps.js';

/** As which events "Samma problem" of an idea is told. */
const events: ReadonlySet<string> = new Set(
  reactionNames.flatMap((name) => (reactions[name].byDepartment ? [reactions[name].event] : [])),
);

/**
 * Notes in which units somebody has said "Samma problem" of an idea, by unit and month alone; whoever is protected, or has gone since, has
 * none. From the log, so that nothing is lost with an instance; the same twice is once. One round trip's time where there are any.
 */
export async function noteSameProblems(
  { people, besideLog }: Pick<Deps, 'people' | 'besideLog'>,
  entries: readonly LogEntry[],
): Promise<void> {
  const said = entries.flatMap(({ record, event }) => {
    if (record !== 'idea' || !event || event.by === 'clock' || !events.has(event.type)) return [];
    return [{ by: event.by, day: event.day }];
  });
  const found = await people.byRefs(said.map(({ by }) => by));
  for (const { by, day } of said) {
    const person = found.get(by)?.person;
    if (person?.unit && !person.protected) besideLog.sameProblem(person.unit, day);
  }
}
