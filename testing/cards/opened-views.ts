import type { CardContext } from '../../src/cards/card-context';
import { panels } from '../../src/cards/idea/actions/tables';
import { type IdeaCardProps, ideaCard } from '../../src/cards/idea-card';
import type { CardData } from '../../src/cards/layouts/cards';
import { partNames } from '../../src/domain/idea/fields';

/** What an idea card is filled with. Drawing the card takes longer, and a test of what it offers needs no card. */
export function dataOf(context: CardContext, view: IdeaCardProps): CardData['idea'] {
  let data: CardData['idea'] | undefined;
  const draw: CardContext['draw'] = (_, filling) => {
    data = filling as CardData['idea'];
    return { type: 'AdaptiveCard' };
  };
  ideaCard({ ...context, draw }, view);
  if (!data) throw new Error('An idea card draws its layout');
  return data;
}

/** A view of an idea card with what it is filled with. */
export interface Filled {
  view: IdeaCardProps;
  data: CardData['idea'];
}

/** Everything that presses on an idea card lead to, in place, one press after the other; the card itself first. */
export function everythingFrom(context: CardContext, view: IdeaCardProps): Filled[] {
  const filled = (it: IdeaCardProps): Filled => ({ view: it, data: dataOf(context, it) });
  const seen = new Map<string, Filled>([['', filled(view)]]);
  // A list that grows while it is walked: what a press opens may be pressed too.
  for (const { data } of seen.values()) {
    for (const { panel, part } of pressesIn(data)) {
      const name = panel ? `${panel} ${part ?? ''}` : '';
      const opened = { panel: panels.find((it) => it === panel), part: partNames.find((it) => it === part) };
      if (!seen.has(name)) seen.set(name, filled({ ...view, ...opened }));
    }
  }
  return [...seen.values()];
}

type Opens = { panel?: unknown; part?: unknown };

/** What the buttons of a card, and its rows that can be pressed, open in place. */
function* pressesIn(data: unknown): Generator<Opens> {
  if (typeof data !== 'object' || data === null) return;
  if ('verb' in data && data.verb === 'panel' && 'data' in data) yield data.data as Opens;
  for (const inside of Object.values(data)) yield* pressesIn(inside);
}
