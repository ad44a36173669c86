import { askedAboutNames, openNames } from '../../app/person/staff/unknown-places.js';
import type { Drawn } from '../../cards/card-context.js';
import { unknownNames } from '../../cards/person/unknown-names.js';
import type { Person } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import type { DeliveryDeps } from '../deps.js';
import { contactRefs, oweNote } from './notes.js';

/** Asks the office what the names mean that sources call places by; or why that is not asked any more. */
export async function unknownNamesNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  { language, emails }: Person,
): Promise<Drawn | string> {
  if (!postsOf(emails, app.directory()).office) return 'not of the office';
  const { open } = await openNames(app);
  return open.length > 0 ? unknownNames(context(language), { open }) : 'answered';
}

/** The office is asked about all at once, again only when there is a name that it has not been asked about. One request where there are sources. */
export async function askAboutNames(deps: DeliveryDeps): Promise<void> {
  const { app } = deps;
  const { open, unasked, at } = await openNames(app);
  if (unasked.length === 0) return;
  const office = await contactRefs(app, app.directory().office);
  await oweNote(deps, office, { note: 'unknownNames', about: 'names' }, at);
  await askedAboutNames(app, open);
}
