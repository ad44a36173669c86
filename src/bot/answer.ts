import type { Drawn } from '../cards/kit.js';

/**
 * What a handler answers. `here` takes the place of the card whose button was pressed (and is a message of its own where
 * nothing was pressed); `below` is always a message of its own; `tell` is a line of plain text.
 */
export type Answer = { here: Drawn } | { below: Drawn } | { tell: string } | { nothing: true };

export const here = (drawn: Drawn): Answer => ({ here: drawn });
export const below = (drawn: Drawn): Answer => ({ below: drawn });
export const tell = (text: string): Answer => ({ tell: text });
export const nothing: Answer = { nothing: true };
