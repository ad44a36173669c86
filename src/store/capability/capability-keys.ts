import { prefixRange } from '../keys.js';

/** A year's round. */
export const roundKey = (year: string) => `capabilityRound|${year}`;
export const everyRound = () => prefixRange('capabilityRound|');

/** What a department has answered in one: while it is going on who, and the sums; afterwards what may be shown of it. */
export const departmentKey = (year: string, department: string) => `capability|${year}|${department}`;
export const departmentsOf = (year: string) => prefixRange(`capability|${year}|`);

/** What may be shown of the whole. */
export const wholeKey = (year: string) => `capabilityWhole|${year}`;

/** What a department promises, of which its people are to be told. */
export const tellKey = (year: string, department: string) => `capabilityTell|${year}|${department}`;
export const everyTell = () => prefixRange('capabilityTell|');
