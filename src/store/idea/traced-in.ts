import type { IdeaEvent } from '../../domain/idea/events.js';
import type { PersonRef } from '../../domain/person/person.js';

/**
 * Everybody to whom an event gives something to do with its idea: who did it, and whom it names. Not those who come with
 * another idea, for whom a transaction has no room: their traces are written before it (`leave`); nor somebody who leaves.
 */
export function tracedIn({ by, data, type }: IdeaEvent): PersonRef[] {
  const { submitter, coSubmitters, person, driver, doer, owner } = data as Partial<
    Record<'submitter' | 'person' | 'driver' | 'doer' | 'owner', PersonRef> & { coSubmitters: PersonRef[] }
  >;
  const barred = type === 'mergeProposed' ? data.barred : [];
  const all = [by, submitter, person, driver, doer, owner, ...(coSubmitters ?? []), ...barred];
  return [...new Set(all.filter((ref) => ref !== undefined && ref !== 'clock'))] as PersonRef[];
}
