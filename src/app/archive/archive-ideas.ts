import { isToArchive, retentionRules } from '../../domain/archive/ended.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Day } from '../../domain/time.js';
import type { ArchivedStore } from '../../store/archive/archived.js';
import { unlessUnreadable } from '../../store/row-versions.js';
import { type Deps, timeZoneOf } from '../deps.js';
import { type IdeaRecord, recordOf } from './record-of-idea.js';
import { markOf, saidBeside } from './said-beside.js';

/** So many ideas are held at a time, and so many records made at once. */
const PAGE = 200;
const AT_ONCE = 4;

export interface ArchivesFrom
  extends Pick<Deps, 'ideas' | 'people' | 'pictures' | 'reactions' | 'nominations' | 'settings' | 'now'> {
  archived: ArchivedStore;
}

export interface Archiving {
  /** What ended before this day. */
  before: Day;
  /** Also what has been archived and has not gone on since. */
  again?: boolean;
  /** Keeps one record; settles when it lies where it is kept. */
  keep: (record: IdeaRecord) => Promise<void>;
  /** Told of one that cannot be read, or one of whose pictures is not there, which is left. */
  unread: (id: string) => void;
  stopping?: AbortSignal;
}

/** How many records were kept, had been before, and could not be read. */
export interface ArchivedCounts {
  kept: number;
  before: number;
  unread: number;
}

/**
 * Has the whole record of each idea kept that is to be archived by the rules, in the order of their ids, and notes that it is.
 * Broken off anywhere, the next run goes on with what is not noted. However many there are, a page is held at a time.
 */
export async function archiveIdeas(deps: ArchivesFrom, archiving: Archiving): Promise<ArchivedCounts> {
  const { before, stopping } = archiving;
  const counts: ArchivedCounts = { kept: 0, before: 0, unread: 0 };
  let after: string | undefined;
  do {
    const page = await deps.ideas.page(after, PAGE, stopping);
    const some = page.ideas.filter((idea) =>
      isToArchive(idea, retentionRules(deps.settings()), before, timeZoneOf(deps)),
    );
    for (let from = 0; from < some.length && !stopping?.aborted; from += AT_ONCE) {
      const done = await Promise.all(
        some.slice(from, from + AT_ONCE).map((idea) => archiveIdea(deps, archiving, idea)),
      );
      for (const one of done) counts[one] += 1;
    }
    after = page.last;
  } while (after !== undefined && !stopping?.aborted);
  return counts;
}

async function archiveIdea(
  deps: ArchivesFrom,
  { again = false, keep, unread }: Archiving,
  { id }: Idea,
): Promise<keyof ArchivedCounts> {
  if (!again && (await isArchived(deps, id))) return 'before';
  const record = await unlessUnreadable(recordOf(deps, id, 'whole'));
  if (!record || record.lacks.length > 0) {
    unread(id);
    return 'unread';
  }
  await keep(record);
  await deps.archived.note(id, { events: record.happened, said: markOf(record.said), at: record.at });
  return 'kept';
}

/** Whether what has been archived of an idea is all that has happened to it and been said beside. Two round trips' time. */
export async function isArchived(
  deps: Pick<ArchivesFrom, 'ideas' | 'reactions' | 'nominations' | 'archived'>,
  id: string,
): Promise<boolean> {
  const found = await deps.archived.of(id);
  if (!found) return false;
  const [record, said] = await Promise.all([deps.ideas.record(id), unlessUnreadable(saidBeside(deps, id))]);
  return record.length === found.events && said !== undefined && markOf(said) === (found.said ?? '');
}
