import type { Deps } from '../deps.js';

export type ProtectedDeps = Pick<Deps, 'people' | 'staff' | 'marks' | 'settings'>;

/**
 * Whether the personal data of whoever has this address are protected: as the personnel file says, also of one whom nobody has met, and as
 * Graph says of those who have met the bot, for its rows are known by object id. Three round trips at most, none without sources.
 */
export async function isProtected(deps: ProtectedDeps, email: string): Promise<boolean> {
  const { file, graph } = deps.settings().sources ?? {};
  if (!file && !graph) return false;
  const ref = (await deps.people.contacts([email])).get(email.trim().toLowerCase())?.ref;
  const person = ref === undefined ? undefined : (await deps.people.byRef(ref))?.person;
  if (person?.protected) return true;
  const said = await deps.staff.ofAny(await deps.marks.of(person ?? { emails: [email] }));
  return Object.values(said).some(({ entry }) => entry.protected === true);
}
