import type { SourceName } from '../../../domain/organisation/sources/staff.js';
import type { SourceState } from '../../../store/organisation/source-states.js';
import type { StaffPage } from './look.js';

/** What tells who works where, as a look needs it: a file, or Microsoft Graph. */
export interface StaffSource {
  name: SourceName;
  /** In which tenant object ids are; empty of a source that has none. */
  tenant: string;
  /**
   * Begins to read, from where the last look ended if the source can. Rejects with `SourceRefused` where nothing of it may be used, and
   * where the signal breaks it off.
   */
  read(state: SourceState, stopping?: AbortSignal): Promise<StaffReading>;
}

export interface StaffReading {
  /** All that the source knows, or what has changed. */
  whole: boolean;
  pages: AsyncIterable<StaffPage>;
  /** Where the next look goes on: known when all pages are read. */
  next?: () => string | undefined;
  /** Every address of those whose personal data are protected, of a source that knows people by something else. */
  protectedAddresses?: readonly string[];
  /** What of it is left out, and why: a line each, without what stands there. */
  faults: readonly string[];
}

/** What the last look knew is not known to the source any more: the next one looks at all of it. */
export class SourceLost extends Error {}

/** A source of which nothing is used, with what an operator does about it: a line each. */
export class SourceRefused extends Error {
  constructor(readonly lines: readonly [string, ...string[]]) {
    super(lines.join('\n'));
  }
}
