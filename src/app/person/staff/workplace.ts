import type { Place } from '../../../domain/organisation/place.js';
import { type FoundStaff, type Workplace, workplaceOf } from '../../../domain/organisation/sources/workplace.js';
import { listPosts, postsOf } from '../../../domain/person/posts.js';
import type { Marked } from '../../../store/person/marks.js';
import type { Deps } from '../../deps.js';

export type StaffDeps = Pick<Deps, 'staff' | 'marks' | 'settings' | 'directory' | 'sourcePlaces'>;

/** Whether any source says who works where. */
export const hasSources = ({ settings }: Pick<Deps, 'settings'>): boolean => {
  const { file, graph } = settings().sources ?? {};
  return file !== undefined || graph !== undefined;
};

/** What each source says of somebody. One round trip's time, none without sources. */
export async function saidOf(deps: Pick<Deps, 'staff' | 'marks' | 'settings'>, who: Marked): Promise<FoundStaff> {
  if (!hasSources(deps)) return {};
  const { file, graph } = await deps.staff.ofAny(await deps.marks.of(who));
  return { ...(file && { file: file.entry }), ...(graph && { graph: graph.entry }) };
}

/** Nothing that sources say of somebody is left. Two round trips' time, none without sources. */
export async function forgetSaid(deps: Pick<Deps, 'staff' | 'marks' | 'settings'>, who: Marked): Promise<void> {
  if (hasSources(deps)) await deps.staff.forget(await deps.marks.of(who));
}

/** What sources say of somebody; undefined where none does, also because there are no sources. One round trip's time, none without sources. */
export async function workplaceNow(deps: StaffDeps, who: Marked): Promise<Workplace | undefined> {
  const found = await saidOf(deps, who);
  if (!found.file && !found.graph) return undefined;
  return workplaceOf(found, deps.sourcePlaces(), postPlaces(deps, who.emails));
}

/** Where the organisation file gives somebody posts. */
function postPlaces({ directory }: Pick<Deps, 'directory'>, emails: readonly string[]): Place[] {
  const posts = listPosts(postsOf(emails, directory()));
  return posts.flatMap((post) =>
    'department' in post
      ? [{ department: post.department, ...('unit' in post && post.unit && { unit: post.unit }) }]
      : [],
  );
}
