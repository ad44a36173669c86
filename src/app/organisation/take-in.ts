import { createDirectory } from '../../domain/organisation/directory.js';
import type { Organisation } from '../../domain/organisation/organisation.js';
import {
  type OrganisationFault,
  type ParsedOrganisation,
  parseOrganisation,
} from '../../domain/organisation/organisation-file.js';
import { aboutOf } from '../../domain/organisation/overlay/change.js';
import { movedUnits } from '../../domain/organisation/overlay/moved-units.js';
import { rebase } from '../../domain/organisation/overlay/overlay.js';
import { passedPosts } from '../../domain/organisation/overlay/passed-posts.js';
import { heldFirst, withGroups } from '../../domain/organisation/sources/group-posts.js';
import type { Instant } from '../../domain/time.js';
import type { OrganisationVersionStore, StoredVersion } from '../../store/organisation/versions.js';

/** A file that could be read, and by what it is known. */
export interface OrganisationFile {
  raw: unknown;
  hash: string;
  text: string;
}

export type TakenIn =
  /** It is in force now. */
  /** `lost`: of what changes were that were made beside the file before and mean nothing any more. */
  | { kind: 'taken'; version: number; lost: string[] }
  /** It was in force already. */
  | { kind: 'inForce'; version: number }
  /** It has been in force before, and another one has taken its place since. */
  | { kind: 'known'; version: number }
  /** Nothing has changed. */
  | { kind: 'refused'; faults: readonly [OrganisationFault, ...OrganisationFault[]] };

interface TakeInDeps {
  versions: OrganisationVersionStore;
  /** Of the municipality to which everything stored belongs. */
  code: string;
  now: () => Instant;
}

/** The organisation that a file describes, for this municipality. */
export function parseFor(code: string, raw: unknown): ParsedOrganisation {
  const parsed = parseOrganisation(raw);
  if (!parsed.ok || parsed.organisation.municipality.code === code) return parsed;
  const message = `All that is stored belongs to "${code}", which never changes: write "code": "${code}" here.`;
  return { ok: false, faults: [{ path: 'municipality.code', message }] };
}

/**
 * Makes a file the organisation that is in force, whole or not at all, for all instances. One that has been in force before is
 * left alone, so that two disks with different files do not take turns; `again`: not where somebody has put it there again.
 */
export async function takeIn(
  { versions, code, now }: TakeInDeps,
  file: OrganisationFile,
  { what = 'file', again = false }: { what?: 'file' | 'applied'; again?: boolean } = {},
): Promise<TakenIn> {
  const parsed = parseFor(code, file.raw);
  if (!parsed.ok) return { kind: 'refused', faults: parsed.faults };
  for (;;) {
    const standing = await versions.inForce();
    if (standing?.hash === file.hash) {
      await versions.forgetFaults();
      return { kind: 'inForce', version: standing.number };
    }
    if (!again && standing?.known.includes(file.hash)) return { kind: 'known', version: standing.number };
    const at = now();
    // Before the version names it, so that no instance ever reads half of it.
    await versions.keep(file.hash, file.text, at);
    const version = (standing?.number ?? 0) + 1;
    const known = knownAfter(standing, file.hash);
    const event = { version, at, what, hash: file.hash } as const;
    const before = standing && (await stoodBefore(versions, code, standing));
    // Until the next look.
    const groups = heldFirst(parsed.organisation, standing?.groups ?? [], before ?? []);
    const whole = withGroups(parsed.organisation, groups);
    const { kept, newlyAsked, lost, organisation } = rebase(whole, standing?.changes ?? []);
    const after = { number: version, hash: file.hash, at, known, changes: kept, groups };
    // Whom it gives a post that they did not have in the one that stands, and the other way about.
    const [was] = before ?? [];
    const of = was && ([createDirectory(was), createDirectory(organisation)] as const);
    const told = of ? { passed: passedPosts(...of), moved: movedUnits(...of) } : {};
    if ((await versions.put(after, standing, { event, ...told, asks: newlyAsked.length > 0 })) !== 'put') continue;
    await versions.forgetFaults();
    return { kind: 'taken', version, lost: lost.map(({ change }) => aboutOf(change)) };
  }
}

/** The organisation that stands, and as it is without what has been changed beside the file; none where this release cannot read it. */
async function stoodBefore(
  versions: OrganisationVersionStore,
  code: string,
  { hash, groups = [], changes }: StoredVersion,
): Promise<Organisation[]> {
  const text = await versions.file(hash);
  const parsed = text === undefined ? undefined : parseFor(code, JSON.parse(text));
  if (!parsed?.ok) return [];
  const base = withGroups(parsed.organisation, groups);
  return [rebase(base, changes).organisation, base];
}

const knownAfter = (standing: StoredVersion | undefined, hash: string): string[] => [
  ...(standing?.known ?? []).filter((one) => one !== hash),
  hash,
];
