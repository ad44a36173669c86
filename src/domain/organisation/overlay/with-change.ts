import { accept, type Result, refuse } from '../../result.js';
import type { Organisation } from '../organisation-schema.js';
import { applyChange, type OverlayRefusal, placeOf } from './apply.js';
import { isReshaping, type OverlayChange } from './change.js';
import { ruleOf } from './name-rules.js';
import { type OverlayEntry, rebase, sameContact, sameName, sameWords } from './overlay.js';

/** So many changes may stand beside the file: before that it is time to fold them into it. */
export const MOST_CHANGES = 300;

/** The changes with one more, and what they and the file are together. */
export interface WithOneMore<E extends OverlayEntry> {
  entries: E[];
  organisation: Organisation;
}

/**
 * Makes one change more, beside the file and the changes that there are; or says why it cannot be made. A value has one change,
 * which names what the file says of it, and none when it is again what the file says.
 */
export function withChange<E extends OverlayEntry>(
  base: Organisation,
  entries: readonly E[],
  entry: E,
): Result<WithOneMore<E>, OverlayRefusal | { code: 'tooMany' }> {
  const before = rebase(base, entries);
  const after = applyChange(before.organisation, entry.change);
  if (!after.ok) return after;
  const named = { ...entry, change: withWhatIsThere(before.organisation, entry.change) };
  const short = append(before.kept, named);
  // People who go round in a post: what is one change in the end may not begin at what the file says.
  const whole = holds(base, short) ? short : [...before.kept, named];
  const { kept, organisation } = rebase(base, whole);
  if (kept.length > MOST_CHANGES) return refuse({ code: 'tooMany' });
  return accept({ entries: kept, organisation });
}

/** A change names what it takes the place of as it is, whatever whoever makes it has seen. */
function withWhatIsThere(organisation: Organisation, change: OverlayChange): OverlayChange {
  if (change.kind === 'sourcePlace') {
    const { was: _, ...rule } = change;
    const is = ruleOf(organisation, change.name);
    return is === undefined ? rule : { ...rule, was: is };
  }
  if (change.kind === 'merge') {
    const from = organisation.departments.find(({ code }) => code === change.department);
    return from ? { ...change, name: from.name } : change;
  }
  if (change.kind === 'split') return change;
  const place = placeOf(organisation, change);
  if (!place) return change;
  if (change.kind === 'aliases') return { ...change, was: place.aliases };
  if (change.kind === 'name') return { ...change, was: place.name };
  const out = place[change.post].find(({ email }) => email === change.out?.email);
  return { ...change, ...(out && { out }) };
}

/** Whether changes can be made of a file one after the other, as they were made. */
function holds<E extends OverlayEntry>(base: Organisation, entries: readonly E[]): boolean {
  const { kept, newlyAsked } = rebase(base, entries);
  return kept.length === entries.length && newlyAsked.length === 0;
}

/** What the last one of the same value has made is where this one begins: both are one. */
function append<E extends OverlayEntry>(entries: readonly E[], entry: E): E[] {
  // What was changed before departments became one, or two, is of what they were then.
  const since = entries.findLastIndex(({ change }) => isReshaping(change)) + 1;
  const at = entries.findIndex(({ change }, place) => place >= since && goesOnFrom(change, entry.change));
  const before = entries[at];
  if (!before) return [...entries, entry];
  const others = entries.filter((_, one) => one !== at);
  const change = together(before.change, entry.change);
  // Where it stood: what was changed after it may rest on it.
  return change ? entries.map((one, place) => (place === at ? { ...entry, change } : one)) : others;
}

/** Whether a change begins at what another has made. */
function goesOnFrom(before: OverlayChange, after: OverlayChange): boolean {
  if (before.kind === 'sourcePlace' || after.kind === 'sourcePlace')
    return before.kind === 'sourcePlace' && after.kind === 'sourcePlace' && before.name === after.name;
  if (isReshaping(before) || isReshaping(after)) return false;
  if (before.department !== after.department || before.unit !== after.unit) return false;
  if (before.kind !== 'post' || after.kind !== 'post') return before.kind === after.kind;
  if (before.post !== after.post) return false;
  // Somebody has left, and comes back.
  if (!before.in) return !after.out && before.out?.email === after.in?.email;
  return before.in.email === after.out?.email;
}

/** Both as one; undefined where nothing is left of them. */
function together(before: OverlayChange, after: OverlayChange): OverlayChange | undefined {
  if (before.kind === 'aliases' && after.kind === 'aliases')
    return sameWords(before.was, after.now) ? undefined : { ...before, now: after.now };
  if (before.kind === 'name' && after.kind === 'name')
    return sameName(before.was, after.now) ? undefined : { ...before, now: after.now };
  if (before.kind === 'sourcePlace' && after.kind === 'sourcePlace')
    return Object.is(before.was, after.now) ? undefined : { ...before, now: after.now };
  if (before.kind !== 'post' || after.kind !== 'post') return after;
  const { out: _, in: __, ...post } = before;
  const [out, comes] = [before.out, after.in];
  if (!out && !comes) return undefined;
  if (out && comes && sameContact(out, comes)) return undefined;
  return { ...post, ...(out && { out }), ...(comes && { in: comes }) };
}
