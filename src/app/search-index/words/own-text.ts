/** A shorter text is copied anyway when it is cut out of another one. */
const SHORTEST_CUTTING = 13;

/** A text of its own: a part of another one keeps the whole in memory. */
export const ownText = (text: string): string => (text.length < SHORTEST_CUTTING ? text : Buffer.from(text).toString());
