import { z } from 'zod';
import { slug } from '../../domain/language/spelling.js';
import { firstLanguage } from '../../domain/languages.js';
import type { Organisation } from '../../domain/organisation/organisation.js';
import { type OrganisationFault, parseOrganisation } from '../../domain/organisation/organisation-file.js';
import type { Instant } from '../../domain/time.js';
import type { OrganisationVersionStore } from '../../store/organisation/versions.js';
import { readInForce } from './in-force.js';
import type { SourceRead } from './organisation-source.js';
import { type TakenIn, takeIn } from './take-in.js';

/** What can be said of a file before anything is asked of storage. */
export type FoundFile =
  | { ok: true; code: string; organisation: Organisation }
  /** `code`: of the municipality, where it can be read among the faults. */
  | { ok: false; code: string | undefined; faults: readonly [OrganisationFault, ...OrganisationFault[]] };

const named = z.object({
  municipality: z.object({
    code: z.string().trim().optional().catch(undefined),
    name: z
      .union([z.string(), z.object({ [firstLanguage]: z.string() }).transform((name) => name[firstLanguage])])
      .catch(''),
  }),
});

/** Reads what stands where the file is looked for. */
export function readFound(found: SourceRead): FoundFile {
  if (found.kind === 'unreadable') return { ok: false, code: undefined, faults: [found.fault] };
  if (found.kind === 'faulty') return { ok: false, code: undefined, faults: found.faults };
  const parsed = parseOrganisation(found.raw);
  if (parsed.ok) return { ok: true, code: parsed.organisation.municipality.code, organisation: parsed.organisation };
  const { data } = named.safeParse(found.raw);
  const code = data && (data.municipality.code || slug(data.municipality.name ?? '').slice(0, 40));
  return { ok: false, code: code || undefined, faults: parsed.faults };
}

/** With what an instance begins. */
export interface BeginningWith {
  organisation: Organisation;
  /** 0 where the version in force cannot be used by this release, and the file stands in. */
  version: number;
  /** The file that was found, by its hash; undefined where it cannot be used. */
  seen: string | undefined;
  taken: TakenIn | undefined;
}

/**
 * The organisation with which an instance begins: the file that it finds where that is new, else the version that is in force.
 * Undefined where there is neither.
 */
export async function beginWith(
  deps: { versions: OrganisationVersionStore; code: string; now: () => Instant },
  found: SourceRead,
  file: FoundFile,
): Promise<BeginningWith | undefined> {
  const isUsable = file.ok && found.kind === 'file';
  const taken = isUsable ? await takeIn(deps, found) : undefined;
  const inForce = await readInForce(deps.versions, deps.code);
  const seen = isUsable ? found.hash : undefined;
  if (inForce?.ok) return { organisation: inForce.organisation, version: inForce.version, seen, taken };
  return file.ok ? { organisation: file.organisation, version: 0, seen, taken } : undefined;
}
