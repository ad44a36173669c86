import { createHash } from 'node:crypto';
import { createDirectory } from '../../../domain/organisation/directory.js';
import { rebase } from '../../../domain/organisation/overlay/overlay.js';
import { passedPosts } from '../../../domain/organisation/overlay/passed-posts.js';
import { contact } from '../../../domain/organisation/schema-fields.js';
import {
  type GroupMember,
  type GroupSays,
  groupRulesOf,
  groupSays,
  type HeldGroup,
  heldStill,
  MOST_WRITTEN,
  namedFor,
  withGroups,
} from '../../../domain/organisation/sources/group-posts.js';
import { type GroupRule, postCode } from '../../../domain/organisation/sources/sources-schema.js';
import { millisecondsOf } from '../../../domain/time.js';
import type { GroupState } from '../../../store/organisation/group-states.js';
import type { Deps } from '../../deps.js';
import { type OfVersion, readInForce } from '../in-force.js';
import { isProtected, type ProtectedDeps } from '../protected-people.js';
import type { GroupRead, GroupSource } from './group-source.js';

export type GroupDeps = Pick<Deps, 'organisationVersions' | 'groupStates' | 'now' | 'organisationChanged'> &
  ProtectedDeps;

/**
 * What a look at the group of one post has come to. named: the organisation names people for it, who count. noPlace: there is no
 * such department or unit. unreadable, tooMany: who is in it cannot be used, and who had the post has it.
 */
export type GroupFound = GroupSays | 'named' | 'noPlace' | 'unreadable' | 'tooMany';

export interface LookedAtGroup {
  post: string;
  group: string;
  found: GroupFound;
  /** Who has the post by it from now on, or would by what waits. */
  people: readonly GroupMember[];
  come: readonly GroupMember[];
  gone: readonly GroupMember[];
  /** Of members, so many who can have no post, those with protected personal data among them. */
  leftOut: number;
  why?: string;
}

export interface LookedAtGroups {
  groups: readonly LookedAtGroup[];
  /** The version that it has made; undefined where nothing has changed, or nothing is written. */
  version?: number;
}

/** So many of one group: of a department's managers there may be more than of anything else. */
const MOST_MANAGERS = 1000;
const MOST_IN_POST = 50;
/** What may be a bad answer counts when it is the same so long after. */
const STILL_SAID_MS = 20 * 3_600_000;
/** So many are read side by side. */
const AT_ONCE = 4;
const ASKED_AT_ONCE = 16;
/** So many posts an event names. */
const MOST_ABOUT = 20;

/**
 * Looks at the groups that say who has a post, and puts what they say in force for all instances, all of it in one version or
 * nothing. No answer empties a post, and one by which most are gone at once counts a day later, or when somebody is `sure`.
 * Undefined where no organisation is in force, or none of its posts is a group's. Rejects where the groups cannot be read.
 */
export async function lookAtGroups(
  deps: GroupDeps,
  source: GroupSource,
  { write, sure = false, signal }: { write: boolean; sure?: boolean; signal?: AbortSignal },
): Promise<LookedAtGroups | undefined> {
  const { organisationVersions: versions } = deps;
  const { code } = deps.settings().municipality;
  const first = await readInForce(versions, code);
  if (!first?.ok || groupRulesOf(first.file).length === 0) return undefined;
  const hidden = first.file.sources?.graph?.protectedGroup;
  const read = await readAll(groupRulesOf(first.file), await source.open(hidden, signal));
  // Of a group with more people than can have any post nobody gets one.
  const inGroups = [...read.values()].flatMap((one) =>
    one.ok && one.people.length <= MOST_MANAGERS ? one.people : [],
  );
  const inPosts = (first.standing.groups ?? []).flatMap(({ people }) => people);
  const unnamed = await protectedAmong(deps, [...inGroups, ...inPosts]);
  const said = new Map([...read].map(([group, one]) => [group, withoutProtected(one, unnamed)]));
  const state = await deps.groupStates.read();
  for (;;) {
    const inForce = await readInForce(versions, code);
    if (!inForce?.ok) return undefined;
    const judged = await judgeAll(deps, inForce, { said, unnamed, state, sure });
    const version = write ? await putInForce(deps, inForce, judged) : undefined;
    if (version === 'conflict') continue;
    if (write) await deps.groupStates.note({ waits: judged.waits, faults: faultsIn(judged.looked) });
    if (version !== undefined) await deps.organisationChanged();
    return { groups: judged.looked, ...(version !== undefined && { version }) };
  }
}

