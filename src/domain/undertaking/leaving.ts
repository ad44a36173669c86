import type { PersonField, PersonRef } from '../person/person.js';
import type { UndertakingEvent } from './events.js';
import type { Undertaking } from './undertaking.js';

/**
 * Every field of an undertaking that names somebody, and what becomes of the reference of one who has their data erased: it stands for what
 * they have added for their department, and leads to nobody. The compiler names a field that is missing here.
 */
export const namesInUndertaking: { readonly [K in PersonField<Undertaking>]: 'goes' | 'stands' } = {
  addedBy: 'stands',
};

/** The same undertaking where one reference is another one's now. */
export const movedTo = (undertaking: Undertaking, from: PersonRef, to: PersonRef): Undertaking =>
  undertaking.addedBy === from ? { ...undertaking, addedBy: to } : undertaking;

/** Whom an event names: their traces lead to the undertaking. */
export const namedInEvent = ({ by }: UndertakingEvent): PersonRef[] => (by === 'clock' ? [] : [by]);
