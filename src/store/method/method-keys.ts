import type { Day } from '../../domain/time.js';
import { prefixRange } from '../keys.js';

/** That an idea has used a method. It says nothing of who said so. */
export const methodUseKey = (id: string, method: string) => `methodUse|${id}|${method}`;

/** How many ideas used a method in a month. */
export const methodCountKey = (method: string, day: Day) => `methodCount|${method}|${day.slice(0, 7)}`;
/** Of the months from that of a day on. */
export const methodCountsSince = (method: string, day: Day) => ({
  ...prefixRange(`methodCount|${method}|`),
  from: methodCountKey(method, day),
});
