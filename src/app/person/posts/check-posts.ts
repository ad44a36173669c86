import { createHash } from 'node:crypto';
import { halfYearOf } from '../../../domain/organisation/calendar/half-year.js';
import type { Contact } from '../../../domain/organisation/organisation.js';
import { sayIn } from '../../../domain/person/changing-posts.js';
import type { Person } from '../../../domain/person/person.js';
import { accept, type Result, refuse } from '../../../domain/result.js';
import { addDays } from '../../../domain/time.js';
import type { Unreached } from '../../../store/organisation/post-checks.js';
import { type Deps, todayIn } from '../../deps.js';

/** Somebody who leads is called out of reach after so many days. */
const UNREACHED_DAYS = 7;

/** Somebody who answers for a department has said that its posts are right. Refused to others. Two round trips. */
export async function confirmPosts(
  deps: Pick<Deps, 'postChecks' | 'directory' | 'settings' | 'now'>,
  person: Person,
  department: string,
): Promise<Result<undefined, 'notAllowed'>> {
  if (sayIn(person, department, deps.directory()) !== 'decides') return refuse('notAllowed');
  await deps.postChecks.noteAnswered(department, halfYearOf(todayIn(deps)));
  return accept(undefined);
}

/**
 * Those who lead a department and whom no message reaches any more: they have removed the bot, their chat is closed, or a source says that they
 * are away or gone. Whoever has never come is no news. Two round trips' time.
 */
export async function unreachedIn(
  { people, directory }: Pick<Deps, 'people' | 'directory'>,
  department: string,
): Promise<UnreachedContact[]> {
  const leaders = directory().leadersOf(department);
  const cards = await people.contacts(leaders.map(({ email }) => email));
  const silent = [...cards.values()].filter(({ installed, absent }) => !installed && !absent);
  const met = await people.byRefs(silent.map(({ ref }) => ref));
  return leaders.flatMap((contact) => {
    const card = cards.get(contact.email);
    if (!card || (card.installed && !card.absent)) return [];
    const absent = card.absent === true;
    return absent || met.get(card.ref)?.person.identity !== undefined ? [{ ...contact, absent }] : [];
  });
}

/** Somebody who leads and cannot be reached; `absent`: because they are away or gone, as a source says. */
export type UnreachedContact = Contact & { absent: boolean };

/**
 * The departments whose leaders have been out of reach for a week, or are away or gone, as a source says, and whose managers have not been
 * asked about it, each with since when.
 * A round trip for each department.
 */
export async function longUnreached(
  deps: Pick<Deps, 'people' | 'directory' | 'postChecks' | 'settings' | 'now'>,
): Promise<{ department: string; since: string }[]> {
  const today = todayIn(deps);
  const now = new Map<string, string>();
  const absent = new Set<string>();
  for (const { code } of deps.directory().departments) {
    const contacts = await unreachedIn(deps, code);
    if (contacts.length > 0) now.set(code, inShort(contacts));
    if (contacts.some((one) => one.absent)) absent.add(code);
  }
  const noted = await deps.postChecks.changeUnreached((before) =>
    Object.fromEntries([...now].map(([code, who]) => [code, still(before, code, who) ?? { since: today, who }])),
  );
  return Object.entries(noted).flatMap(([department, { since, asked }]) =>
    asked || (!absent.has(department) && addDays(since, UNREACHED_DAYS) > today) ? [] : [{ department, since }],
  );
}

const still = (before: Readonly<Record<string, Unreached>>, code: string, who: string): Unreached | undefined =>
  Object.hasOwn(before, code) && before[code]?.who === who ? before[code] : undefined;

const inShort = (contacts: readonly Contact[]): string =>
  createHash('sha256')
    .update(
      contacts
        .map(({ email }) => email)
        .sort()
        .join(),
    )
    .digest('base64url')
    .slice(0, 8);

/** Their managers have been asked. */
export const askedAboutUnreached = async (
  { postChecks }: Pick<Deps, 'postChecks'>,
  departments: readonly string[],
): Promise<void> => {
  await postChecks.changeUnreached((before) =>
    Object.fromEntries(
      Object.entries(before).map(([code, one]) => [code, departments.includes(code) ? { ...one, asked: true } : one]),
    ),
  );
};
