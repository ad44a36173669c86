import { calledSo } from '../../domain/organisation/department-terms.js';
import { createDirectory, type Directory } from '../../domain/organisation/directory.js';
import type { Organisation } from '../../domain/organisation/organisation.js';
import { newlyThin, thinChains } from '../../domain/organisation/organisation-rules.js';
import { type OverlayRefusal, placeOf } from '../../domain/organisation/overlay/apply.js';
import { aboutOf, type OverlayChange, type PostList } from '../../domain/organisation/overlay/change.js';
import { movedUnits } from '../../domain/organisation/overlay/moved-units.js';
import { rebase } from '../../domain/organisation/overlay/overlay.js';
import { passedPosts } from '../../domain/organisation/overlay/passed-posts.js';
import { withChange } from '../../domain/organisation/overlay/with-change.js';
import { isOfGroup, partOfGroups } from '../../domain/organisation/sources/group-posts.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { Proposal } from '../../store/organisation/proposals.js';
import type { StoredChange } from '../../store/organisation/versions.js';
import type { Deps } from '../deps.js';
import { type OfVersion, readInForce } from './in-force.js';

/** Why the organisation stays as it is. */
export type ChangeRefusal =
  | OverlayRefusal['code']
  /** So many changes stand beside the file that it has to be made anew first. */
  | 'tooMany'
  /** Fewer than two people could then decide, where there were two. */
  | 'thin'
  /** Who makes it may not, by the organisation that is in force. */
  | 'notAllowed'
  /** Nothing is in force that could be changed, or it cannot be read by this release. */
  | 'notInForce'
  /** A word by which a department is to be found is what another one is called. */
  | 'aliasTaken'
  /** Who has the post a group says: it is changed there. */
  | 'fromGroup'
  /** There is no such question any more. */
  | 'notAsked';

/** Who changes something, by reference, by which press, and why in a word. */
export interface ChangeBy {
  by: string;
  idempotencyKey: string;
  why: string;
  /** Whether they may, judged by the organisation that is in force when it is made. */
  may?: (directory: Directory) => boolean;
  /** The proposal that it ends, as long as it stands: asked anew at each try. */
  answers?: () => Promise<Proposal | undefined>;
}

type ChangeDeps = Pick<Deps, 'organisationVersions' | 'settings' | 'now' | 'organisationChanged'>;

/**
 * Changes one value beside the file, for all instances: also this one, when it settles. Several are made together or not at all, and told of by the
 * first. The same press twice is one change. Five round trips or so.
 */
export const changeOrganisation = (
  deps: ChangeDeps,
  change: OverlayChange | readonly [OverlayChange, ...OverlayChange[]],
  made: ChangeBy,
): Promise<Result<Organisation, ChangeRefusal>> => {
  const changes = 'kind' in change ? ([change] as const) : change;
  const what = { what: 'changed', about: aboutOf(changes[0]), change: made.idempotencyKey } as const;
  return inNextVersion(deps, what, made, (inForce, at) => {
    if (changes.some((one) => isGroups(inForce, one))) return refuse('fromGroup');
    let { changes: entries, organisation }: { changes: readonly StoredChange[]; organisation: Organisation } = {
      ...{ changes: inForce.standing.changes, organisation: inForce.organisation },
    };
    for (const [nth, one] of changes.entries()) {
      if (takesName(organisation, one)) return refuse('aliasTaken');
      const id = nth === 0 ? made.idempotencyKey : `${made.idempotencyKey}.${nth}`;
      const after = withChange(inForce.base, entries, { id, change: one, at, by: made.by });
      if (!after.ok) return refuse(after.refusal.code);
      ({ entries, organisation } = after.value);
    }
    return accept({ entries: [...entries], organisation });
  });
};

/** The organisation as a change would make it now, or why it could not be made. Two round trips. */
export async function withChangeNow(
  deps: Pick<ChangeDeps, 'organisationVersions' | 'settings' | 'now'>,
  change: OverlayChange,
  { by, idempotencyKey: id }: Pick<ChangeBy, 'by' | 'idempotencyKey'>,
): Promise<Result<Organisation, ChangeRefusal>> {
  const inForce = await readInForce(deps.organisationVersions, deps.settings().municipality.code);
  if (!inForce?.ok) return refuse('notInForce');
  if (isGroups(inForce, change)) return refuse('fromGroup');
  if (takesName(inForce.organisation, change)) return refuse('aliasTaken');
  const after = withChange(inForce.base, inForce.standing.changes, { id, change, at: deps.now(), by });
  if (!after.ok) return refuse(after.refusal.code);
  const { organisation } = after.value;
  return isThinner(inForce.organisation, organisation) ? refuse('thin') : accept(organisation);
}

/** Why a change could not be made now; undefined where it could. Two round trips. */
export async function whyNot(
  deps: Pick<ChangeDeps, 'organisationVersions' | 'settings' | 'now'>,
  change: OverlayChange,
  by: Pick<ChangeBy, 'by' | 'idempotencyKey'>,
): Promise<ChangeRefusal | undefined> {
  const made = await withChangeNow(deps, change, by);
  return made.ok ? undefined : made.refusal;
}

