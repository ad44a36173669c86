import { NOW } from '../../domain/figures/mark.js';
import type { Month } from '../../domain/figures/months.js';
import { prefixRange } from '../keys.js';

/** What is counted stands in a partition of its own: what people do waits for none of it. */
export const figuresPartition = (municipality: string): string => `${municipality}|figures`;

/**
 * A counting of everything from the beginning has a name of its own, under which all its rows stand: so a new one is made
 * beside the one that is read, and takes its place at once.
 */
export const countingRange = (counting: string) => prefixRange(`${counting}|`);

/** What has been counted of one idea. */
export const countedKey = (counting: string, id: string) => `${counting}|idea|${id}`;
/** What a department's month comes to; months first, so that years gone by are not read. */
export const sumKey = (counting: string, month: Month | typeof NOW, department: string) =>
  `${counting}|sum|${month}|${department}`;
/** All departments' months from one to another, both included. */
export const sumsBetween = (counting: string, first: Month, last: Month) => ({
  from: sumKey(counting, first, ''),
  to: `${sumKey(counting, last, '')}~`,
});

/** The newest month first; what stands now has none. */
const countdown = (month: Month | typeof NOW): string =>
  month === NOW ? month : String(LATEST_MONTH - Number(month.replace('-', ''))).padStart(6, '0');
const LATEST_MONTH = 999_912;

/** An idea behind a figure: the list of a figure is a range of these, the newest month first. */
export const caseKey = (
  counting: string,
  name: string,
  department: string,
  month: Month | typeof NOW,
  id: string,
  of?: string,
) => [casesOf(counting, name, department), countdown(month), id, ...(of === undefined ? [] : [of])].join('|');
/** Those of months from one to another, both included. */
export const casesBetween = (
  counting: string,
  name: string,
  department: string,
  first: Month | typeof NOW,
  last: Month | typeof NOW,
) => ({
  from: `${casesOf(counting, name, department)}|${countdown(last)}|`,
  to: `${casesOf(counting, name, department)}|${countdown(first)}|~`,
});
const casesOf = (counting: string, name: string, department: string) => `${counting}|case|${name}|${department}`;
