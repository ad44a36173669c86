/** What a note is about: a question of a year's round and the how many'th time it is asked, its results, or a promise by its id. */
export const aboutAsk = (year: string, time: number): string => `ask.${year}.${time}`;
export const aboutResult = (year: string): string => `result.${year}`;
export const aboutPromise = (id: string): string => `promise.${id}`;
