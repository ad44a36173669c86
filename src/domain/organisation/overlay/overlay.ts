import type { Contact, Organisation } from '../organisation-schema.js';
import { applyChange, changedBy, describable, placeOf } from './apply.js';
import { isReshaping, type MergeChange, type NameRuleChange, type OverlayChange, type PostChange } from './change.js';
import { standingMerge } from './merge.js';
import { hasPlace, ruleOf } from './name-rules.js';
import { standingSplit } from './split.js';

/** A change with what is known of it. */
export interface OverlayEntry {
  /** By which it is named; minted where it was made. */
  id: string;
  change: OverlayChange;
  /** The file has changed the same value since, to something else: the office is asked which of them counts. Until then this does. */
  asked?: true;
}

/** What a file makes of the changes that were made beside the one before it. */
export interface Rebased<E extends OverlayEntry> {
  /** They go on counting, in their order. */
  kept: E[];
  /** Of those: the file says something else now, which it did not when they were looked at last. */
  newlyAsked: E[];
  /** The file says the same now, so that nothing is left of them. */
  folded: E[];
  /** What they changed is gone, or no file could say what would come of them. */
  lost: E[];
  /** The file with those that are kept. */
  organisation: Organisation;
}

/**
 * The organisation that a file and the changes beside it are together, and what becomes of each change. Whatever the file says, the
 * outcome is an organisation that a file could describe.
 */
export function rebase<E extends OverlayEntry>(base: Organisation, entries: readonly E[]): Rebased<E> {
  return rebased(base, entries, false) ?? rebased(base, entries, true) ?? nothingKept(base, entries);
}

const nothingKept = <E extends OverlayEntry>(base: Organisation, entries: readonly E[]): Rebased<E> => ({
  ...{ kept: [], newlyAsked: [], folded: [], lost: [...entries], organisation: base },
});

/** `each`: asks of each change whether a file could describe what comes of it, which takes long in a large organisation; else of all together. */
function rebased<E extends OverlayEntry>(
  base: Organisation,
  entries: readonly E[],
  each: boolean,
): Rebased<E> | undefined {
  const found: Rebased<E> = { kept: [], newlyAsked: [], folded: [], lost: [], organisation: base };
  for (const [at, entry] of entries.entries()) {
    const stands = isTakenAlong(found.organisation, entry.change, entries.slice(at + 1))
      ? 'folded'
      : standing(found.organisation, entry.change);
    if (stands === 'folded') {
      found.folded.push(entry);
      continue;
    }
    const asked = stands === 'asked';
    const after = each
      ? applyChange(found.organisation, entry.change, { asked })
      : changedBy(found.organisation, entry.change, asked);
    if (stands === 'gone' || !after.ok) {
      found.lost.push(entry);
      continue;
    }
    const { asked: before, ...unasked } = entry;
    const kept = (asked ? { ...unasked, asked: true } : unasked) as E;
    found.kept.push(kept);
    if (asked && !before) found.newlyAsked.push(kept);
    found.organisation = after.value;
  }
  if (each || found.kept.length === 0) return found;
  const valid = describable(found.organisation);
  return valid.ok ? { ...found, organisation: valid.value } : undefined;
}

type FileSays = 'stands' | 'asked' | 'folded' | 'gone';

/** What a file has made of a change: it says what the change took the place of, or what it made of it, or something else. */
function standing(organisation: Organisation, change: OverlayChange): FileSays {
  if (change.kind === 'sourcePlace') return ofRule(organisation, change);
  if (change.kind === 'merge') return standingMerge(organisation, change);
  if (change.kind === 'split') return standingSplit(organisation, change);
  const place = placeOf(organisation, change);
  if (!place) return 'gone';
  switch (change.kind) {
    case 'aliases':
      return between(place.aliases, change.was, change.now, sameWords);
    case 'name':
      return between(place.name, change.was, change.now, sameName);
    case 'post':
      return ofPost(place[change.post], change);
  }
}

function ofRule(organisation: Organisation, { name, was, now }: NameRuleChange): FileSays {
  if (now !== null && !hasPlace(organisation, now)) {
    // Its unit is another department's by now, and the file says so of the name as well.
    const said = ruleOf(organisation, name)?.split('.')[1];
    return said !== undefined && said === now.split('.')[1] ? 'folded' : 'gone';
  }
  return between<string | null | undefined>(ruleOf(organisation, name), was, now, Object.is);
}

function between<T>(value: T, was: T, now: T, same: (one: T, other: T) => boolean): FileSays {
  if (same(value, now)) return 'folded';
  return same(value, was) ? 'stands' : 'asked';
}

function ofPost(holders: readonly Contact[], { out, in: comes }: PostChange): FileSays {
  const [leaver, comer] = [out, comes].map((one) => holders.find(({ email }) => email === one?.email));
  if (!out) return comer ? 'folded' : 'stands';
  if (!comes) return leaver ? 'stands' : 'folded';
  // What is said of somebody, who stays.
  if (out.email === comes.email) return leaver ? between(leaver, out, comes, sameContact) : 'gone';
  if (leaver) return comer ? 'asked' : 'stands';
  return comer ? 'folded' : 'asked';
}

/**
 * Whether a file that has two departments as one has what was changed in either of them before that: what was changed in the one that is
 * gone, a word that has come or gone among others, and who had left a post to which the other one's people have come.
 */
function isTakenAlong(organisation: Organisation, change: OverlayChange, since: readonly OverlayEntry[]): boolean {
  if (change.kind === 'sourcePlace' || isReshaping(change)) return false;
  const left = (one: OverlayChange) =>
    one.kind === 'split' && one.department === change.department && one.units.includes(change.unit ?? '');
  const splits = since.flatMap(({ change: one }) => (one.kind === 'split' && left(one) ? [one] : []));
  if (splits.some((one) => standingSplit(organisation, one) === 'folded') && !placeOf(organisation, change))
    return true;
  const of = (merge: OverlayChange): merge is MergeChange =>
    merge.kind === 'merge' && [merge.department, merge.into].includes(change.department);
  const merges = since.map((later) => later.change).filter(of);
  const folded = merges.filter((merge) => standingMerge(organisation, merge) === 'folded');
  if (folded.length === 0) return false;
  const place = placeOf(organisation, change);
  if (!place) return true;
  if (change.kind === 'aliases') {
    const [come, gone] = [without(change.now, change.was), without(change.was, change.now)];
    return come.every((word) => place.aliases.includes(word)) && !gone.some((word) => place.aliases.includes(word));
  }
  if (change.kind !== 'post' || !change.out || change.out.email === change.in?.email) return false;
  const has = (contact: Contact) => place[change.post].some(({ email }) => email === contact.email);
  return folded.some(({ people }) => people) && (!change.in || has(change.in));
}

const without = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((word) => !others.includes(word));

export const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at]);
export const sameName = (one: NameByLanguage, other: NameByLanguage): boolean =>
  Object.keys({ ...one, ...other }).every((language) => one[language] === other[language]);
export const sameContact = (one: Contact, other: Contact): boolean =>
  one.name === other.name && one.title === other.title && one.email === other.email;
type NameByLanguage = Readonly<Record<string, string>>;