type InForceNow = Extract<OfVersion, { ok: true }>;

interface JudgedGroups {
  looked: LookedAtGroup[];
  /** What is known of groups from now on. */
  groups: HeldGroup[];
  waits: GroupState['waits'];
  /** Somebody who had a post may be shown by name no more. */
  isProtecting: boolean;
}

/** What has been read of groups, and the addresses of those who have no post by their name. */
interface ReadGroups {
  said: ReadonlyMap<string, GroupRead>;
  unnamed: ReadonlySet<string>;
  state: GroupState;
  sure: boolean;
}

async function judgeAll(
  deps: GroupDeps,
  { file, standing }: InForceNow,
  { said, unnamed, state, sure }: ReadGroups,
): Promise<JudgedGroups> {
  const now = deps.now();
  // Whose name may not be shown has the post no more, whatever is left of it.
  const before = heldStill(file, standing.groups ?? []);
  const held: HeldGroup[] = before.flatMap((one) => {
    const people = one.people.filter(({ email }) => !unnamed.has(email));
    return people.length > 0 || one.people.length === 0 ? [{ ...one, people }] : [];
  });
  const isProtecting = before.some(({ people }) => people.some(({ email }) => unnamed.has(email)));
  const next = new Map(held.map((one) => [one.post, one]));
  const looked: LookedAtGroup[] = [];
  const waits: Record<string, GroupState['waits'][string]> = {};
  for (const rule of groupRulesOf(file)) {
    const read = said.get(rule.group);
    // The file may have come since: the next look sees to it.
    if (!read) continue;
    const post = postCode(rule);
    const known = next.get(post);
    const one = judgedOf(rule, read, { was: known?.people ?? [], names: namedFor(file, rule)?.length });
    const waiting = one.found === 'waits' ? await waitingOf(deps, state.waits[post], one.people) : undefined;
    const isOld = waiting && millisecondsOf(now) - millisecondsOf(waiting.at) >= STILL_SAID_MS;
    // The first answer of a group takes the place of what others said, whoever it is.
    const counts = one.found === 'changed' || (waiting !== undefined && (sure || isOld || known?.unread === true));
    if (waiting && !counts) waits[post] = waiting;
    looked.push(counts ? { ...one, found: 'changed' } : one);
    if (counts || (one.found === 'same' && known?.unread))
      next.set(post, { post, group: rule.group, people: one.people });
  }
  const groups = [...next.values()];
  if (JSON.stringify(groups).length <= MOST_WRITTEN) return { looked, groups, waits, isProtecting };
  // All of it stays as it was, and is told.
  return {
    looked: looked.map((one) => (one.found === 'changed' ? { ...one, found: 'tooMany' } : one)),
    groups: held,
    waits,
    isProtecting,
  };
}

/** Since when a group has given this answer. */
async function waitingOf(
  deps: Pick<Deps, 'marks' | 'now'>,
  before: GroupState['waits'][string] | undefined,
  people: readonly GroupMember[],
): Promise<GroupState['waits'][string]> {
  const sum = await sumOf(deps, people);
  return before?.sum === sum ? before : { sum, at: deps.now() };
}

/** The version that it makes; undefined where everything is as before. */
async function putInForce(
  { organisationVersions: versions, now }: GroupDeps,
  { file, standing, organisation: before }: InForceNow,
  { looked, groups, isProtecting }: JudgedGroups,
): Promise<number | 'conflict' | undefined> {
  const changed = looked.filter(({ found }) => found === 'changed');
  if (changed.length === 0 && !isProtecting && sizeOf(groups) === sizeOf(standing.groups ?? [])) return undefined;
  const { hash, known } = standing;
  // Whom a group names now may be another one than whom a change took the place of.
  const { kept: changes, newlyAsked, organisation } = rebase(withGroups(file, groups), standing.changes);
  const [number, at] = [standing.number + 1, now()];
  const about = changed.slice(0, MOST_ABOUT).map(({ post }) => `post.${post}`);
  const what = { what: 'groups', by: 'graph', ...(about.length > 0 && { about: about.join(' ') }) } as const;
  const passed = passedPosts(createDirectory(before), createDirectory(organisation));
  const after = { number, hash, at, known, changes, groups };
  const put = await versions.put(after, standing, {
    event: { version: number, at, ...what },
    ...{ passed, asks: newlyAsked.length > 0 },
  });
  return put === 'put' ? number : 'conflict';
}

