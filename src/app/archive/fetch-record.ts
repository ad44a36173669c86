import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Role } from '../../domain/idea/policy.js';
import { mayDisclose } from '../../domain/idea/reading/visibility.js';
import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { accept } from '../../domain/result.js';
import type { Deps } from '../deps.js';
import { actOnIdea } from '../idea/act-on-idea.js';
import { rolesNow } from '../idea/roles.js';
import { type IdeaRecord, type RecordCopy, recordOf } from './record-of-idea.js';

/** Who may have the record of an idea: those who decide on it, the innovation office, and registrars. */
const mayHave: readonly Role[] = ['decider', 'office', 'registrar'];
/** Who may have the whole of it: those who may read what is hidden. */
const mayHaveWhole: readonly Role[] = ['decider', 'registrar'];

/** So many names are read in a turn, whatever has happened to the idea: `npm run archive` reads all. */
const MOST_NAMES = 200;

const holdsAny = (roles: ReadonlySet<Role>, some: readonly Role[]): boolean => some.some((role) => roles.has(role));

/**
 * The record of an idea for whoever may have it; undefined for others, and where a whole copy holds what is hidden and the
 * record does not say yet that they read it (`sayThatTheyRead`). Some six round trips.
 */
export async function fetchRecord(
  deps: Deps,
  person: Person,
  id: string,
  copy: RecordCopy,
): Promise<IdeaRecord | undefined> {
  const stored = await deps.ideas.load(id);
  if (!stored) return undefined;
  const roles = await rolesNow(deps, person, stored.idea);
  if (!holdsAny(roles, copy === 'whole' ? mayHaveWhole : mayHave)) return undefined;
  const record = await recordOf(deps, id, copy, MOST_NAMES);
  if (!record || copy === 'masked' || !mayDisclose(record.view.idea, roles)) return record;
  return saysThatTheyRead(record.view.history, person) ? record : undefined;
}

/** Whether they have read what is hidden since something was last taken out of sight. */
function saysThatTheyRead(history: readonly IdeaEvent[], person: Person): boolean {
  const refs = heldRefsOf(person);
  const read = history.findLastIndex(({ type, by }) => type === 'hiddenRead' && by !== 'clock' && refs.includes(by));
  return read > history.findLastIndex((event) => meaningOf(event).takesAway?.(event) ?? false);
}

/** Before somebody gets a whole copy: the record says that they have read what is hidden in it, once for each time that something was hidden. */
export async function sayThatTheyRead(
  deps: Deps,
  person: Person,
  { id, idempotencyKey }: Pick<Idea, 'id'> & { idempotencyKey: string },
): Promise<void> {
  const command = { type: 'readHidden', data: {}, words: {} } as const;
  const [stored, history] = await Promise.all([deps.ideas.load(id), deps.ideas.record(id)]);
  if (!stored || saysThatTheyRead(history, person)) return;
  if (!mayDisclose(stored.idea, await rolesNow(deps, person, stored.idea))) return;
  await actOnIdea(deps, person, { id, idempotencyKey, type: 'readHidden', command: () => accept(command) });
}
