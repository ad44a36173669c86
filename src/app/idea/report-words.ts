import type { Words } from '../../domain/idea/words.js';
import type { Person } from '../../domain/person/person.js';
import { accept } from '../../domain/result.js';
import type { Deps } from '../deps.js';
import { type ActResult, actOnIdea } from './act-on-idea.js';

export interface Reporting {
  id: string;
  idempotencyKey: string;
  words: Words;
  shownIn?: string;
}

/** Those who decide are told now, were told by somebody else (`joined`), or have answered this reader (`before`). */
export type Reported = { kind: 'told'; result: ActResult } | { kind: 'joined' | 'before' };

/**
 * "Säg till om texten": tells those who decide, once for each reader and idea, and only the first of several until they
 * have answered; whoever joins is told of the answer too. Two round trips, three for whoever is the first.
 */
export async function reportWords(
  deps: Deps,
  person: Person,
  { id, idempotencyKey, words, shownIn }: Reporting,
): Promise<Reported> {
  const [before, stored] = await Promise.all([deps.reports.in(id, person.ref), deps.ideas.load(id)]);
  const open = stored?.idea.report;
  if (before !== undefined) return { kind: before === open ? 'joined' : 'before' };
  const command = { type: 'report', data: {}, words } as const;
  const request = {
    id,
    idempotencyKey,
    type: command.type,
    command: () => accept(command),
    ...(shownIn && { shownIn }),
  };
  const result: ActResult =
    open === undefined ? await actOnIdea(deps, person, request) : { ok: false, refusal: { code: 'notNow' } };
  // Somebody else may have said it in between.
  const told = result.ok ? result.event.seq : (open ?? result.seen?.view.idea.report);
  if (told !== undefined) await deps.reports.add(id, person.ref, told);
  return result.ok || told === undefined ? { kind: 'told', result } : { kind: 'joined' };
}
