import type { Challenge } from '../../domain/challenge/challenge.js';
import type { ChallengeEvent } from '../../domain/challenge/events.js';
import { evolveChallenge } from '../../domain/challenge/evolve.js';
import { namedInEvent } from '../../domain/challenge/leaving.js';
import { challengeNotices, challengeRank } from '../../domain/challenge/notices.js';
import type { OutsideAnswer } from '../../domain/challenge/outside.js';
import { type ListedChallenge, SHOWN_RESULTS } from '../../domain/challenge/reading.js';
import type { PersonRef } from '../../domain/person/person.js';
import { firstOf } from '../../domain/rank.js';
import type { ChangeRows } from '../commit.js';
import type { Mornings } from '../idea/idea-rows.js';
import { answersOf } from '../idea/lists/answers.js';
import * as keys from '../keys.js';
import { openRecordEvents } from '../record/record-events.js';
import { eventEntities } from '../record/record-rows.js';
import { openRecordStates, type RecordVersion } from '../record/record-states.js';
import { readable } from '../row-kinds.js';
import { readPages, readRow, readRows, unlessGone } from '../rows.js';
import type { Storage } from '../storage.js';
import { traceOf } from '../traces.js';
import { askedNow, placeNumber, placesOf, results } from './challenge-keys.js';
import {
  challengeEventKind,
  challengeKind,
  challengeTextKind,
  eventInRow,
  listedKind,
  placeKind,
} from './challenge-kinds.js';
import { listedFrom, listsOf } from './challenge-rows.js';
import { answerIn, outsideEntities, outsideKey, outsideOf, type StoredAnswer } from './outside-rows.js';

/** A challenge with the version that the next change must name, and the rows that change with it. */
export interface StoredChallenge extends RecordVersion {
  challenge: Challenge;
  /** Of its answers from outside the one that is to be corrected. */
  answer?: StoredAnswer;
}

interface ChallengeToWrite {
  before: StoredChallenge | undefined;
  id: string;
  events: readonly ChallengeEvent[];
  /** The challenge that they make, where that is known already. */
  after?: Challenge;
}

/** Of those that can be open at a time there are fewer, in any municipality; and of the answers to one no card shows more. */
const MOST_LISTED = 1000;

/** An event as the record tells it: what corrects an answer from outside stands with that answer, and nowhere else. */
const recorded = (event: ChallengeEvent): ChallengeEvent =>
  event.type === 'outsideCorrected' ? { ...event, words: {} } : event;

/** Of which idea the row of an answer is. */
const ideaIn = ({ rowKey }: { rowKey: string }): string => rowKey.slice(rowKey.lastIndexOf('|') + 1);

export type ChallengeStore = ReturnType<typeof openChallenges>;

