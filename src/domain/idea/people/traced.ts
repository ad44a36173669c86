import type { PersonRef } from '../../person/person.js';
import { type IdeaEvent, meaningOf } from '../events.js';

/**
 * Everybody to whom an event gives something to do with its idea: who did it, and whom its data names in the fields that
 * leave a trace. Not those who come with another idea, whose traces are written before it, nor somebody who leaves.
 */
export function tracedIn(event: IdeaEvent): PersonRef[] {
  const data = event.data as Readonly<Record<string, PersonRef | readonly PersonRef[] | undefined>>;
  const traced = Object.entries(meaningOf(event).persons ?? {}).flatMap(([field, trace]) =>
    trace === 'traced' ? [data[field] ?? []].flat() : [],
  );
  return [...new Set([event.by, ...traced])].filter((ref) => ref !== 'clock');
}
