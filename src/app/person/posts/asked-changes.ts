import type { Directory } from '../../../domain/organisation/directory.js';
import type { Organisation } from '../../../domain/organisation/organisation.js';
import type { OverlayChange } from '../../../domain/organisation/overlay/change.js';
import type { Person } from '../../../domain/person/person.js';
import { postsOf } from '../../../domain/person/posts.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import type { Deps } from '../../deps.js';
import { answerAsked, type ChangeRefusal } from '../../organisation/change-organisation.js';
import { readInForce } from '../../organisation/in-force.js';

/** What was changed in the chat, where a file that came later says something else. */
export interface AskedChange {
  id: string;
  change: OverlayChange;
  /** The organisation as the file has it. */
  file: Organisation;
}

/** What the office has still to answer, in the order in which it was changed. Two round trips. */
export async function askedChanges({
  organisationVersions,
  settings,
}: Pick<Deps, 'organisationVersions' | 'settings'>): Promise<AskedChange[]> {
  const inForce = await readInForce(organisationVersions, settings().municipality.code);
  if (!inForce?.ok) return [];
  const { base, standing } = inForce;
  return standing.changes.flatMap(({ id, change, asked }) => (asked ? [{ id, change, file: base }] : []));
}

/** What came of an answer: what counts now, undefined where it is not asked any more; and what is left. */
export interface ChangeAnswered {
  counts: 'chat' | 'file' | undefined;
  open: AskedChange[];
}

/**
 * The office says whether what was changed in the chat goes on counting, or what the file says. Refused to others, and where too few could
 * decide then. The same press twice is one answer.
 */
export async function answerChange(
  deps: Pick<Deps, 'organisationVersions' | 'settings' | 'directory' | 'now' | 'organisationChanged'>,
  person: Person,
  { id, keep, idempotencyKey }: { id: string; keep: boolean; idempotencyKey: string },
): Promise<Result<ChangeAnswered, ChangeRefusal>> {
  const may = (directory: Directory) => postsOf(person.emails, directory).office;
  if (!may(deps.directory())) return refuse('notAllowed');
  const answered = await answerAsked(deps, { id, keep }, { by: person.ref, idempotencyKey, why: 'office', may });
  if (!answered.ok && answered.refusal !== 'notAsked') return answered;
  const counts = answered.ok ? (keep ? 'chat' : 'file') : undefined;
  return accept({ counts, open: await askedChanges(deps) });
}
