import type { Drawn } from '../../cards/card-context.js';
import { shownOfWeek, week as weekCard } from '../../cards/digest/week.js';
import { isEmpty } from '../../domain/digest/digest.js';
import type { Person } from '../../domain/person/person.js';
import { listPosts, postsHeld } from '../../domain/person/posts.js';
import type { Week } from '../../domain/time.js';
import type { DeliveryDeps } from '../deps.js';

/** A week as its reader may see it, or why nothing is said of it. */
export async function digestCard(
  { app, weeks, context }: Pick<DeliveryDeps, 'app' | 'weeks' | 'context'>,
  { week }: { week: Week },
  person: Person,
): Promise<Drawn | string> {
  if (!person.preferences.digest) return 'digest off';
  const posts = postsHeld(person, app.directory());
  if (posts.manages.length === 0) return 'manages nothing';
  const read = await weeks.week(week, person, shownOfWeek());
  if (isEmpty(read.digest)) return 'nothing to say';
  return weekCard(context(person.language), { ...read, posts: listPosts(posts), onDemand: false });
}
