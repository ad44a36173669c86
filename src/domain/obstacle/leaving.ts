import type { PersonField, PersonRef } from '../person/person.js';
import type { ObstacleEvent } from './events.js';
import type { Obstacle } from './obstacle.js';

/**
 * Every field of an obstacle that names somebody, and what becomes of the reference of one who has their data erased: it goes, or it
 * stands for what they have named and leads to nobody. The compiler names a field that is missing here.
 */
export const namesInObstacle: { readonly [K in PersonField<Obstacle>]: 'goes' | 'stands' } = {
  namedBy: 'stands',
  owner: 'goes',
};

/** An obstacle without somebody who has left. What stands in the way stays: it was said for a department, and ideas wait for it. */
export function withoutLeaver(obstacle: Obstacle, leaver: PersonRef): Obstacle {
  const { owner, ...rest } = obstacle;
  return owner === leaver ? rest : obstacle;
}

/** The same obstacle where one reference is another one's now. */
export function movedTo(obstacle: Obstacle, from: PersonRef, to: PersonRef): Obstacle {
  const { namedBy, owner } = obstacle;
  const is = (person: PersonRef): PersonRef => (person === from ? to : person);
  return { ...obstacle, namedBy: is(namedBy), ...(owner !== undefined && { owner: is(owner) }) };
}

/** Whom an event names: their traces lead to the obstacle. */
export const namedInEvent = ({ by, data }: ObstacleEvent): PersonRef[] => {
  const named = 'owner' in data ? [data.owner] : [];
  return [...new Set([...(by === 'clock' ? [] : [by]), ...named])];
};
