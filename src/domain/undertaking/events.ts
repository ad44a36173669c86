import type { PersonRef } from '../person/person.js';
import type { NoData } from '../record.js';
import type { Day, Instant } from '../time.js';
import type { YearPart } from '../year-parts.js';
import type { Undertaking } from './undertaking.js';
import type { UndertakingWords } from './words.js';

/** What an event holds beside its words: codes and days only. */
export interface UndertakingEventData {
  undertakingAdded: Pick<Undertaking, 'department' | 'until' | 'year' | 'place'>;
  undertakingMoved: { until: Day };
  undertakingDone: NoData;
  undertakingDropped: NoData;
  /** A part of its year ends soon. */
  undertakingReminded: { part: YearPart; year: string };
  /** Its year has ended, and nobody has said that it is done. */
  undertakingLapsed: NoData;
  undertakingHidden: NoData;
  undertakingShown: NoData;
}

export type UndertakingEventType = keyof UndertakingEventData;

const types: { readonly [T in UndertakingEventType]: true } = {
  ...{ undertakingAdded: true, undertakingMoved: true, undertakingDone: true, undertakingDropped: true },
  ...{ undertakingReminded: true, undertakingLapsed: true, undertakingHidden: true, undertakingShown: true },
};
export const undertakingEventTypes = Object.keys(types) as UndertakingEventType[];

/** Something that happened to an undertaking: insert-only, the record of it. */
export interface UndertakingHappened<T extends UndertakingEventType> {
  type: T;
  seq: number;
  /** Later than the previous event's, whatever the clocks say. */
  at: Instant;
  /** The date that people have then. */
  day: Day;
  by: PersonRef | 'clock';
  data: UndertakingEventData[T];
  /** What people wrote. Stored apart, so that it can be erased and the record stays whole. */
  words: UndertakingWords;
}

export type UndertakingEvent = { [T in UndertakingEventType]: UndertakingHappened<T> }[UndertakingEventType];
