import { type HelpArea, helpAreas } from '../../domain/helping/help.js';
import {
  type Helper,
  type HelpHours,
  type HelpOffer,
  helpHours,
  MOST_AREAS,
  newHelper,
  withOffer,
} from '../../domain/helping/helper.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import type { HelpHeld } from '../../store/helping/help-requests.js';
import { type Deps, todayIn } from '../deps.js';

/** So often it is tried where something else has changed it meanwhile. */
const MOST_TRIES = 4;

/** What somebody has said that they can help with; undefined where they have said nothing. One round trip. */
export const helpOfferOf = async ({ helpers }: Pick<Deps, 'helpers'>, { ref }: Pick<Person, 'ref'>) =>
  (await helpers.of(ref))?.helper;

/** What is stored of somebody about help: what they have said, and what they asked, were asked and helped with. */
export interface HeldOfHelp {
  helper?: Helper;
  questions: readonly HelpHeld[];
}

/** One round trip's time. */
export async function heldOfHelp(deps: Pick<Deps, 'helpers' | 'helpRequests'>, person: Person): Promise<HeldOfHelp> {
  const [helper, ...questions] = await Promise.all([
    helpOfferOf(deps, person),
    ...heldRefsOf(person).map((ref) => deps.helpRequests.heldBy(ref)),
  ]);
  return { ...(helper && { helper }), questions: questions.flat() };
}

/** What came of it; `none`: they help no more. */
export type OfferSaved = 'saved' | 'none' | 'tooMany' | 'busy';

/** "Det här kan jag hjälpa till med": three areas at most, and so many hours a month. Two round trips. */
export async function saveHelpOffer(
  deps: Deps,
  { ref }: Pick<Person, 'ref'>,
  form: { areas: readonly string[]; hours: HelpHours | undefined; tellsManager: boolean },
): Promise<OfferSaved> {
  const areas = helpAreas.filter((area) => form.areas.includes(area));
  if (areas.length > MOST_AREAS) return 'tooMany';
  const today = todayIn(deps);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await deps.helpers.of(ref);
    if (areas.length === 0) {
      if (!before || (await deps.helpers.remove(before))) return 'none';
      continue;
    }
    const offer = offerOf(areas, form);
    const known: Helper = before?.helper ?? { ...newHelper(ref, today), ...offer };
    if (await deps.helpers.keep(before, withOffer(known, offer, today))) return 'saved';
  }
  return 'busy';
}

const offerOf = (
  areas: readonly HelpArea[],
  { hours, tellsManager }: { hours: HelpHours | undefined; tellsManager: boolean },
): HelpOffer => ({ areas, hours: hours ?? helpHours[0], ...(tellsManager && { tellsManager }) });

/** Of somebody who has left nothing of it stays. */
export async function forgetHelper({ helpers }: Pick<Deps, 'helpers'>, ref: PersonRef): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const stored = await helpers.of(ref);
    if (!stored || (await helpers.remove(stored))) return;
  }
  throw new Error(`What ${ref} can help with changed ${MOST_TRIES} times while they left`);
}

/** Of two references that are one person's, the second can help with what the first could, where it has said nothing itself. */
export async function moveHelper({ helpers }: Pick<Deps, 'helpers'>, from: PersonRef, to: PersonRef): Promise<void> {
  const stored = await helpers.of(from);
  if (!stored) return;
  if (!(await helpers.of(to))) await helpers.keep(undefined, { ...stored.helper, person: to });
  await forgetHelper({ helpers }, from);
}
