import type { Drawn } from '../../cards/card-context.js';
import type { FileOffer, StoredFile } from '../../delivery/teams-port.js';
import type { SentCard } from '../../store/delivery/sent-cards.js';

/** The version of a record that a card shows which asks something of its reader: it is drawn anew when the record moves on. */
export type Follows = Pick<SentCard, 'record' | 'id' | 'decisionVersion' | 'seq'>;

/**
 * What a handler answers. `here` takes the place of the card whose button was pressed (and is a message of its own where
 * nothing was pressed); `below` is always a message of its own; `offer` is Teams' question whether somebody wants a file;
 * `tell` is a line of plain text. A file is offered after the card, and shown after the line.
 */
export type Answer =
  | { kind: 'here'; drawn: Drawn; follows?: Follows }
  | { kind: 'below'; drawn: Drawn; follows?: Follows; offers?: FileOffer }
  | { kind: 'offer'; offers: FileOffer }
  | { kind: 'tell'; text: string; file?: StoredFile }
  | { kind: 'nothing' };

export const here = (drawn: Drawn, follows?: Follows): Answer => ({
  ...{ kind: 'here', drawn, ...(follows && { follows }) },
});
export const below = (drawn: Drawn, follows?: Follows): Answer => ({
  ...{ kind: 'below', drawn, ...(follows && { follows }) },
});
export const tell = (text: string): Answer => ({ kind: 'tell', text });
export const nothing: Answer = { kind: 'nothing' };
