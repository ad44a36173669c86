import { type Deps, timeZoneOf } from '../../app/deps.js';
import { lookUp } from '../../app/idea/people/audiences.js';
import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Audience } from '../../domain/idea/notices/audiences.js';
import { isNewIdea, recipientsOf } from '../../domain/idea/notices/notices.js';
import type { Person } from '../../domain/person/person.js';
import { dayOf, instantOf, millisecondsOf } from '../../domain/time.js';
import { type Delivery, owed } from '../../store/delivery/deliveries.js';
import { dailyRun, eventRun, noteRun } from '../../store/keys.js';
import { nextMorning } from '../morning.js';

/** Milliseconds before the morning from which on a day's card is left as it is: it may be on its way. */
const ON_ITS_WAY_MS = 10 * 60_000;

/** What people are owed because of an idea's event: a notice each, but for those who get it with others in one card. */
export async function hears(app: Deps, idea: Idea, event: IdeaEvent): Promise<Delivery[]> {
  const recipients = recipientsOf(event, idea, await lookUp(app, idea, event));
  const people = await app.people.byRefs(recipients.map(({ person }) => person));
  // Whoever has had their data erased since is owed nothing.
  const present = recipients.filter(({ person }) => people.has(person));
  return present.map(({ person, as }) => {
    const now = app.now();
    // One of many that came at once: told of in one message a day.
    if (event.type === 'movedOn' && event.data.many) {
      const about = dayOf(now, timeZoneOf(app));
      return owed({ person, run: noteRun('movedOn', about) }, { kind: 'note', note: 'movedOn', about }, now, now);
    }
    const { id } = idea;
    const { seq } = event;
    if (!isBundled(event, as, people.get(person)?.person))
      return owed({ person, run: eventRun(id, seq) }, { kind: 'notice', record: 'idea', id, seq, as }, now, now);
    const { at, day } = nextMorning(
      instantOf(millisecondsOf(now) + ON_ITS_WAY_MS),
      timeZoneOf(app),
      app.settings().calendar,
    );
    return owed({ person, run: dailyRun(day) }, { kind: 'daily' }, at, now);
  });
}

/** Whether somebody who decides gets this with the day's other new ideas in one card. */
const isBundled = (event: IdeaEvent, as: Audience, person: Person | undefined): boolean =>
  isNewIdea(event, as) && person?.preferences.newIdeas === 'daily';
