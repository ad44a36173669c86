import { createHash } from 'node:crypto';
import type { OrganisationFault } from '../../domain/organisation/organisation-file.js';

/** What stands where the organisation file is looked for. */
export type SourceRead =
  /** `text`: of the file, as JSON. */
  | { kind: 'file'; raw: unknown; hash: string; text: string }
  /** What is there is no JSON. `hash`: of what was read. */
  | { kind: 'faulty'; hash: string; faults: readonly [OrganisationFault, ...OrganisationFault[]] }
  /** Nothing could be read there. */
  | { kind: 'unreadable'; fault: OrganisationFault };

/** Where the organisation file is: on disk, or in blob storage. */
export interface OrganisationSource {
  /** What it is called, for people: no secret. */
  name: string;
  /** Never rejects. */
  read(): Promise<SourceRead>;
}

/** By which a file is known again, however it is written: two that differ in blanks alone are one. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
