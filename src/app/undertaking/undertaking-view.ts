import type { Person } from '../../domain/person/person.js';
import { mayReadUndertaking, type UndertakingRole } from '../../domain/undertaking/policy.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { Deps } from '../deps.js';
import { rolesByUndertaking } from './roles.js';

/** An undertaking as one reader sees it. Nobody is named in it: it is their department's. */
export interface UndertakingView {
  undertaking: Undertaking;
  roles: ReadonlySet<UndertakingRole>;
}

export const viewUndertaking = (deps: Pick<Deps, 'directory'>, person: Person, undertaking: Undertaking) => ({
  undertaking,
  roles: rolesByUndertaking(deps, person, undertaking),
});

/** The same where they may read it. */
export const readableTo = (deps: Pick<Deps, 'directory'>, person: Person, undertaking: Undertaking) => {
  const view: UndertakingView = viewUndertaking(deps, person, undertaking);
  return mayReadUndertaking(undertaking, view.roles) ? view : undefined;
};

/** An undertaking as somebody may read it; undefined where there is none, and where it is not for them. One round trip. */
export async function openUndertaking(deps: Deps, person: Person, id: string): Promise<UndertakingView | undefined> {
  const undertaking = (await deps.undertakings.load(id))?.undertaking;
  return undertaking && readableTo(deps, person, undertaking);
}
