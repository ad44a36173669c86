import type { Words } from '../../domain/idea/words.js';
import type { Person } from '../../domain/person/person.js';
import { accept } from '../../domain/result.js';
import type { Deps } from '../deps.js';
import { type ActResult, actOnIdea } from './act-on-idea.js';

export interface Report {
  id: string;
  op: string;
  words: Words;
  shownIn?: string;
}

/**
 * "Säg till om texten": tells those who decide, once for each reader and idea, and only the first of several until they
 * have answered; whoever joins is told of the answer too. Two round trips, three for whoever is the first.
 */
export async function reportWords(
  deps: Deps,
  person: Person,
  { id, op, words, shownIn }: Report,
): Promise<'joined' | 'before' | ActResult> {
  const [before, stored] = await Promise.all([deps.reports.in(id, person.ref), deps.ideas.load(id)]);
  const open = stored?.idea.report;
  if (before !== undefined) return before === open ? 'joined' : 'before';
  const command = { type: 'report', data: {}, words } as const;
  const request = { id, op, type: command.type, prepare: async () => accept(command), ...(shownIn && { shownIn }) };
  const outcome: ActResult =
    open === undefined ? await actOnIdea(deps, person, request) : { ok: false, refusal: { code: 'notNow' } };
  // Somebody else may have said it in between.
  const told = outcome.ok ? outcome.event.seq : (open ?? outcome.seen?.view.idea.report);
  if (told !== undefined) await deps.reports.add(id, person.ref, told);
  return outcome.ok || told === undefined ? outcome : 'joined';
}
