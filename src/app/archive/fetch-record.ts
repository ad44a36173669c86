import { type IdeaEvent, meaningOf } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Role } from '../../domain/idea/policy.js';
import { learnsFromWhole, mayDisclose } from '../../domain/idea/reading/visibility.js';
import { newIdempotencyKey } from '../../domain/ids.js';
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
/** And what was written with so many presses of each kind. */
const MOST_LINES = 1000;

const holdsAny = (roles: ReadonlySet<Role>, some: readonly Role[]): boolean => some.some((role) => roles.has(role));

/**
 * The record of an idea for whoever may have it; undefined for others, and where a whole copy holds what is hidden, or names
 * that are kept from them otherwise, and the record does not say yet that they read it (`sayThatTheyRead`). Some six round trips.
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
  const asked = roles.has('askedOpinion');
  const record = await recordOf(deps, id, copy, { most: MOST_NAMES, lines: MOST_LINES, asked });
  if (!record || copy === 'masked') return record;
  return owesNothing(record.view.idea, record.view.history, { person, roles }) ? record : undefined;
}

/** Whether the record need not say that they read it, or says so: since something was last taken out of sight. */
function owesNothing(
  idea: Idea,
  history: readonly IdeaEvent[],
  { person, roles }: { person: Person; roles: ReadonlySet<Role> },
): boolean {
  const learns = learnsFromWhole(idea, roles);
  if (!learns && !mayDisclose(idea, roles)) return true;
  const refs = heldRefsOf(person);
  const read = history.findLastIndex(
    (event) =>
      event.type === 'hiddenRead' &&
      event.by !== 'clock' &&
      refs.includes(event.by) &&
      (!learns || event.data.whole === true),
  );
  return read > history.findLastIndex((event) => meaningOf(event).takesAway?.(event) ?? false);
}

/**
 * Before somebody gets a whole copy: the record says that they have read what is hidden in it, once for each time that
 * something was hidden, and that they got names which are kept from them otherwise.
 */
export async function sayThatTheyRead(
  deps: Deps,
  person: Person,
  { id, idempotencyKey }: Pick<Idea, 'id'> & { idempotencyKey: string },
): Promise<void> {
  const command = { type: 'readHidden', data: { whole: true }, words: {} } as const;
  const [stored, history] = await Promise.all([deps.ideas.load(id), deps.ideas.record(id)]);
  if (!stored) return;
  const roles = await rolesNow(deps, person, stored.idea);
  if (owesNothing(stored.idea, history, { person, roles })) return;
  await actOnIdea(deps, person, { id, idempotencyKey, type: 'readHidden', command: () => accept(command) });
}

/** A diary number that was typed and not saved before somebody asked for the record. Nothing where it stands so, or they may not write it. */
export async function keepDiary(deps: Deps, person: Person, id: string, diary: string): Promise<void> {
  const stored = await deps.ideas.load(id);
  if (!stored || stored.idea.diary === diary) return;
  const idempotencyKey = newIdempotencyKey(deps.random);
  const command = { type: 'setDiary', data: {}, words: { diary } } as const;
  await actOnIdea(deps, person, { id, idempotencyKey, type: 'setDiary', command: () => accept(command) });
}
