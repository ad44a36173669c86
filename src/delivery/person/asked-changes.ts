import { askedChanges } from '../../app/person/posts/asked-changes.js';
import type { Drawn } from '../../cards/card-context.js';
import { changeQuestion } from '../../cards/person/asked-changes.js';
import type { Person } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import type { DeliveryDeps } from '../deps.js';
import { contactRefs, oweNote } from './notes.js';

/** Asks the office what counts, the chat or a file that came later; or why that is not asked any more. */
export async function askedChangesNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  { language, emails }: Person,
): Promise<Drawn | string> {
  if (!postsOf(emails, app.directory()).office) return 'not of the office';
  const open = await askedChanges(app);
  return open.length > 0 ? changeQuestion(context(language), { open }) : 'answered';
}

/** The office is asked once for each version whose file says something else. */
export async function askWhatCounts(deps: DeliveryDeps, version: number): Promise<void> {
  const office = await contactRefs(deps.app, deps.app.directory().office);
  await oweNote(deps, office, { note: 'changeAsked', about: String(version) });
}
