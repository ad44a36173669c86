import type { TextKey } from '../text/index.js';
import type { Drawn, Kit } from './kit.js';

/** A card that somebody gets without having asked, with a line beneath it that says how to choose otherwise. */
export function withStopLine(kit: Kit, drawn: Drawn, key: TextKey): Drawn {
  const line = kit.draw('stop-line', { text: kit.say(key) });
  const body = [drawn.card, line].flatMap((card) => (Array.isArray(card.body) ? card.body : []));
  return { ...drawn, card: { ...drawn.card, body } };
}
