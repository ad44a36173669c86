import { keptDays } from '../kept-days.js';
import { plain } from '../language/spelling.js';
import type { Directory } from '../organisation/directory.js';
import { type Instant, millisecondsOf } from '../time.js';
import type { Person } from './person.js';
import { listPosts, postName, postsOf } from './posts.js';

/**
 * Whether the roster is asked once more about somebody who is known already, and whether their turn waits for it: `first`
 * where a post may come or go with the answer, `beside` where no more than a name may. Undefined: what is known will do.
 */
export type RosterLookup = 'first' | 'beside' | undefined;

/** What a turn knows beside the person: `looksForPost` when they have asked for what only a post gives ("Min tur"). */
export interface RosterContext {
  now: Instant;
  timeZone: string;
  directory: Directory;
  looksForPost: boolean;
}

/** Somebody whom the file names under another address may well be another of the same name: not at every word they write. */
const NAMESAKE_RESTS_MS = 10 * 60_000;
const LOOKING_RESTS_MS = 60_000;

/** Asked at every turn, of today and of the day on which the roster was asked. */
const keptDayOf = keptDays();

/**
 * At most once a day and once for each version of the organisation file; at once where a post seems to be theirs: the file
 * has their name under an address that is not theirs, or they look for what a post gives and have none.
 */
export function whenToAsk(person: Person, { now, timeZone, directory, looksForPost }: RosterContext): RosterLookup {
  const posts = listPosts(postsOf(person.emails, directory)).map(postName);
  const lost = person.welcomed.some((name) => isPost(name) && !posts.includes(name));
  const isNamed = isNamedElsewhere(person, directory);
  const asked = person.askedRoster;
  const day = (at: Instant) => keptDayOf(at, timeZone);
  if (!asked || asked.file !== directory.mark || day(asked.at) < day(now)) {
    return posts.length > 0 || lost || isNamed || looksForPost || person.guest ? 'first' : 'beside';
  }
  const rested = millisecondsOf(now) - millisecondsOf(asked.at);
  if (isNamed && rested >= NAMESAKE_RESTS_MS) return 'first';
  return looksForPost && posts.length === 0 && rested >= LOOKING_RESTS_MS ? 'first' : undefined;
}

/** What a person has been welcomed to is a post, or that they are somebody's colleague. */
const isPost = (welcomed: string): boolean => welcomed === 'office' || welcomed.includes('.');

/** The file has a post for somebody of their name, under an address that the roster has not given for them. */
const isNamedElsewhere = ({ name, emails }: Person, directory: Directory): boolean =>
  directory.addressesOf(plain(name)).some((email) => !emails.includes(email));
