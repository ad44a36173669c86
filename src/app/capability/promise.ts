import type { Person } from '../../domain/person/person.js';
import { type Result, refuse } from '../../domain/result.js';
import type { UndertakingRefusal } from '../../domain/undertaking/refusal.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { Deps } from '../deps.js';
import { addUndertaking } from '../undertaking/add-undertaking.js';
import { mayUndertakeFor } from '../undertaking/roles.js';

/** What stands in the form. */
export interface PromiseForm {
  idempotencyKey: string;
  department: string;
  what: string;
  until: string;
  /** Who does it, as it stands in the activity. */
  who: string;
}

/** So often a row is tried that others change at the same moment. */
const MOST_TRIES = 5;

/**
 * "Vad ska ni ändra i år?": becomes an activity of the department, of which all who work there are told at the clock's next look;
 * once for each form, and once after each round. Six round trips' time.
 */
export async function promise(
  deps: Deps,
  person: Person,
  { idempotencyKey, department: named, what, until, who }: PromiseForm,
): Promise<Result<Undertaking, UndertakingRefusal>> {
  const code = deps.directory().codeNow(named);
  if (!mayUndertakeFor(deps, person, code) || !deps.settings().measuring) return refuse({ code: 'notAllowed' });
  const newest = (await deps.capability.rounds()).find(({ closed }) => closed);
  if (!newest) return refuse({ code: 'notNow' });
  const first = await deps.capability.department(newest.year, code);
  if (first?.promise !== undefined) return again(deps, first.promise, { what, until });
  const added = await addUndertaking(deps, person, { idempotencyKey, department: code, until, words: { what, who } });
  if (!added.ok) return added;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await deps.capability.department(newest.year, code);
    // Somebody else of the department has promised something at the same moment: both are activities, and one is told.
    if (before?.promise !== undefined) return added;
    if (await deps.capability.promise(newest.year, code, { promise: added.value.id, before })) {
      deps.kick({ steps: true });
      return added;
    }
  }
  throw new Error(`A department's row changed ${MOST_TRIES} times while something was promised`);
}

/** The same form that comes twice; another one comes too late. */
async function again(
  { undertakings }: Deps,
  id: string,
  { what, until }: Pick<PromiseForm, 'what' | 'until'>,
): Promise<Result<Undertaking, UndertakingRefusal>> {
  const promised = (await undertakings.load(id))?.undertaking;
  const isSame = promised?.words.what === what.trim() && promised.until === until;
  return promised && isSame ? { ok: true, value: promised } : refuse({ code: 'notNow' });
}
