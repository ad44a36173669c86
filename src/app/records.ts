import type { PersonRef } from '../domain/person/person.js';
import { isRecordKind, type RecordKind } from '../domain/record.js';
import type { Due } from '../store/due.js';
import type { Deps } from './deps.js';
import { timePasses } from './idea/clock/time-passes.js';
import { moveInIdea } from './identity/move-in-idea.js';
import { leaveIdea } from './privacy/leave-idea.js';

/** What is done with records of a kind that nobody asks for: time, and people who leave or turn out to be one. */
interface RecordDuties {
  /** What a date has brought. True when something happened. */
  timePasses(deps: Deps, id: string, due: string): Promise<boolean>;
  /** Takes somebody who has left out of one record. */
  leave(deps: Deps, person: PersonRef, id: string, marks: readonly string[]): Promise<void>;
  /** What stands under a reference that is another one's now. */
  move(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void>;
}

export const records: { readonly [K in RecordKind]: RecordDuties } = {
  idea: { timePasses, leave: leaveIdea, move: moveInIdea },
};

/** Does what a date has brought a record; of a kind that only a newer version knows, it is left for that one. */
export const bringDue = async (deps: Deps, { record, id, kind }: Due): Promise<boolean> =>
  isRecordKind(record) && records[record].timePasses(deps, id, kind);
