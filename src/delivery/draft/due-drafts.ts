import { timeZoneOf } from '../../app/deps.js';
import { cameToNothing, openQuestion, toldOf } from '../../app/draft/ask-author.js';
import { endDraft } from '../../app/draft/kept-draft.js';
import type { Drawn } from '../../cards/card-context.js';
import { ideaAsked } from '../../cards/draft/idea-asked.js';
import { dueOf, type KeptDraft } from '../../domain/draft/draft.js';
import type { Person } from '../../domain/person/person.js';
import { dayOf } from '../../domain/time.js';
import type { DueDraft } from '../../store/draft/drafts.js';
import type { DeliveryDeps } from '../deps.js';
import { oweNote } from '../person/notes.js';

/** As many as one look ends; the rest at the next one. */
const MOST_AT_ONCE = 100;

/**
 * What time brings to what was written and not sent in: whose words another wants sent in is asked, and all of it ends. Any number of instances may
 * do it at once.
 */
export async function processDrafts(deps: DeliveryDeps, stopping?: AbortSignal): Promise<void> {
  const { app, log } = deps;
  const all = await app.drafts.due(app.now(), MOST_AT_ONCE);
  if (all.length === 0 || !(await deps.clockIsRight())) return;
  for (const due of all) {
    if (stopping?.aborted) return;
    try {
      await processDraft(deps, due);
    } catch (error) {
      log.error(
        { person: due.person, err: error },
        'A draft could not be asked about or ended; the next look tries again',
      );
    }
  }
}

async function processDraft(deps: DeliveryDeps, due: DueDraft): Promise<void> {
  const { app } = deps;
  const draft = await app.drafts.get(due);
  if (!draft || draft.until <= app.now() || dueOf(draft) === draft.until) {
    if (draft) await tellAsker(deps, draft);
    return endDraft(app, due);
  }
  // First it is owed, once for its name: who dies in between owes it again.
  await oweNote(deps, [draft.person], { note: 'ideaAsked', about: draft.name });
  await toldOf(app, draft);
}

/**
 * Whoever has asked is told once, in their day card, that no idea has come of it. A no and no answer are the same to them, for
 * a no is told to nobody.
 */
async function tellAsker(deps: DeliveryDeps, draft: KeptDraft): Promise<void> {
  const { app } = deps;
  if (!(await cameToNothing(app, draft))) return;
  const asked = dayOf(draft.at, timeZoneOf(app));
  await oweNote(deps, [draft.person], { note: 'askEnded', about: asked }, draft.name);
}

/** The question whether what somebody wrote is to be sent in; or why it is not asked any more. */
export async function askedNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  name: string,
  person: Person,
): Promise<Drawn | string> {
  const open = await openQuestion(app, person, name);
  return open ? ideaAsked(context(person.language), open) : 'answered';
}
