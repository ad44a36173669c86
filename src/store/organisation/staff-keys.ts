import { createHash } from 'node:crypto';
import type { SourceName } from '../../domain/organisation/sources/staff.js';

/** Keys of what sources say of people, as keys.ts has those of everything else. */

const PARTITIONS = 16;

/** Apart from people's own rows, so that what a night brings stands in no turn's way. */
export const staffPartitions = (municipality: string): string[] =>
  Array.from({ length: PARTITIONS }, (_, n) => partition(municipality, n));

/** The partition of a mark. */
export const staffPartition = (municipality: string, mark: string): string =>
  partition(municipality, (createHash('sha256').update(mark).digest()[0] ?? 0) % PARTITIONS);

const partition = (municipality: string, n: number): string => `${municipality}|staff|${n.toString(16)}`;

/** What a source says of whoever has this mark, to which no list of names leads. */
export const staffKey = (source: SourceName, mark: string) => `staff|${source}|${mark}`;
