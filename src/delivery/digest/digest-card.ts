import { happenedIn } from '../../app/digest/happened.js';
import type { Drawn } from '../../cards/card-context.js';
import { shownOfWeek, week as weekCard } from '../../cards/digest/week.js';
import { isEmpty } from '../../domain/digest/digest.js';
import { periodFor } from '../../domain/digest/pace.js';
import type { Month } from '../../domain/figures/months.js';
import { isSmallMunicipality } from '../../domain/organisation/place.js';
import type { Person } from '../../domain/person/person.js';
import { listPosts, postsHeld } from '../../domain/person/posts.js';
import type { Week } from '../../domain/time.js';
import type { DeliveryDeps } from '../deps.js';

/** A week, or the month that is told with it, as its reader may see it; or why nothing is said of it. */
export async function digestCard(
  { app, weeks, context }: Pick<DeliveryDeps, 'app' | 'weeks' | 'context'>,
  { week, month }: { week: Week; month?: Month },
  person: Person,
): Promise<Drawn | string> {
  const happened = isSmallMunicipality(app.directory()) ? await happenedIn(app, { week, month }) : undefined;
  const told = periodFor(person, { week, month }, happened);
  if ('why' in told) return told.why;
  const posts = postsHeld(person, app.directory());
  if (posts.manages.length === 0) return 'manages nothing';
  const read = await weeks.week(told.period, person, shownOfWeek());
  if (isEmpty(read.digest) && !read.helped) return 'nothing to say';
  return weekCard(context(person.language), { ...read, posts: listPosts(posts), onDemand: false });
}
