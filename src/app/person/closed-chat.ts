import type { PersonRef } from '../../domain/person/person.js';
import { type Day, daysBetween } from '../../domain/time.js';
import { chatIsClosed, type StoredPerson } from '../../store/person/people.js';
import type { Deps } from '../deps.js';
import { todayIn } from '../deps.js';

/** A closed chat is tried again with the next message after so many days: Teams may have been wrong all the time. */
const TRIED_AGAIN_AFTER_DAYS = 7;
/** No more days than this are remembered. */
const REMEMBERED_DAYS = 3;

/** Whether nothing is sent to this person now, because their chat has refused messages on several days. */
export function isClosedNow({ refusedOn = [] }: Pick<StoredPerson, 'refusedOn'>, today: Day): boolean {
  const last = refusedOn.at(-1);
  return last !== undefined && chatIsClosed(refusedOn) && daysBetween(last, today) < TRIED_AGAIN_AFTER_DAYS;
}

type ClosedChatDeps = Pick<Deps, 'people' | 'now' | 'settings'>;

/** Counts today as a day on which the person's chat has refused a message. Gives whether the chat is now called closed. */
export async function noteRefusal(deps: ClosedChatDeps, person: PersonRef): Promise<boolean> {
  const today = todayIn(deps);
  const days = await changeDays(deps, person, (before) =>
    before.includes(today) ? before : [...before, today].slice(-REMEMBERED_DAYS),
  );
  return chatIsClosed(days);
}

/** The chat has taken a message: earlier refusals count no more. */
export async function forgetRefusals(deps: ClosedChatDeps, person: PersonRef): Promise<void> {
  await changeDays(deps, person, (before) => (before.length > 0 ? [] : before));
}

async function changeDays(
  { people }: ClosedChatDeps,
  ref: PersonRef,
  change: (before: readonly Day[]) => readonly Day[],
): Promise<readonly Day[]> {
  for (;;) {
    const stored = await people.byRef(ref);
    if (!stored) return [];
    const { person, reach, refusedOn = [] } = stored;
    const days = change(refusedOn);
    if (days === refusedOn) return days;
    if (await people.save({ person, ...(reach && { reach }), refusedOn: [...days] }, stored)) return days;
  }
}
