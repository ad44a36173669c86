import type { TakenAs } from '../../domain/person/decider.js';
import type { HeldPost } from '../../domain/person/held-posts.js';
import { hasHadPost, heldPosts } from '../../domain/person/held-posts.js';
import { nameOf, type Person, type PersonRef } from '../../domain/person/person.js';
import { isRecordKind } from '../../domain/record.js';
import { millisecondsOf } from '../../domain/time.js';
import type { ErasedPerson, Keeping } from '../../store/person/leavers.js';
import type { Deps } from '../deps.js';
import { eraseDrafts } from '../draft/kept-draft.js';
import { forgetHelper } from '../helping/help-offer.js';
import { forgetSaid } from '../person/staff/workplace.js';
import { records } from '../records.js';
import { finishSteps } from '../steps.js';
import { leaveMarks } from './leave-marks.js';

/** So many ideas are left at the same time. */
const TOGETHER = 8;
/** And so many while the person waits for an answer; those of somebody who has more are left in the background. */
const MOST_AT_ONCE = 100;
/**
 * For so long, in milliseconds, it is looked again whether anything of theirs has been written: a message that was on its
 * way, or a press in another instance that still remembered them. Longer than either may take.
 */
const LOOKED_AFTER_MS = 5 * 60_000;
/** Somebody whose row changes as often as this while they leave is a fault. */
const TRIES = 20;

/**
 * Erases a person. While it is known who they are, their marks are left in their open ideas, on which they must not decide
 * should they come back. Then and in one transaction goes all that says who they are: name, addresses, identity, where they can
 * be written to, what they have chosen. From then on they are nobody, and whoever comes with their identity is new. Then
 * goes what is left of their reference; `finishLeaving` does what this does not get to. True when all is gone.
 */
export async function erasePerson(deps: Deps, { ref }: Pick<Person, 'ref'>): Promise<boolean> {
  // Whose idea is just becoming a part of another one leaves their marks in that one. What fails the clock's work tells of.
  await finishSteps(deps, { failed: () => undefined });
  const known = (await deps.people.byRef(ref))?.person;
  const marks = known ? await leaveMarks(deps, known) : [];
  // As long as it is known who they are. It comes back with the next look at a source that still names them.
  if (known) await forgetSaid(deps, known);
  for (
    let attempt = 0;
    !(await deps.people.leave(ref, deps.now(), (person) => keptOf(deps, person), marks));
    attempt++
  ) {
    if (attempt >= TRIES) throw new Error(`Person ${ref} changed ${TRIES} times while they left`);
  }
  // Noted at once; where that fails, before the last that tells of them is gone.
  await noteErased(deps, ref).catch(() => undefined);
  // Of whoever installed the bot again it may still be asked who they are now.
  if (known?.identity) await deps.newcomers.leave(known.identity);
  let done = true;
  for (const one of known ? [known.ref, ...(known.also ?? [])] : [ref]) {
    if (!(await eraseTraces(deps, one, marks, MOST_AT_ONCE))) done = false;
  }
  return done;
}

/**
 * Goes on with somebody who has left: a turn that died half-way, somebody with a part in very many ideas, what was written
 * for them meanwhile. True when nothing is left and nothing more can come: then their reference is forgotten too.
 */
export async function finishLeaving(deps: Deps, leaving: ErasedPerson, stopping?: AbortSignal): Promise<boolean> {
  const { ref, since, marks } = leaving;
  const done = await eraseTraces(deps, ref, marks, Number.POSITIVE_INFINITY, stopping);
  // What others take out may have been made while it was known who they are.
  await deps.exports.outdate(since);
  if (!done || millisecondsOf(deps.now()) - millisecondsOf(since) < LOOKED_AFTER_MS) return false;
  // Words go after the name.
  if (deps.settings().retention.words === 'erase') await deps.exports.outdate(deps.now());
  await noteErased(deps, ref);
  await deps.people.gone(ref);
  return true;
}

/** That they must not come back with a backup. */
const noteErased = ({ tombstones, now }: Deps, ref: PersonRef): Promise<void> =>
  tombstones.add({ kind: 'person', ref, at: now() });

/** Name and posts of whoever may have decided something, unless a decision allows their removal, or nobody else may see their name. */
function keptOf(deps: Deps, person: Person): Keeping | undefined {
  const directory = deps.directory();
  const name = nameOf(person);
  if (deps.settings().retention.deciders?.names === 'remove' || !hasHadPost(person, directory)) return undefined;
  return name === undefined ? undefined : { name, held: heldPosts(person, directory).map(postOnly) };
}

const postOnly = (post: HeldPost): TakenAs => ({
  role: post.role,
  place: post.place,
  ...('department' in post && { department: post.department }),
});

/** Everything of a reference that its traces lead to, of so many records at most; true when there are no more. */
async function eraseTraces(
  deps: Deps,
  ref: PersonRef,
  marks: readonly string[],
  most: number,
  stopping?: AbortSignal,
): Promise<boolean> {
  const traced = await deps.traces.of(ref);
  // Those of a kind that only a newer version knows are left for that one, and the person with them.
  const found = traced.filter(({ record }) => isRecordKind(record));
  const isAll = found.length === traced.length && found.length <= most;
  for (let from = 0; from < Math.min(found.length, most); from += TOGETHER) {
    if (stopping?.aborted) return false;
    const some = found.slice(from, Math.min(from + TOGETHER, most));
    await Promise.all(some.map(({ record, id }) => records[record].leave(deps, ref, id, marks)));
  }
  if (isAll) await deps.people.settled(ref);
  await removeDataFile(deps, ref);
  await eraseDrafts(deps, ref);
  await deps.met.removeAllOf(ref);
  await deps.listeners.removeAllOf(ref);
  await forgetHelper(deps, ref);
  // After the records, so that a card that one of them was owed goes too.
  await deps.deliveries.removeAllOf(ref);
  return isAll;
}

/** A file that is being made or offered just now is written meanwhile, a few times at most; what is left goes with the next try. */
async function removeDataFile({ dataFiles, exports }: Deps, ref: PersonRef): Promise<void> {
  for (const files of [dataFiles, exports]) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const file = await files.of(ref);
      if (!file) break;
      await files.remove(file);
    }
  }
}
