import type { TextKey } from '../../text/index.js';
import type { CardContext, Drawn } from '../card-context.js';

/** A card that somebody gets without having asked, with a line beneath it that says how to choose otherwise. */
export function withStopLine(context: CardContext, drawn: Drawn, key: TextKey): Drawn {
  const line = context.draw('stop-line', { text: context.t(key) });
  const body = [drawn.card, line].flatMap((card) => (Array.isArray(card.body) ? card.body : []));
  return { ...drawn, card: { ...drawn.card, body } };
}
