import { noteWelcome } from '../../app/person/note-welcome.js';
import type { CardContext, Drawn } from '../../cards/card-context.js';
import { postWelcome } from '../../cards/person/post-welcome.js';
import { welcome } from '../../cards/person/welcome.js';
import type { Person } from '../../domain/person/person.js';
import { ownPosts, unwelcomed } from '../../domain/person/welcome.js';
import { owed } from '../../store/delivery/deliveries.js';
import type { DeliveryName } from '../../store/delivery/wake-ups.js';
import { welcomeRun } from '../../store/keys.js';
import type { ReadPerson } from '../../store/person/people.js';
import type { DeliveryDeps } from '../deps.js';

/**
 * Owes somebody the welcome that they have not had, as one of the municipality and for each post. It is owed before it is
 * noted as given, so that a bot that dies in between forgets nobody; asked twice at once, one row says it. Gives the person
 * as they then are, and what they are owed, if anything.
 */
export async function oweWelcome(
  { app, deliveries }: Pick<DeliveryDeps, 'app' | 'deliveries'>,
  me: ReadPerson,
): Promise<{ me: ReadPerson; welcome?: DeliveryName }> {
  const names = unwelcomed(me.person, app.directory());
  if (names.length === 0) return { me };
  const name = { person: me.person.ref, run: welcomeRun(names) };
  const now = app.now();
  await deliveries.add([owed(name, { kind: 'welcome' }, now, now)]);
  return { me: await noteWelcome(app, me, names), welcome: name };
}

/** The welcome of somebody as they are now: what they will receive for their posts, or what this is and where to begin. */
export function welcomeCard(context: CardContext, person: Person): Drawn {
  const posts = ownPosts(person, context.directory);
  if (posts.length > 0) return postWelcome(context, posts);
  const { department, unit, sourced } = person;
  const place = department ? { department, ...(unit && { unit }) } : undefined;
  return welcome(context, place, { isTold: sourced?.follows === true });
}
