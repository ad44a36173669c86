/** A department's test as the index holds it: one that goes on, or in which year it was to end. */
export const testNow = (department: string): string => `${department} now`;
export const testOver = (department: string, year: number | string): string => `${department} ${year}`;
