import type { Place } from '../place.js';
import type { SourcePlaces } from './source-places.js';
import { type SourceName, type StaffEntry, sourceNames } from './staff.js';

/** What each source says of one person. */
export type FoundStaff = { readonly [S in SourceName]?: StaffEntry };

/** What is known of somebody by the sources together. */
export interface Workplace {
  /** Absent where no source says it, where nobody knows what it means, and of somebody with protected personal data. */
  place?: Place;
  away: boolean;
  protected: boolean;
}

/**
 * Where somebody works by all sources: the file goes before Graph, and so do the posts that the organisation file gives them
 * (`posts`), of which Graph may then say the unit. Who is protected in one of them is so. Leaders are never told from it.
 */
export function workplaceOf(found: FoundStaff, places: SourcePlaces, posts: readonly Place[] = []): Workplace {
  const said = sourceNames.flatMap((source) => found[source] ?? []);
  const isProtected = said.some((entry) => entry.protected);
  const place = isProtected ? undefined : placeOf(found, places, posts);
  return { ...(place && { place }), away: said.some(({ away }) => away), protected: isProtected };
}

function placeOf({ file, graph }: FoundStaff, places: SourcePlaces, posts: readonly Place[]): Place | undefined {
  const byFile = file && places.placeOf(file);
  if (byFile) return byFile;
  const byGraph = graph && places.placeOf(graph);
  const [post] = posts;
  if (!byGraph || !post) return byGraph;
  return posts.some(({ department }) => department === byGraph.department) ? byGraph : post;
}
