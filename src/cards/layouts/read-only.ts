import type { Card } from '../templates.js';

/** A link that stands below a card. */
export interface CardLink {
  title: string;
  url: string;
}

type NodeOfCard = { readonly [key: string]: unknown };
const isNode = (node: unknown): node is NodeOfCard => typeof node === 'object' && node !== null && !Array.isArray(node);

/** Whether somebody who presses it sends something to the bot. */
const isPress = (node: unknown): boolean =>
  isNode(node) && (node.type === 'Action.Execute' || node.type === 'Action.Submit');

/** The card with nothing that goes back to the bot, and with these links: to be shown where no press of it would be understood. */
export function readOnly(card: Card, links: readonly CardLink[]): Card {
  const actions = links.map((link) => ({ type: 'Action.OpenUrl', ...link }));
  return { ...(without(card) as Card), actions };
}

function without(node: unknown): unknown {
  if (Array.isArray(node))
    return node
      .filter((one) => !isPress(one))
      .map(without)
      .filter((one) => !isEmptySet(one));
  if (!isNode(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => !isPress(value))
      .map(([key, value]) => [key, without(value)]),
  );
}

/** Clients refuse a row of buttons without a button. */
const isEmptySet = (node: unknown): boolean =>
  isNode(node) && node.type === 'ActionSet' && Array.isArray(node.actions) && node.actions.length === 0;
