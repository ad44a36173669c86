import type { PersonRef } from '../../domain/person/person.js';
import { prefixRange } from '../keys.js';

/** How many have answered what of a record, in one of a few rows whose sum counts. */
export const improvementKey = (id: string, shard: number) => `improvement|${id}|${shard}`;
export const improvementsOf = (id: string) => prefixRange(`improvement|${id}|`);

/** That somebody has answered of an idea: not what. */
export const improvementByKey = (id: string, person: PersonRef) => `improvementBy|${id}|${person}`;
