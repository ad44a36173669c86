import { newPersonRef } from '../../../domain/ids.js';
import { type Holder, sayIn } from '../../../domain/person/changing-posts.js';
import type { Person, PersonRef } from '../../../domain/person/person.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import { addDays, type Day, isDay } from '../../../domain/time.js';
import type { ReadPerson } from '../../../store/person/people.js';
import { type Deps, todayIn } from '../../deps.js';
import { amendPerson } from '../change-person.js';

/** The farthest day that somebody can be set away to. */
const LONGEST_DAYS = 366;

export type AwayRefusal = 'notAllowed' | 'dateNotAhead' | 'dateFarOff';

/** Of somebody in a post until when they are away, as it was written; empty: they are not. */
export interface AwayForm {
  department: string;
  holder: Holder;
  until: string;
}

/**
 * Says of somebody with a post that they are away, or are back: they themselves, and those who answer for the department, so that
 * the deputy acts for a leader who cannot say it. `tells` is called before it is stored of somebody else. Four round trips.
 */
export async function setAway(
  deps: Pick<Deps, 'people' | 'directory' | 'settings' | 'now' | 'random'>,
  person: Person,
  { department, holder: { contact }, until }: AwayForm,
  tells: (person: PersonRef, until: Day) => Promise<void>,
): Promise<Result<ReadPerson | undefined, AwayRefusal>> {
  const isOwn = person.emails.includes(contact.email);
  const say = sayIn(person, department, deps.directory());
  if (!say || (say === 'proposes' && !isOwn)) return refuse('notAllowed');
  const today = todayIn(deps);
  if (until && (!isDay(until) || until < today)) return refuse('dateNotAhead');
  if (until > addDays(today, LONGEST_DAYS)) return refuse('dateFarOff');
  const ref = await deps.people.refOf(contact, () => newPersonRef(deps.random));
  const stored = await deps.people.byRef(ref);
  if (!stored) return accept(undefined);
  if (until && !isOwn) await tells(stored.person.ref, until);
  const after = await amendPerson(deps, stored, ({ awayUntil: before, ...rest }) =>
    (before ?? '') === until ? undefined : { ...rest, ...(until && { awayUntil: until }) },
  );
  return accept(after);
}
