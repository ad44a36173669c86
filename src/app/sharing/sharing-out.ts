import type { KeyObject } from 'node:crypto';

/** How the municipality's own file is written; where there is none, nothing can be shared. */
export interface SharingOut {
  /** The private keys, of which each signs. */
  keys: readonly KeyObject[];
  write: (bytes: Uint8Array) => Promise<void>;
}