/** Challenges and all that changes with them, among the records of all kinds. */
export function openChallenges(
  storage: Pick<Storage, 'ideas' | 'versions'>,
  municipality: string,
  mornings: () => Mornings,
) {
  const { ideas: table, versions } = storage;
  const partitionKey = keys.recordsPartition(municipality);
  const within = (part: { from: string; to: string }) => keys.inRange(partitionKey, part);

  const { loadAll, every, rowsFor, ...states } = openRecordStates<Challenge>(table, partitionKey, versions, {
    ...{ record: 'challenge', kind: challengeKind, listsOf: (one) => listsOf(one, mornings()) },
  });

  async function load(id: string): Promise<StoredChallenge | undefined> {
    const found = await states.load(id);
    return found && { challenge: found.standing, ...found.version };
  }

  const textOf = (id: string, seq: number) => readRow<object>(table, partitionKey, keys.textKey(id, seq));

  /** One answer from outside with its words; undefined where it is none. One round trip's time. */
  async function answer(id: string, seq: number, refs: readonly PersonRef[]): Promise<StoredAnswer | undefined> {
    const key = outsideKey(id, seq);
    const [row, text] = await Promise.all([readRow<object>(table, partitionKey, key), textOf(id, seq)]);
    return row && answerIn(versions, row, text, refs);
  }

  const listed = async (part: { from: string; to: string }, limit: number): Promise<ListedChallenge[]> =>
    readable(versions, listedKind, await readRows(table, within(part), { limit })).map(listedFrom);

  const { event, newest, page, withAllWords } = openRecordEvents(table, partitionKey, versions, {
    ...{ event: challengeEventKind, text: challengeTextKind, eventIn: eventInRow },
  });

  return {
    /** A challenge as it stands; undefined where there is none. One round trip. */
    load,

    /** Several at once, those that are there, in the order asked for. One round trip's time. */
    loadAll,

    /** What a change writes, and the challenge that it makes. Asks nothing of storage; throws where there is no event. */
    write({ before, id, events, after: known }: ChallengeToWrite): ChangeRows & { after: Challenge } {
      let after = before?.challenge;
      const owes = events.map((event) => {
        const made = evolveChallenge(after, event, id);
        after = made;
        const notices = challengeNotices(event, made);
        return { seq: event.seq, at: event.at, rank: firstOf(notices.map(challengeRank)) };
      });
      const last = events.at(-1);
      if (!after || !last) throw new Error(`Nothing to save for challenge ${id}`);
      const now = known ?? after;
      const people = [...new Set(events.flatMap(namedInEvent))];
      const opening = events.find(({ data }) => 'opens' in data && data.opens === true);
      return {
        ...{ record: 'challenge', id, seq: last.seq, by: last.by, after: now, owes },
        // Ideas that have ended are looked for where they can be found, which may take a while.
        ...(opening && {
          step: { name: 'wakeSleeping', id, seq: opening.seq, to: id, by: opening.by, data: '' } as const,
        }),
        entities: [
          ...rowsFor(before, now),
          ...events.map(recorded).flatMap((event) => eventEntities(partitionKey, 'challenge', id, event)),
          ...outsideEntities(partitionKey, id, events, before?.answer),
          ...people.map((person) => traceOf(partitionKey, person, { record: 'challenge', id })),
        ],
      };
    },

    /** All that there are, a page at a time, in the order of their ids. A round trip for each thousand records of any kind. */
    every,

    event,
    newest,
    page,
    withAllWords,

    /** All that is asked now or waits, and the latest results. One round trip's time: two requests. */
    async listed(): Promise<ListedChallenge[]> {
      const [now, told] = await Promise.all([listed(askedNow, MOST_LISTED), listed(results, SHOWN_RESULTS)]);
      return [...now, ...told];
    },

    /** The numbers of the places that are taken by challenges of a department that are open, or without one of the municipality's. One round trip. */
    async placesTaken(department: string | undefined): Promise<number[]> {
      const rows = await readRows<object>(table, within(placesOf(department)), { limit: MOST_LISTED });
      return readable(versions, placeKind, rows).map(({ rowKey }) => placeNumber(rowKey));
    },

    /** The ids of the ideas that answer it, a thousand at most. One round trip. */
    async answers(id: string): Promise<string[]> {
      const rows = await readRows<object>(table, within(answersOf(id)), { select: ['RowKey'], limit: MOST_LISTED });
      return rows.map(ideaIn);
    },

    /** The ids of the ideas that answer it, so many at a time. */
    async *answerPages(id: string, size: number): AsyncGenerator<string[]> {
      for await (const rows of readPages<object>(table, within(answersOf(id)), { size, select: ['RowKey'] })) {
        yield rows.map(ideaIn);
      }
    },

    /**
     * So many answers from outside with their words, the newest first, from a number on, and whether there are more. `refs`: under which the
     * reader may have taken them down. Two round trips' time.
     */
    async outside(
      id: string,
      { from, count, refs = [] }: { from: number; count: number; refs?: readonly PersonRef[] },
    ): Promise<{ answers: OutsideAnswer[]; more: boolean }> {
      const rows = await readRows<object>(table, within(outsideOf(id)), { limit: MOST_LISTED });
      const all = rows.toReversed().flatMap((row) => {
        const found = answerIn(versions, row, undefined, refs);
        return found ? [{ row, seq: found.seq }] : [];
      });
      const page = await Promise.all(
        all.slice(from, from + count).map(async ({ row, seq }) => answerIn(versions, row, await textOf(id, seq), refs)),
      );
      return {
        answers: page.flatMap((found) => {
          if (!found) return [];
          const { etag: _, ...shown } = found;
          return [shown];
        }),
        more: all.length > from + count,
      };
    },

    /** A challenge with one of its answers from outside, by its event's number, as both stand. One round trip's time. */
    async loadWithAnswer(
      id: string,
      { seq, refs }: { seq: number; refs: readonly PersonRef[] },
    ): Promise<StoredChallenge | undefined> {
      const [stored, found] = await Promise.all([load(id), answer(id, seq, refs)]);
      return stored && { ...stored, ...(found && { answer: found }) };
    },

    /** Takes what was said with an event away for good; the event stays. */
    async eraseWords(id: string, seq: number): Promise<void> {
      const row = await readRow<object>(table, partitionKey, keys.textKey(id, seq));
      if (row) await unlessGone(table.deleteEntity(partitionKey, row.rowKey, { etag: row.etag }));
    },

    /** Writes one without an event: who has left, or is known by another reference. False where somebody else changed it first. One round trip. */
    keep: (before: StoredChallenge, challenge: Challenge): Promise<boolean> => states.keep(before, challenge),
  };
}
