import { inDepartment } from '../../../domain/organisation/place.js';
import type { Deps } from '../../deps.js';

/** Somebody who may be given the bot: as the organisation names them, or as a source does. */
export type Candidate = { email: string; away?: true } | { objectId: string; away?: true };

type DirectoryDeps = Pick<Deps, 'directory'>;

/** Who leads, stands in or manages, in all departments or in these, each once: by whom ideas are answered. */
export function postHolders({ directory }: DirectoryDeps, departments: readonly string[] = []): Candidate[] {
  const chosen = directory().departments.filter(({ code }) => departments.length === 0 || departments.includes(code));
  const places = chosen.flatMap((department) => [department, ...department.units]);
  const held = places.flatMap(({ leaders, deputies, managers }) => [...leaders, ...deputies, ...managers]);
  return [...new Set(held.map(({ email }) => email))].map((email) => ({ email }));
}

/** The innovation office, or who does what it does. */
export const officeHolders = ({ directory }: DirectoryDeps): Candidate[] =>
  directory().office.map(({ email }) => ({ email }));

/**
 * Everybody whom the sources know, in all departments or in these: a thousand at a time, and nobody with protected personal data,
 * of whom no source's row says who they are. Whoever two sources know comes twice.
 */
export async function* everybodyKnown(
  { staff, settings, sourcePlaces }: Pick<Deps, 'staff' | 'settings' | 'sourcePlaces'>,
  departments: readonly string[] = [],
): AsyncGenerator<Candidate> {
  // By object id first: of them nobody need be looked up.
  for (const source of ['graph', 'file'] as const) {
    if (!settings().sources?.[source]) continue;
    for await (const page of staff.all(source)) {
      for (const { entry } of page) {
        const { who, away } = entry;
        if (!who || !inDepartment(sourcePlaces().placeOf(entry), departments)) continue;
        yield { ...(source === 'graph' ? { objectId: who } : { email: who }), ...(away && { away }) };
      }
    }
  }
}
