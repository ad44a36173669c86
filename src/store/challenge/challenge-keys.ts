import type { Challenge } from '../../domain/challenge/challenge.js';
import { type Instant, millisecondsOf } from '../../domain/time.js';
import { prefixRange } from '../keys.js';

/** Results stand the newest first: their times are counted down from it. */
const LATEST = 9_999_999_999_999;
const countdown = (at: Instant): string => String(LATEST - millisecondsOf(at)).padStart(13, '0');

/** What is asked of people now, or waits for its result or its owner: as many as may be open at a time, and no more. */
export const askedNowKey = (id: string) => `challenges|now|${id}`;
export const askedNow = prefixRange('challenges|now|');

/** How it turned out, the newest first. */
export const resultKey = (at: Instant, id: string) => `challenges|told|${countdown(at)}|${id}`;
export const results = prefixRange('challenges|told|');

/**
 * One of the places that a department, or the municipality, has for challenges that are open: written with one and gone with its end,
 * so that two who publish at the same moment cannot both have the last one.
 */
export const placeKey = (department: Challenge['department'], number: number) => `${placesPrefix(department)}${number}`;
export const placesOf = (department: Challenge['department']) => prefixRange(placesPrefix(department));
/** The number of a place, from 1. */
export const placeNumber = (key: string): number => Number(key.slice(key.lastIndexOf('|') + 1));
const placesPrefix = (department: Challenge['department']) => `challenges|place|${department ?? ''}|`;
