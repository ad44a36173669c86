import { openLoss, toldOfLoss } from '../../app/person/staff/look-at-source.js';
import type { Drawn } from '../../cards/card-context.js';
import { staffLoss } from '../../cards/person/staff-loss.js';
import { type SourceName, sourceNames } from '../../domain/organisation/sources/staff.js';
import type { Person } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import type { DeliveryDeps } from '../deps.js';
import { contactRefs, oweNote } from './notes.js';

/** Asks the office whether as many are gone as a source says; or why that is not asked any more. */
export async function staffLossNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  about: string,
  { language, emails }: Person,
): Promise<Drawn | string> {
  const source = sourceNames.find((name) => name === about);
  const asked = source && (await openLoss(app, source));
  if (!asked) return 'answered';
  return postsOf(emails, app.directory()).office
    ? staffLoss(context(language), source, asked.loss)
    : 'not of the office';
}

/** The office is asked once about each loss that waits. Costs a request for each source that the organisation file names. */
export async function askAboutLosses(deps: DeliveryDeps): Promise<void> {
  const { app } = deps;
  const sources = sourceNames.filter((name) => app.settings().sources?.[name]);
  for (const source of sources) await askAboutLoss(deps, source);
}

async function askAboutLoss(deps: DeliveryDeps, source: SourceName): Promise<void> {
  const { app } = deps;
  const asked = await openLoss(app, source);
  if (!asked || asked.told) return;
  const office = await contactRefs(app, app.directory().office);
  await oweNote(deps, office, { note: 'staffLoss', about: source }, `${source}.${asked.at}`);
  await toldOfLoss(app, source, asked);
}
