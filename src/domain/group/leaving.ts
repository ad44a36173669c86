import type { PersonField, PersonRef } from '../person/person.js';
import type { GroupEvent } from './events.js';
import { type Group, memberOf } from './group.js';

/**
 * Every field of a group that names somebody, and what becomes of the reference of one who has their data erased: it goes, or it stands
 * for what they began and leads to nobody, with the steps of who began it. The compiler names a field that is missing here.
 */
export const namesInGroup: { readonly [K in PersonField<Group>]: 'goes' | 'stands' } = {
  founder: 'stands',
  members: 'goes',
  steps: 'goes',
};

/** The same group where one reference is another one's now; whoever was in it twice is in it once. */
export function movedTo(group: Group, from: PersonRef, to: PersonRef): Group {
  const is = (person: PersonRef): PersonRef => (person === from ? to : person);
  const [old, now] = [memberOf(group, from), memberOf(group, to)];
  // A yes is theirs by whichever it was said.
  const gone = now && !now.accepted && old?.accepted ? to : from;
  const members = old && now ? group.members.filter(({ person }) => person !== gone) : group.members;
  return {
    ...{ ...group, founder: is(group.founder) },
    members: members.map((one) => ({ ...one, person: is(one.person) })),
    steps: group.steps.map((step) => ({ ...step, taker: is(step.taker) })),
  };
}

/** Whom an event names: their traces lead to the group. */
export function namedInEvent({ by, data }: GroupEvent): PersonRef[] {
  const named = [
    ...('person' in data ? [data.person] : []),
    ...('people' in data ? data.people : []),
    ...('taker' in data ? [data.taker] : []),
    ...('takers' in data ? data.takers : []),
  ];
  return [...new Set([...(by === 'clock' ? [] : [by]), ...named])];
}
