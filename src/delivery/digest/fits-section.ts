import type { Deps } from '../../app/deps.js';
import { fitsHere, needsOfDepartments } from '../../app/search/fits-here.js';
import { askedBefore, toldIn } from '../../app/search/met-before.js';
import { elsewhereAgain, type FromElsewhere, readPairs } from '../../app/search/near-elsewhere.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { addDays, type Day } from '../../domain/time.js';
import type { DayCardRow } from '../day-plan.js';

/** A leader reads of it every fourth week at most. */
const EVERY_DAYS = 28;

/**
 * "Kan passa hos er": for whoever leads, two things that others use or test and that are like what their departments need, every
 * fourth week at most. `cards`: their cards of the last 90 days, asked where there is anything to compare. A card that is drawn
 * anew tells what it told.
 */
export async function fitsFor(
  app: Deps,
  person: Person,
  { today, card, cards }: { today: Day; card?: DayCardRow | undefined; cards: () => Promise<readonly DayCardRow[]> },
): Promise<FromElsewhere[]> {
  const before = readPairs(card?.fits);
  if (before.length > 0) {
    return (await Promise.all(before.map((pair) => elsewhereAgain(app, pair)))).filter((one) => one !== undefined);
  }
  if (card?.activity !== undefined) return [];
  const { leads } = postsHeld(person, app.directory());
  const own = app.directory().everyCode(leads);
  const needs = await needsOfDepartments(app, own);
  if (needs.length === 0) return [];
  const earlier = await cards();
  if (earlier.some(({ fits, postedOn }) => fits && postedOn && postedOn > addDays(today, -EVERY_DAYS))) return [];
  const met = new Set([...earlier.flatMap(toldIn), ...(await askedBefore(app, person.ref, today))]);
  return fitsHere(app, needs, own, met);
}
