import { heldRefsOf, type PersonRef } from '../domain/person/person.js';
import { isRecordKind } from '../domain/record.js';
import type { Deps } from './deps.js';
import type { StaffHappening } from './person/staff/look.js';
import { noteSaid } from './person/staff/note-said.js';
import type { StaffSource } from './person/staff/staff-source.js';
import { records } from './records.js';

/** So many records are gone through at the same time. */
const TOGETHER = 8;

/**
 * What becomes of it when a source says that somebody is gone, away, back or protected. Of whoever is protected the name is shown no
 * more. Of whoever is away the deputies act, and nothing is taken from them; of whoever is gone the tasks go back to those who decide, in every record that they have a part in. Done again it changes nothing.
 */
export const staffHappening =
  (deps: Deps, source: Pick<StaffSource, 'name' | 'tenant'>) =>
  async (what: StaffHappening): Promise<void> => {
    const gone = await noteSaid(deps, source, what);
    for (const ref of gone ? heldRefsOf(gone.person) : []) await handBackAll(deps, ref);
  };

async function handBackAll(deps: Deps, ref: PersonRef): Promise<void> {
  const traced = (await deps.traces.of(ref)).filter(({ record }) => isRecordKind(record));
  for (let from = 0; from < traced.length; from += TOGETHER) {
    const some = traced.slice(from, from + TOGETHER);
    await Promise.all(some.map(({ record, id }) => records[record].handBack(deps, ref, id)));
  }
}
