import { claimEnds, openClaim } from '../../app/identity/claims.js';
import type { Drawn } from '../../cards/card-context.js';
import { accountQuestion } from '../../cards/identity/account-notes.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import type { DeliveryDeps } from '../deps.js';
import { contactRefs, oweNote } from '../person/notes.js';

/** Asks the office whose a new account is; or why that is not asked any more. */
export async function accountNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  by: PersonRef,
  { language, emails }: Person,
): Promise<Drawn | string> {
  const seen = await openClaim(app, by);
  if (!seen || !postsOf(emails, app.directory()).office) return 'answered';
  return accountQuestion(context(language), seen, claimEnds(app, seen.claim));
}

/** The office is asked whether a new account is somebody's whom they know; what is not answered in time is forgotten. */
export async function processClaims(deps: DeliveryDeps): Promise<void> {
  const { app } = deps;
  for (const claim of await app.accounts.claims()) {
    try {
      if (!(await openClaim(app, claim.by))) await app.accounts.dropClaim(claim);
      else if (!claim.told) {
        await oweNote(deps, await contactRefs(app, app.directory().office), { note: 'account', about: claim.by });
        await app.accounts.toldOf(claim);
      }
    } catch (error) {
      deps.log.error({ person: claim.by, err: error }, 'The office could not be asked; the next look tries again');
    }
  }
}
