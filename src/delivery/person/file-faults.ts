import type { Drawn } from '../../cards/card-context.js';
import { fileFault } from '../../cards/organisation/file-fault.js';
import type { Person } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import type { DeliveryDeps } from '../deps.js';
import { contactRefs, oweNote } from './notes.js';

/** That a new organisation file is left out for its faults; or why that is not said any more. */
export async function fileFaultNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  hash: string,
  { language, emails }: Person,
): Promise<Drawn | string> {
  const fault = await app.organisationVersions.fault(hash);
  if (!fault) return 'another file';
  return postsOf(emails, app.directory()).office ? fileFault(context(language), fault) : 'not of the office';
}

/** The office is told of a file that could not be taken in: once for each, whichever instances have met it. */
export async function tellOfFaultyFiles(deps: DeliveryDeps): Promise<void> {
  const { app } = deps;
  for (const fault of await app.organisationVersions.faults()) {
    if (fault.told) continue;
    const note = { note: 'organisationFault', about: fault.hash } as const;
    await oweNote(deps, await contactRefs(app, app.directory().office), note);
    await app.organisationVersions.toldOf(fault);
  }
}
