import { eventDefinitions } from '../idea-commands.js';
import { type EventName, partId } from '../record.js';
import type { EventDefinition, Happened } from './event.js';

/** Every kind of event that an idea's record can hold, by its name, with or without a command that leads to it now. */
const events = eventDefinitions;

type Events = typeof events;
export type EventType = keyof Events;
export const eventTypes = Object.keys(events) as EventType[];

/** What each kind of event says beside its envelope. References, codes and dates only: free text goes into `words`. */
export type EventData = { [T in EventType]: Events[T] extends EventDefinition<T, infer Data> ? Data : never };

export type EventOf<T extends EventType> = Happened<T, EventData[T]>;
/** Something that happened to an idea: insert-only, the record of decisions. */
export type IdeaEvent = { [T in EventType]: EventOf<T> }[EventType];

/** The kinds of event by which something is decided. */
export type DecisionType = {
  [T in EventType]: Events[T] extends { decision: true } ? T : never;
}[EventType];

/** What events of this kind mean. One assertion for the whole register, whose rows TypeScript cannot match to the event here. */
export const meaningOf = <T extends EventType>({ type }: { type: T }): EventDefinition<T, EventData[T]> =>
  events[type] as unknown as EventDefinition<T, EventData[T]>;

/** By which an event of an idea, or of one of its adoptions, is known everywhere. */
export const eventName = (id: string, { seq, adoption }: Pick<IdeaEvent, 'seq' | 'adoption'>): EventName => ({
  ...{ record: 'idea', seq },
  id: adoption === undefined ? id : partId(id, adoption),
});

/** The same of the newest event of an idea: what a card of it shows. */
export const newestEvent = ({ id, seq }: Pick<EventName, 'id' | 'seq'>): EventName => ({ record: 'idea', id, seq });

/** The older event first. Those of adoptions have numbers of their own. */
export const inTime = (one: IdeaEvent, other: IdeaEvent): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : one.seq - other.seq;
