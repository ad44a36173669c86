import type { Deps } from '../../app/deps.js';
import type { SubjectEvent, SubjectKind, SubjectRecord, ToldAs } from '../subject.js';

/** So many of its newest events are looked at where a record's card is drawn anew. */
const NEWEST = 30;

/** What a kind's store tells of what happened. */
interface EventStore<E> {
  event(id: string, seq: number): Promise<E | undefined>;
  newest(id: string, most: number): Promise<E[]>;
}

/** What delivery does with all records that stand in a row of their own, have no parts, and are told of by their events alone; a kind says the rest itself. */
type OfRecords<R extends SubjectRecord, E extends SubjectEvent> = Pick<
  SubjectKind<R, E, unknown>,
  | ('event' | 'events' | 'seqOf' | 'newest')
  | ('reacted' | 'answers' | 'goesOn' | 'readersOf')
  | ('isOutOfSight' | 'unwanted' | 'isListed')
>;

export const ofRecords = <R extends SubjectRecord & { hidden?: boolean }, E extends SubjectEvent>(
  storeOf: (app: Deps) => EventStore<E>,
): OfRecords<R, E> => ({
  event: (app, id, seq) => storeOf(app).event(id, seq),
  async events(app, id, seqs) {
    const found = await Promise.all(seqs.map((seq) => storeOf(app).event(id, seq)));
    return found.filter((event) => event !== undefined);
  },
  seqOf: ({ seq }) => seq,
  newest: (app, id) => storeOf(app).newest(id, NEWEST),
  // What is said of one by a press is told in its own answers.
  reacted: async () => undefined,
  answers: async () => undefined,
  goesOn: async () => false,
  readersOf: async () => [],
  isOutOfSight: ({ hidden }) => hidden === true,
  unwanted: () => undefined,
  isListed: () => false,
});

/** What is told, each as one of those whom this kind of record names: they are stored as words. */
export const namedIn = <A extends string, E>(told: readonly ToldAs<E>[]): { event: E; as: A }[] =>
  told.map(({ event, as }) => ({ event, as: as as A }));
