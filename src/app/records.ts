import type { Person, PersonRef } from '../domain/person/person.js';
import { isRecordKind, type RecordKind, type RecordPlace } from '../domain/record.js';
import type { Instant } from '../domain/time.js';
import type { Due } from '../store/due.js';
import type { RecordRange } from '../store/idea/record-pages.js';
import { timePasses as challengeTimePasses, handBackChallenge } from './challenge/as-clock.js';
import {
  type HeldInChallenge,
  heldInChallenge,
  leaveChallenge,
  moveInChallenge,
} from './challenge/people-in-challenge.js';
import type { Deps } from './deps.js';
import { dropFromGroup, groupTimePasses } from './group/as-clock.js';
import { type HeldInGroup, heldInGroup, leaveGroup, moveInGroup } from './group/people-in-group.js';
import { rememberForgotten } from './idea/clock/forgotten-ideas.js';
import { moveOn } from './idea/clock/move-on.js';
import { timePasses } from './idea/clock/time-passes.js';
import { unreadIdeas } from './idea/clock/unread-queues.js';
import { type HeldInIdea, heldInIdea } from './idea/held-in-idea.js';
import { markIdea } from './idea/mark-idea.js';
import { handBackIdea } from './idea/people/hand-back-idea.js';
import { moveInIdea } from './identity/move-in-idea.js';
import { freeSeatOf, meetingTimePasses } from './meeting/as-clock.js';
import { type HeldInMeeting, heldInMeeting, leaveMeeting, moveInMeeting } from './meeting/people-in-meeting.js';
import { handBackObstacle, obstacleTimePasses } from './obstacle/as-clock.js';
import { type HeldInObstacle, heldInObstacle, leaveObstacle, moveInObstacle } from './obstacle/people-in-obstacle.js';
import { leaveIdea } from './privacy/leave-idea.js';
import { undertakingTimePasses } from './undertaking/as-clock.js';
import {
  type HeldInUndertaking,
  heldInUndertaking,
  leaveUndertaking,
  moveInUndertaking,
} from './undertaking/people-in-undertaking.js';

/** What is stored of somebody in one record, whatever its kind; a kind says what else (`held`). */
interface HeldPart<K extends RecordKind> {
  record: K;
  /** When the record was made. */
  createdAt: Instant;
  /** What came before what is told; absent where that is all. */
  earlier?: RecordPlace;
}

/** And all of it, as each kind tells it. */
interface HeldByKind {
  idea: HeldInIdea;
  challenge: HeldInChallenge;
  obstacle: HeldInObstacle;
  undertaking: HeldInUndertaking;
  meeting: HeldInMeeting;
  group: HeldInGroup;
}
export type Held = HeldByKind[RecordKind];

/**
 * What is done with records of a kind that nobody asks for: time, and people who leave or turn out to be one; and what
 * somebody is told who asks what is stored about them. A person's records are found by their traces.
 */
interface RecordDuties<K extends RecordKind> {
  /** What a date has brought. True when something happened. */
  timePasses(deps: Deps, id: string, due: string): Promise<boolean>;
  /** The ids of those that stand where nobody reads them. One reading of what waits. */
  unread(deps: Deps): Promise<string[]>;
  /** Gives one of those to the next who can decide; `many`: one of many. False where nobody can, or it need not. */
  moveOn(deps: Deps, id: string, many: boolean): Promise<boolean>;
  /** Keeps anew the lists and dates that an earlier version of the bot left out; how many records. One that fails keeps no other. */
  keepAnew(deps: Deps, stopping?: AbortSignal, failed?: (id: string, error: unknown) => void): Promise<number>;
  /**
   * What one record holds of somebody, whichever of their references it stands under, without anybody else's name. Undefined
   * where there is no such record (any more). `part`: so much of what happened to it, else all. A few round trips.
   */
  held(deps: Deps, person: Person, id: string, part?: RecordRange): Promise<(HeldByKind[K] & HeldPart<K>) | undefined>;
  /** The ids of the records that are somebody's own, the newest first, at most so many: marked before others. One round trip. */
  ownOf(deps: Deps, person: PersonRef, most: number): Promise<string[]>;
  /**
   * Leaves marks in one record where somebody with one of these references is not to decide, while it is still known who they
   * are: they are known again by their marks should they come back. Nothing where nobody decides. Done again it changes nothing.
   */
  mark(deps: Deps, id: string, refs: readonly PersonRef[], marks: readonly string[]): Promise<void>;
  /** Takes somebody who has left out of one record. */
  leave(deps: Deps, person: PersonRef, id: string, marks: readonly string[]): Promise<void>;
  /** What somebody was to do who does not work here any more goes back to those who decide. Done again it changes nothing. */
  handBack(deps: Deps, person: PersonRef, id: string): Promise<void>;
  /** What stands under a reference that is another one's now. */
  move(deps: Deps, id: string, from: PersonRef, to: PersonRef): Promise<void>;
}

/** Of a kind of which no single person decides, so that none waits for somebody, is anybody's own, or is kept for who comes again. */
const forNobody = {
  unread: async () => [],
  moveOn: async () => false,
  keepAnew: async () => 0,
  ownOf: async () => [],
  mark: async () => undefined,
} satisfies Partial<RecordDuties<RecordKind>>;

export const records: { readonly [K in RecordKind]: RecordDuties<K> } = {
  idea: {
    timePasses,
    unread: unreadIdeas,
    moveOn,
    keepAnew: rememberForgotten,
    held: heldInIdea,
    ownOf: async ({ ideas }, person, most) => (await ideas.mine(person, most)).map(({ id }) => id),
    mark: markIdea,
    leave: leaveIdea,
    handBack: handBackIdea,
    move: moveInIdea,
  },
  challenge: {
    timePasses: challengeTimePasses,
    // Who decides on it is looked up when they are asked, and nobody is kept from that though they have published it.
    ...forNobody,
    held: heldInChallenge,
    leave: leaveChallenge,
    handBack: handBackChallenge,
    move: moveInChallenge,
  },
  obstacle: {
    timePasses: obstacleTimePasses,
    // Nobody is asked to take care of one, nor kept from taking away what they have named.
    ...forNobody,
    held: heldInObstacle,
    leave: leaveObstacle,
    handBack: handBackObstacle,
    move: moveInObstacle,
  },
  undertaking: {
    timePasses: undertakingTimePasses,
    // Whoever has the post looks after it: none waits for one person.
    ...forNobody,
    held: heldInUndertaking,
    leave: leaveUndertaking,
    handBack: async () => undefined,
    move: moveInUndertaking,
  },
  meeting: {
    timePasses: meetingTimePasses,
    // Whoever has the post holds it: none waits for one person.
    ...forNobody,
    held: heldInMeeting,
    leave: leaveMeeting,
    handBack: freeSeatOf,
    move: moveInMeeting,
  },
  group: {
    timePasses: groupTimePasses,
    // Whoever leads the work on its idea looks after it: none waits for one person.
    ...forNobody,
    held: heldInGroup,
    leave: leaveGroup,
    handBack: dropFromGroup,
    move: moveInGroup,
  },
};

/** Does what a date has brought a record; of a kind that only a newer version knows, it is left for that one. */
export const bringDue = async (deps: Deps, { record, id, kind }: Due): Promise<boolean> =>
  isRecordKind(record) && records[record].timePasses(deps, id, kind);

/** Every kind by its name, with what is done with its records. */
export const dutiesOfKinds = Object.entries(records) as [RecordKind, RecordDuties<RecordKind>][];
