import type { PersonRef } from '../../domain/person/person.js';
import { prefixRange } from '../keys.js';

/** How many have answered what of an idea: for itself in `of` 0, and for the challenge `id` that it answers in `of` the idea. Rows from before have other numbers there. */
export const improvementKey = (id: string, of: string) => `improvement|${id}|${of}`;
export const improvementsOf = (id: string) => prefixRange(`improvement|${id}|`);

/** That somebody has answered of an idea: not what. */
export const improvementByKey = (id: string, person: PersonRef) => `improvementBy|${id}|${person}`;
