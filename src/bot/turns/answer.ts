import type { Drawn } from '../../cards/card-context.js';
import type { FileOffer, KeptFile } from '../../delivery/teams-port.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { SentCard } from '../../store/delivery/sent-cards.js';

/** The version of an idea that a card shows which asks something of its reader: it is drawn anew when the idea moves on. */
type Version = Pick<Idea, 'id' | 'decisionVersion' | 'seq'>;
export type Follows = Pick<SentCard, 'record' | 'id' | 'decisionVersion' | 'seq'>;

/**
 * What a handler answers. `here` takes the place of the card whose button was pressed (and is a message of its own where
 * nothing was pressed); `below` is always a message of its own; `tell` is a line of plain text. A file is
 * offered after the card, and shown after the line.
 */
export type Answer =
  | { here: Drawn; follows?: Follows }
  | { below: Drawn; follows?: Follows; offers?: FileOffer }
  | { tell: string; file?: KeptFile }
  | { nothing: true };

const version = ({ id, decisionVersion, seq }: Version): { follows: Follows } => ({
  follows: { record: 'idea', id, decisionVersion, seq },
});

export const here = (drawn: Drawn, follows?: Version): Answer => ({ here: drawn, ...(follows && version(follows)) });
export const below = (drawn: Drawn, follows?: Version): Answer => ({ below: drawn, ...(follows && version(follows)) });
export const tell = (text: string): Answer => ({ tell: text });
export const nothing: Answer = { nothing: true };