/** Whether groups say who has a post of a department: all of it or some. No request where none says any post, else two round trips. */
export async function partFromGroups(
  deps: Pick<ChangeDeps, 'organisationVersions' | 'settings'>,
  department: string,
  post: PostList,
): Promise<'all' | 'some' | undefined> {
  const { municipality, sources } = deps.settings();
  if ((sources?.graph?.posts ?? []).length === 0) return undefined;
  const inForce = await readInForce(deps.organisationVersions, municipality.code);
  const found = inForce?.ok ? inForce.organisation.departments.find(({ code }) => code === department) : undefined;
  if (!inForce?.ok || !found) return undefined;
  return partOfGroups(inForce.file, inForce.standing.groups ?? [], found, post);
}

/** Whether a change is of a post whose people a group says. */
const isGroups = ({ file, standing }: InForce, change: OverlayChange): boolean =>
  change.kind === 'post' && isOfGroup(file, standing.groups ?? [], change);

/** Whether a change gives a department a word or a name that is what another is called. What it had before it may keep. */
function takesName(organisation: Organisation, change: OverlayChange): boolean {
  if (change.kind === 'split') {
    // A unit that leaves may give the new one its name.
    const departments = organisation.departments.map((one) => ({
      ...one,
      units: one.units.filter(({ code }) => one.code !== change.department || !change.units.includes(code)),
    }));
    const words = Object.values(change.created?.name ?? {});
    return words.some((word) => calledSo({ departments }, word).length > 0);
  }
  if (change.kind !== 'aliases' && change.kind !== 'name') return false;
  const { department, unit } = change;
  const place = placeOf(organisation, { department, ...(unit !== undefined && { unit }) });
  const had = new Set([...(place?.aliases ?? []), ...Object.values(place?.name ?? {})]);
  const come = Object.values(change.now).filter((word) => !had.has(word));
  return come.some((word) => calledSo(organisation, word).some((code) => code !== department));
}

/**
 * The office says which counts where a file and a change beside it name different values: the change goes on counting, as one of
 * what the file says now, or it goes.
 */
export const answerAsked = (
  deps: ChangeDeps,
  { id, keep }: { id: string; keep: boolean },
  made: ChangeBy,
): Promise<Result<Organisation, ChangeRefusal>> =>
  inNextVersion(deps, { what: 'answered', change: id }, made, ({ base, standing }) => {
    const entry = standing.changes.find((one) => one.id === id && one.asked);
    if (!entry) return refuse('notAsked');
    const others = standing.changes.filter((one) => one !== entry);
    const without = rebase(base, others);
    const left = { entries: without.kept, organisation: without.organisation };
    if (!keep) return accept(left);
    const { asked: _, ...answered } = entry;
    const after = withChange(base, without.kept, { ...answered, change: ofFile(entry.change) });
    // The file says it too by now.
    if (!after.ok && after.refusal.code === 'isHolder') return accept(left);
    return after.ok ? accept(after.value) : refuse(after.refusal.code);
  });

/** A change that begins at what the file says now. Whoever left a post has left it there too. */
function ofFile(change: OverlayChange): OverlayChange {
  if (change.kind !== 'post' || change.out?.email === change.in?.email) return change;
  const { out: _, ...comes } = change;
  return comes;
}

const isThinner = (before: Organisation, after: Organisation): boolean =>
  newlyThin(thinChains(before), thinChains(after)).length > 0;

type InForce = Extract<OfVersion, { ok: true }>;
type Made = { entries: StoredChange[]; organisation: Organisation };

async function inNextVersion(
  deps: ChangeDeps,
  what: { what: 'changed' | 'answered'; about?: string; change: string },
  { by, idempotencyKey, why, may = () => true, answers }: ChangeBy,
  make: (inForce: InForce, at: string) => Result<Made, ChangeRefusal>,
): Promise<Result<Organisation, ChangeRefusal>> {
  const { organisationVersions: versions } = deps;
  const { code } = deps.settings().municipality;
  for (;;) {
    const inForce = await readInForce(versions, code);
    if (!inForce?.ok) return refuse('notInForce');
    const at = deps.now();
    const { standing, organisation: before } = inForce;
    const was = createDirectory(before);
    const proposal = await answers?.();
    const isOver = answers !== undefined && !proposal;
    const made = isOver ? refuse('notAsked' as const) : may(was) ? make(inForce, at) : refuse('notAllowed' as const);
    if (!made.ok || isThinner(before, made.value.organisation)) {
      // What this press has done may be why it cannot be done again.
      if (await versions.isSpent(idempotencyKey)) return accept(before);
      return made.ok ? refuse('thin') : made;
    }
    const number = standing.number + 1;
    const { hash, known, groups = [] } = standing;
    const after = { number, hash, at, known, groups, changes: made.value.entries };
    const event = { ...what, version: number, at, by, why };
    const is = createDirectory(made.value.organisation);
    const put = await versions.put(after, standing, {
      ...{ event, idempotencyKey, passed: passedPosts(was, is), moved: movedUnits(was, is) },
      ...(proposal && { answers: { proposal, end: { what: 'yes', at, answeredBy: by } } }),
    });
    if (put === 'conflict') continue;
    await deps.organisationChanged();
    return accept(put === 'put' ? made.value.organisation : before);
  }
}
