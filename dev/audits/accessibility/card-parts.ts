import { asShownIn15, type CardNode, isNode } from '../../../testing/cards/nodes';

/** A part of a card with all that it stands in, the card first. */
export interface Placed {
  node: CardNode;
  within: readonly CardNode[];
}

/** Members that hold no part which is shown at once, or none of this product's own. */
const notShown = new Set(['data', 'fallback', 'msteams', 'choices.data']);

/** Every part of the card as a client of version 1.5 shows it (`asShownIn15`), in reading order, actions last. */
export function* placedParts(value: unknown, within: readonly CardNode[] = []): Generator<Placed> {
  if (Array.isArray(value)) for (const item of value) yield* placedParts(item, within);
  if (!isNode(value)) return;
  if (typeof value.type === 'string') yield { node: value, within };
  const members = Object.keys(value).filter((key) => !notShown.has(key) && key !== 'actions');
  for (const member of [...members, 'actions']) yield* placedParts(value[member], [...within, value]);
}

export const isFolded = ({ node, within }: Placed): boolean =>
  [...within, node].some(({ isVisible }) => isVisible === false);

/** At least two letters: a mark or a digit alone tells nothing to somebody who cannot see its colour. */
export const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Members whose text a client shows or reads out. */
const spoken = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'tooltip'] as const;

/** A link is heard as its text. */
const asHeard = (text: string): string => text.replace(/^\[([^\]]+)\]\(https:[^)]*\)$/, '$1');

/** Every text that the card can show or say, folded parts too: words, labels, hints, choices, names of buttons. */
export function spokenTexts(card: unknown): string[] {
  return [...placedParts(asShownIn15(card))].flatMap(({ node }) => {
    const lists = [node.choices, node.facts].filter(Array.isArray).flat() as CardNode[];
    const listed = lists.flatMap(({ title, value }) => (node.facts ? [title, value] : [title]));
    const typed = node.type === 'Input.Text' ? [node.value] : [];
    return [...spoken.map((member) => node[member]), ...listed, ...typed]
      .filter((it) => typeof it === 'string')
      .map(asHeard);
  });
}
