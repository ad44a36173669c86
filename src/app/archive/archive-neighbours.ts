import {
  isNeighbourToArchive,
  type NeighbourKind,
  neighbourKinds,
  neighbourRule,
} from '../../domain/archive/neighbours.js';
import type { Settings } from '../../domain/organisation/settings.js';
import type { ArchivedStore } from '../../store/archive/archived.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import { timeZoneOf } from '../deps.js';
import type { ArchivedCounts, Archiving } from './archive-ideas.js';
import { type NeighbourRecord, neighbourRecordOf, type ReadsNeighbours } from './neighbour-record.js';
import { neighbourStores } from './neighbours.js';

export type ArchivesNeighboursFrom = ReadsNeighbours & { archived: ArchivedStore; settings: () => Settings };

/**
 * Has the whole record of each challenge, obstacle and activity kept that has ended and is to be archived by the rules, as
 * `archiveIdeas` does with ideas. Broken off anywhere, the next run goes on.
 */
export async function archiveNeighbours(
  deps: ArchivesNeighboursFrom,
  {
    before,
    again = false,
    keep,
    unread,
    stopping,
  }: Omit<Archiving, 'keep'> & { keep: (record: NeighbourRecord) => Promise<void> },
): Promise<ArchivedCounts> {
  const counts: ArchivedCounts = { kept: 0, before: 0, unread: 0 };
  const archive = async (
    kind: NeighbourKind,
    { id, seq }: { id: string; seq: number },
  ): Promise<keyof ArchivedCounts> => {
    if (!again && (await isNeighbourArchived(deps, { id, seq }))) return 'before';
    const found = await unlessUnreadable(neighbourRecordOf(deps, kind, id));
    if (!found) {
      unread(id);
      return 'unread';
    }
    await keep(found);
    await deps.archived.note(id, { events: found.record.seq, at: found.at });
    return 'kept';
  };
  for (const kind of neighbourKinds) {
    const rule = neighbourRule(deps.settings(), kind);
    for await (const page of neighbourStores(deps)[kind].every())
      for (const record of page) {
        if (stopping?.aborted) return counts;
        if (isNeighbourToArchive(record, rule, before, timeZoneOf(deps))) counts[await archive(kind, record)] += 1;
      }
  }
  return counts;
}

/** Whether what has been archived of one is all that has happened to it. One round trip. */
export const isNeighbourArchived = async (
  { archived }: Pick<ArchivesNeighboursFrom, 'archived'>,
  { id, seq }: { id: string; seq: number },
): Promise<boolean> => (await archived.of(id))?.events === seq;
