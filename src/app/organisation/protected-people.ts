import { isDeepStrictEqual } from 'node:util';
import type { SourceName } from '../../domain/organisation/sources/staff.js';
import type { Deps } from '../deps.js';

export type ProtectedDeps = Pick<Deps, 'people' | 'staff' | 'marks' | 'settings' | 'sourceStates'>;

/** Of a mark so much is kept in the list of those who are protected: it has to fit into one row. */
const LETTERS_KEPT = 12;
/** So many addresses have room there. */
export const MOST_HIDDEN = 2000;

/** Notes every address of those whose personal data are protected, as a source says that knows people by something else. */
export async function noteHidden(
  { sourceStates, marks }: Pick<Deps, 'sourceStates' | 'marks'>,
  source: SourceName,
  addresses: readonly string[],
): Promise<void> {
  const all = await marks.of({ emails: addresses.slice(0, MOST_HIDDEN) });
  const hidden = [...new Set(all.map(keptOf))].sort();
  await sourceStates.change(source, (state) =>
    isDeepStrictEqual(state.hidden ?? [], hidden) ? undefined : { ...state, hidden },
  );
}

const keptOf = (mark: string): string => mark.slice(0, LETTERS_KEPT);

/**
 * Whether the personal data of whoever has this address are protected: as the personnel file and Graph say, also of one
 * whom nobody has met: Graph's rows are known by object id, and beside them stands of which addresses the protected ones are. Three round trips at most, none
 * without sources.
 */
export async function isProtected(deps: ProtectedDeps, email: string): Promise<boolean> {
  const { file, graph } = deps.settings().sources ?? {};
  if (!file && !graph) return false;
  const [contacts, state] = await Promise.all([
    deps.people.contacts([email]),
    graph?.protectedGroup ? deps.sourceStates.read('graph') : undefined,
  ]);
  const ref = contacts.get(email.trim().toLowerCase())?.ref;
  const person = ref === undefined ? undefined : (await deps.people.byRef(ref))?.person;
  if (person?.protected) return true;
  const marks = await deps.marks.of(person ?? { emails: [email] });
  if (marks.some((mark) => state?.hidden?.includes(keptOf(mark)))) return true;
  const said = await deps.staff.ofAny(marks);
  return Object.values(said).some(({ entry }) => entry.protected === true);
}
