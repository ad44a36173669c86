import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { rolesInUndertaking, type UndertakingRole, undertakesFor } from '../../domain/undertaking/policy.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { Deps } from '../deps.js';

/** What somebody is to an undertaking, as posts are now: of a department that has become a part of another, those of that one count. */
export const rolesByUndertaking = (
  deps: Pick<Deps, 'directory'>,
  person: Person,
  { addedBy, department }: Pick<Undertaking, 'addedBy' | 'department'>,
): Set<UndertakingRole> =>
  rolesInUndertaking(
    { addedBy, department: deps.directory().codeNow(department) },
    { refs: heldRefsOf(person), posts: postsHeld(person, deps.directory()) },
  );

/** Whether somebody may undertake something for a department. */
export const mayUndertakeFor = (deps: Pick<Deps, 'directory'>, person: Person, department: string): boolean =>
  undertakesFor(postsHeld(person, deps.directory())).includes(deps.directory().codeNow(department));
