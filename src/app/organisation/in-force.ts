import type { Organisation } from '../../domain/organisation/organisation.js';
import type { OrganisationFault } from '../../domain/organisation/organisation-file.js';
import { rebase } from '../../domain/organisation/overlay/overlay.js';
import { withGroups } from '../../domain/organisation/sources/group-posts.js';
import type { OrganisationVersionStore, StoredVersion } from '../../store/organisation/versions.js';
import { parseFor } from './take-in.js';

/** The organisation of a version, or why this release cannot use it. */
export type OfVersion =
  /**
   * `file`: as it is; `base`: with those in its posts whom groups name; `organisation`: with what has been changed beside it.
   */
  | {
      ok: true;
      version: number;
      standing: StoredVersion;
      file: Organisation;
      base: Organisation;
      organisation: Organisation;
    }
  | { ok: false; version: number; faults: readonly OrganisationFault[] };

/** What is in force; undefined where nothing has been taken in yet. Two round trips, and one for each further part of a large file. */
export async function readInForce(versions: OrganisationVersionStore, code: string): Promise<OfVersion | undefined> {
  for (;;) {
    const standing = await versions.inForce();
    if (!standing) return undefined;
    const text = await versions.file(standing.hash);
    if (text === undefined) {
      // Another version may have come meanwhile, and its file gone.
      if ((await versions.number()) !== standing.number) continue;
      return { ok: false, version: standing.number, faults: [{ path: '', message: 'The stored file is not whole.' }] };
    }
    const parsed = parseFor(code, JSON.parse(text));
    if (!parsed.ok) return { ok: false, version: standing.number, faults: parsed.faults };
    const { organisation: file } = parsed;
    const base = withGroups(file, standing.groups ?? []);
    const { organisation } = rebase(base, standing.changes);
    return { ok: true, version: standing.number, standing, file, base, organisation };
  }
}
