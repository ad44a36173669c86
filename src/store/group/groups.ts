import { nextDue } from '../../domain/group/days.js';
import type { GroupEvent } from '../../domain/group/events.js';
import { evolveGroup } from '../../domain/group/evolve.js';
import { type Group, inGroup } from '../../domain/group/group.js';
import { namedInEvent } from '../../domain/group/leaving.js';
import { groupNotices, groupRank } from '../../domain/group/notices.js';
import type { PersonRef } from '../../domain/person/person.js';
import { firstOf } from '../../domain/rank.js';
import type { ChangeRows } from '../commit.js';
import type { Mornings } from '../idea/idea-rows.js';
import * as keys from '../keys.js';
import { longColumns } from '../long-columns.js';
import { openRecordEvents } from '../record/record-events.js';
import { dueRow, eventEntities, type RecordLists } from '../record/record-rows.js';
import { openRecordStates, type RecordVersion, stateOf } from '../record/record-states.js';
import { ifReadable } from '../row-kinds.js';
import { readRow, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { groupEventIn, groupEventKind, groupKind, groupOfKind, groupTextKind } from './group-kinds.js';

/** A group with the version that the next change must name, and the rows that change with it. */
export interface StoredGroup extends RecordVersion {
  group: Group;
}

interface GroupChange {
  before: StoredGroup | undefined;
  id: string;
  events: readonly GroupEvent[];
  /** The group that they make, where that is known already. */
  after?: Group;
}

/** Of an idea's group there is one row: so no idea has two at the same moment. */
const groupOfKey = (idea: string): string => `groupOf|${idea}`;
/** Who works with an idea, a row each: by it somebody is known as one of them. */
const memberKey = (idea: string, person: PersonRef): string => `member|${idea}|${person}`;

/** By what a group is found while it works, and what time brings it. A pure function of the group. */
const listsOf = (group: Group, { timeZone, calendar }: Mornings): RecordLists =>
  group.stage === 'ended'
    ? {}
    : {
        [groupOfKey(group.idea)]: {
          ...longColumns('state', JSON.stringify(stateOf(group))),
          ...longColumns('words', JSON.stringify(group.words)),
        },
        ...Object.fromEntries(inGroup(group).map((person) => [memberKey(group.idea, person), { id: group.id }])),
        ...dueRow('group', group.id, nextDue(group, calendar), timeZone),
      };

export type GroupStore = ReturnType<typeof openGroups>;

/** Groups and all that changes with them, among the records of all kinds. */
export function openGroups(
  { ideas: table, versions }: Pick<Storage, 'ideas' | 'versions'>,
  municipality: string,
  mornings: () => Mornings,
) {
  const partitionKey = keys.recordsPartition(municipality);

  const { loadAll, rowsFor, ...states } = openRecordStates<Group>(table, partitionKey, versions, {
    ...{ record: 'group', kind: groupKind, listsOf: (one) => listsOf(one, mornings()) },
  });

  const { event, newest, page, withAllWords } = openRecordEvents(table, partitionKey, versions, {
    ...{ event: groupEventKind, text: groupTextKind, eventIn: groupEventIn },
  });

  return {
    /** A group as it stands; undefined where there is none. One round trip. */
    async load(id: string): Promise<StoredGroup | undefined> {
      const found = await states.load(id);
      return found && { group: found.standing, ...found.version };
    },

    /** Several at once, those that are there, in the order asked for. One round trip's time. */
    loadAll,

    /** The group that works with an idea. One round trip. */
    async ofIdea(idea: string): Promise<Group | undefined> {
      const row = ifReadable(versions, groupOfKind, await readRow<object>(table, partitionKey, groupOfKey(idea)));
      return row && ({ ...row.state, words: row.words } as unknown as Group);
    },

    /** Whether somebody works with an idea. One round trip. */
    hasMember: async (idea: string, person: PersonRef): Promise<boolean> =>
      (await readRow<object>(table, partitionKey, memberKey(idea, person))) !== undefined,

    /** What a change writes, and the group that it makes. Asks nothing of storage; throws where there is no event. */
    write({ before, id, events, after: known }: GroupChange): ChangeRows & { after: Group } {
      let after = before?.group;
      const owes = events.map((event) => {
        after = evolveGroup(after, event, id);
        return { seq: event.seq, at: event.at, rank: firstOf(groupNotices(event).map(() => groupRank)) };
      });
      const last = events.at(-1);
      if (!after || !last) throw new Error(`Nothing to save for group ${id}`);
      const now = known ?? after;
      const people = [...new Set(events.flatMap(namedInEvent))];
      return {
        ...{ record: 'group', id, seq: last.seq, by: last.by, after: now, owes },
        entities: [
          ...rowsFor(before, now),
          ...events.flatMap((event) => eventEntities(partitionKey, 'group', id, event)),
          ...people.map((person) => traceOf(partitionKey, person, { record: 'group', id })),
        ],
      };
    },

    event,
    newest,
    page,
    withAllWords,

    /** Takes what was said with an event away for good; the event stays. */
    async eraseWords(id: string, seq: number): Promise<void> {
      const row = await readRow<object>(table, partitionKey, keys.textKey(id, seq));
      if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
    },

    /** Writes one without an event: somebody in it is known by another reference. False where somebody else changed it first. One round trip. */
    keep: (before: StoredGroup, group: Group): Promise<boolean> => states.keep(before, group),
  };
}
