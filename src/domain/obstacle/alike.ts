import type { Obstacle } from './obstacle.js';

/** So many of those that resemble one are shown. */
export const MOST_ALIKE = 3;
/** Of the words of the shorter of two, so great a part must stand in the other. */
const LEAST_SHARED = 0.4;

/** Two that say what stands in the way in the same words, whatever their order. `stems`: the words of a line that say something, inflected or not. */
export function alikeTo<O extends Pick<Obstacle, 'id' | 'kind' | 'words'>>(
  one: Pick<Obstacle, 'id' | 'kind' | 'words'>,
  others: readonly O[],
  stems: (line: string) => readonly string[],
): O[] {
  const own = new Set(stems(one.words.line ?? ''));
  if (own.size === 0) return [];
  return others
    .filter(({ id }) => id !== one.id)
    .map((other) => ({ other, likeness: likeness(own, new Set(stems(other.words.line ?? ''))) }))
    .filter(({ likeness }) => likeness >= LEAST_SHARED)
    .map(({ other, likeness }) => ({ other, nearness: likeness + (other.kind === one.kind ? 1 : 0) }))
    .toSorted((a, b) => b.nearness - a.nearness || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, MOST_ALIKE)
    .map(({ other }) => other);
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
}
