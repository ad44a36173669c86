import type { Organisation } from '../../domain/organisation/organisation.js';
import type { OrganisationFault } from '../../domain/organisation/organisation-file.js';
import { rebase } from '../../domain/organisation/overlay/overlay.js';
import type { OrganisationVersionStore, StoredVersion } from '../../store/organisation/versions.js';
import { parseFor } from './take-in.js';

/** The organisation of a version, or why this release cannot use it. */
export type OfVersion =
  /** `base`: the file alone; `organisation`: with what has been changed beside it. */
  | { ok: true; version: number; standing: StoredVersion; base: Organisation; organisation: Organisation }
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
    const base = parseFor(code, JSON.parse(text));
    if (!base.ok) return { ok: false, version: standing.number, faults: base.faults };
    const { organisation } = rebase(base.organisation, standing.changes);
    return { ok: true, version: standing.number, standing, base: base.organisation, organisation };
  }
}
