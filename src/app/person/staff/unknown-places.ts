import { plain } from '../../../domain/language/spelling.js';
import { sourceNames } from '../../../domain/organisation/sources/staff.js';
import type { Deps } from '../../deps.js';

/** What sources call a place that the organisation does not know, as one of them writes it, and of how many people. */
export interface UnknownPlace {
  name: string;
  people: number;
}

/** All such names, those of most people first; somebody whom both sources name counts for both. A round trip for each thousand people. */
export async function unknownPlaces({
  staff,
  sourcePlaces,
}: Pick<Deps, 'staff' | 'sourcePlaces'>): Promise<UnknownPlace[]> {
  const places = sourcePlaces();
  const found = new Map<string, UnknownPlace>();
  for (const source of sourceNames) {
    for await (const page of staff.all(source)) {
      for (const { entry } of page) {
        const name = places.unknownIn(entry);
        if (name === undefined) continue;
        const key = plain(name);
        const one = found.get(key) ?? { name, people: 0 };
        found.set(key, { name: one.name, people: one.people + 1 });
      }
    }
  }
  return [...found.values()].sort((one, other) => other.people - one.people || (one.name < other.name ? -1 : 1));
}