/** How many are known, and of those how many have been read. */
const sizeOf = (groups: readonly HeldGroup[]): string =>
  `${groups.length} ${groups.filter(({ unread }) => !unread).length}`;

/** The addresses of those whose personal data are protected, as any source says. Three round trips for each few. */
async function protectedAmong(deps: ProtectedDeps, people: readonly GroupMember[]): Promise<ReadonlySet<string>> {
  const emails = [...new Set(people.map(({ email }) => email))];
  const found = new Set<string>();
  for (let from = 0; from < emails.length; from += ASKED_AT_ONCE) {
    const some = emails.slice(from, from + ASKED_AT_ONCE);
    const answers = await Promise.all(some.map((email) => isProtected(deps, email)));
    for (const [at, email] of some.entries()) if (answers[at]) found.add(email);
  }
  return found;
}

function withoutProtected(read: GroupRead, unnamed: ReadonlySet<string>): GroupRead {
  if (!read.ok) return read;
  const people = read.people.filter(({ email }) => !unnamed.has(email));
  return { ...read, people, leftOut: read.leftOut + read.people.length - people.length };
}

/** Each group once, however many posts it says. */
async function readAll(
  rules: readonly GroupRule[],
  read: (group: string) => Promise<GroupRead>,
): Promise<ReadonlyMap<string, GroupRead>> {
  const groups = [...new Set(rules.map(({ group }) => group))];
  const found = new Map<string, GroupRead>();
  for (let from = 0; from < groups.length; from += AT_ONCE) {
    const some = groups.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map(read));
    for (const [at, group] of some.entries()) {
      const answer = answers[at];
      if (answer) found.set(group, answer);
    }
  }
  return found;
}

function judgedOf(
  rule: GroupRule,
  said: GroupRead,
  { was, names }: { was: readonly GroupMember[]; names: number | undefined },
): LookedAtGroup {
  const is = (found: GroupFound, more: Partial<LookedAtGroup> = {}): LookedAtGroup => ({
    ...{ post: postCode(rule), group: rule.group, found, people: was, come: [], gone: [], leftOut: 0 },
    ...more,
  });
  if (names === undefined) return is('noPlace');
  if (names > 0) return is('named');
  if (!said.ok) return is('unreadable', { why: said.why });
  // What no file could say of somebody is left out, as a member who can have no post.
  const people = said.people.filter(({ name, email }) => contact.safeParse({ name, email, title: rule.title }).success);
  const leftOut = said.leftOut + said.people.length - people.length;
  if (people.length > (rule.post === 'managers' ? MOST_MANAGERS : MOST_IN_POST))
    return is('tooMany', { why: `${people.length} are in it` });
  const without = (some: readonly GroupMember[], others: readonly GroupMember[]) =>
    some.filter(({ email }) => !others.some((one) => one.email === email));
  const found = groupSays(was, people);
  if (found === 'empty') return is(found, { leftOut });
  return is(found, { people, come: without(people, was), gone: without(was, people), leftOut });
}

/** What is wrong with posts, in a word for each. */
export const faultsIn = (looked: readonly LookedAtGroup[]): Record<string, string> =>
  Object.fromEntries(looked.flatMap(({ post, found }) => (isFault(found) ? [[post, found]] : [])));

const isFault = (found: GroupFound): boolean => !['same', 'changed', 'named'].includes(found);

/** By which an answer is known again; nobody can be told from it. */
async function sumOf({ marks }: Pick<Deps, 'marks'>, people: readonly GroupMember[]): Promise<string> {
  const each = await marks.of({ emails: people.map(({ email }) => email) });
  return createHash('sha256').update(each.join(' ')).digest('base64url').slice(0, 16);
}
