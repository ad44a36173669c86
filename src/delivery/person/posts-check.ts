import { timeZoneOf, todayIn } from '../../app/deps.js';
import { askedAboutUnreached, longUnreached, unreachedIn } from '../../app/person/posts/check-posts.js';
import type { Drawn } from '../../cards/card-context.js';
import { postsQuestion } from '../../cards/person/posts/posts-question.js';
import { halfYearOf } from '../../domain/organisation/calendar/half-year.js';
import { sayIn } from '../../domain/person/changing-posts.js';
import type { Person } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import { instantAt } from '../../domain/time.js';
import type { DeliveryDeps } from '../deps.js';
import { answerersFor, contactRefs, oweNote } from './notes.js';

/** Nobody is asked before this hour, nor on a day when nobody is at work. */
const HOUR = 9;
/** After a department's code, in a note that is about who cannot be reached. No code holds this sign. */
const UNREACHED = '.unreached';

/** Asks a manager whether the posts of a department are right; or why that is not asked any more. */
export async function postsNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  about: string,
  person: Person,
): Promise<Drawn | string> {
  const isUnreached = about.endsWith(UNREACHED);
  const department = isUnreached ? about.slice(0, -UNREACHED.length) : about;
  if (sayIn(person, department, app.directory()) !== 'decides') return 'not of the department';
  const unreached = isUnreached ? await unreachedIn(app, department) : [];
  if (isUnreached && unreached.length === 0) return 'reached';
  if (!isUnreached && (await app.postChecks.answered(department)) === halfYearOf(todayIn(app))) return 'answered';
  const manages = postsOf(person.emails, app.directory()).manages.some((place) => place.department === department);
  return postsQuestion(context(person.language), department, { unreached, manages });
}

/**
 * Asks twice a year, and of whoever cannot be reached for a week: on each day when people are at work, once. A municipality that begins is
 * not asked before the next time, for it has just said it. What several instances do at once is done once; what one has broken off is done
 * again. A few round trips for each department, on that day. True when there is no more to do today.
 */
export async function checkPosts(deps: DeliveryDeps): Promise<boolean> {
  const { app } = deps;
  const day = todayIn(app);
  const { calendar } = app.settings();
  if (calendar.isClosed(day) || app.now() < instantAt(day, HOUR, timeZoneOf(app))) return false;
  // Where nothing is in force that could be changed in the chat, there is no answer but yes.
  if ((await app.organisationVersions.number()) === 0) return true;
  const before = await app.postChecks.looked();
  if (before?.day === day) return true;
  const half = halfYearOf(day);
  if (before && before.half !== half) {
    for (const { code } of app.directory().departments) await ask(deps, code, code, `${code}.${half}`);
  }
  await askOfUnreached(deps);
  await app.postChecks.noteLooked({ day, half });
  return true;
}

async function askOfUnreached(deps: DeliveryDeps): Promise<void> {
  const found = await longUnreached(deps.app);
  if (found.length === 0) return;
  for (const { department, since } of found) {
    const about = `${department}${UNREACHED}`;
    await ask(deps, department, about, `${about}.${since}`);
  }
  await askedAboutUnreached(
    deps.app,
    found.map(({ department }) => department),
  );
}

async function ask(deps: DeliveryDeps, code: string, about: string, once: string): Promise<void> {
  const contacts = await answerersFor(deps.app, code);
  await oweNote(deps, await contactRefs(deps.app, contacts), { note: 'postsRight', about }, once);
}
